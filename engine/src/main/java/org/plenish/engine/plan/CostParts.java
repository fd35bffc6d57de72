package org.plenish.engine.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.plenish.engine.optimize.CostBreakdown;

/** The parts of a plan's cost as a planner counts them; together they are its total. */
public final class CostParts {

    private static final Map<String, ToDoubleFunction<CostBreakdown>> BY_NAME = byNameInOrder();

    private CostParts() {}

    /** By what a planner calls them, in the order of reports; in currency units. */
    public static Map<String, ToDoubleFunction<CostBreakdown>> byName() {
        return BY_NAME;
    }

    private static Map<String, ToDoubleFunction<CostBreakdown>> byNameInOrder() {
        Map<String, ToDoubleFunction<CostBreakdown>> parts = new LinkedHashMap<>();
        parts.put("holding", CostBreakdown::holding);
        parts.put("shortage", cost -> cost.backorder() + cost.terminalBacklog());
        parts.put("below safety stock", CostBreakdown::belowSafetyStock);
        parts.put("ordering", cost -> cost.orderLines() + cost.orderHeaders());
        parts.put("transfers", cost -> cost.transferUnits() + cost.trucks());
        parts.put("purchase above the best price", CostBreakdown::purchasePremium);
        parts.put("obsolescence", cost -> cost.obsolescence() + cost.scrap());
        return Collections.unmodifiableMap(parts);
    }
}
