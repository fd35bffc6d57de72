package org.plenish.engine.optimize.trade;

import java.util.ArrayList;
import java.util.List;
import org.plenish.engine.optimize.ExactProblem;
import org.plenish.engine.optimize.FixedPoint;
import org.plenish.engine.optimize.ItemPlan;
import org.plenish.engine.optimize.OrderEntry;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;
import org.plenish.engine.optimize.SharedUse;
import org.plenish.engine.optimize.pricing.Replanning;

/** Order lines put in and taken out, within packs, minimum and maximum quantities. */
final class Lines {

    private Lines() {}

    /** Adds the line; to what is already ordered there. */
    static ItemPlan with(ExactProblem problem, ItemPlan plan, int warehouse, OrderEntry line) {
        List<OrderEntry> orders = new ArrayList<>();
        int units = line.units();
        for (OrderEntry order : plan.site(warehouse).orders()) {
            if (order.source() == line.source() && order.period() == line.period()) {
                units += order.units();
            } else {
                orders.add(order);
            }
        }
        Source source = problem.sku(plan.sku()).sources().get(line.source());
        int most = Replanning.floorTo(source.maxOrderQuantityUnits(), source.packUnits());
        orders.add(line.withUnits(Math.min(units, most)));
        return plan.withOrders(problem, warehouse, orders);
    }

    static ItemPlan without(ExactProblem problem, ItemPlan plan, int warehouse, OrderEntry order) {
        List<OrderEntry> orders = new ArrayList<>(plan.site(warehouse).orders());
        orders.remove(order);
        return plan.withOrders(problem, warehouse, orders);
    }

    static ItemPlan replaced(ExactProblem problem, PlanAtHand.Line line, OrderEntry by) {
        return with(problem, without(problem, line.plan(), line.warehouse(), line.order()), line.warehouse(), by);
    }

    static int leastUnits(Source source) {
        return ceilTo(Math.max(1, source.minOrderQuantityUnits()), source.packUnits());
    }

    static boolean mayBe(Source source, int units) {
        return units >= leastUnits(source) && units <= source.maxOrderQuantityUnits();
    }

    static int ceilTo(int units, int multiple) {
        return (units + multiple - 1) / multiple * multiple;
    }

    /** The least line that may be placed then, enough for the supplier's minimum if it opens a group; 0 if none may. */
    static int openingUnits(SharedUse use, Source source, int warehouse, int period) {
        ExactProblem problem = use.index();
        if (!problem.mayOrder(source, warehouse, period)) {
            return 0;
        }
        int units = leastUnits(source);
        boolean opens = use.groupLines(problem.group(source.supplier(), warehouse, period)) == 0;
        if (opens) {
            long missing = problem.minOrderMicros(source.supplier()) - problem.lineValueMicros(source, units);
            units += packsWorth(source, units, missing) * source.packUnits();
        }
        return units > source.maxOrderQuantityUnits() ? 0 : units;
    }

    /** Packs that bring the value at the price of the quantity; at most what leaves the quantity within a whole number. */
    static int packsWorth(Source source, int units, long micros) {
        double packValue = source.unitPriceAt(units) * source.packUnits();
        int most = (Integer.MAX_VALUE - units) / source.packUnits();
        return micros <= 0 || packValue <= 0
                ? 0
                : (int) Math.min(most, Math.ceil(FixedPoint.currency(micros) / packValue));
    }

    /** The supplier's next order date (step 1) or last one (step -1) from a period; -1 if there is none. */
    static int orderDate(ExactProblem problem, Source source, int warehouse, int period, int step) {
        for (int t = period + step; t >= 0 && t < problem.periods(); t += step) {
            if (problem.mayOrder(source, warehouse, t)) {
                return t;
            }
        }
        return -1;
    }
}
