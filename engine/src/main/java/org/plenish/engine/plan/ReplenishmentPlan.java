package org.plenish.engine.plan;

import java.util.List;
import java.util.Map;
import org.plenish.engine.model.DatasetSettings;
import org.plenish.engine.model.PurchaseOrder;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.engine.model.TransferOrder;
import org.plenish.engine.optimize.CostBreakdown;
import org.plenish.engine.optimize.OptimizationResult;

/**
 * The result of a run. Nothing in it changes afterwards; a review is kept beside it.
 *
 * @param locations sorted by item, then warehouse
 * @param explanations one for each line of {@code purchaseOrders} and {@code transfers}, in their order; empty for an
 *     outline
 * @param exceptions gravest first
 * @param raises what more of the limits that bind would buy, cash first; empty if none does
 * @param lowerBound no plan within the limits costs less (currency units)
 * @param secondsByStage wall clock; empty where the run must repeat to the byte
 */
public record ReplenishmentPlan(
        DatasetSettings dataset,
        TimeBuckets buckets,
        long seed,
        List<SkuLocationPlan> locations,
        List<PurchaseOrder> purchaseOrders,
        List<TransferOrder> transfers,
        List<Explanation> explanations,
        List<PlanException> exceptions,
        List<LimitUse> limits,
        List<LimitRaise> raises,
        Kpis kpis,
        CostBreakdown cost,
        double lowerBound,
        List<OptimizationResult.Violation> violations,
        long scoreCalculations,
        boolean cutShort,
        Map<String, Double> secondsByStage) {

    public ReplenishmentPlan {
        locations = List.copyOf(locations);
        purchaseOrders = List.copyOf(purchaseOrders);
        transfers = List.copyOf(transfers);
        explanations = List.copyOf(explanations);
        exceptions = List.copyOf(exceptions);
        limits = List.copyOf(limits);
        raises = List.copyOf(raises);
        violations = List.copyOf(violations);
    }

    /** {@code (total cost - lower bound) / lower bound}; 0 where both are zero. */
    public double gap() {
        return lowerBound > 0 ? (cost.total() - lowerBound) / lowerBound : 0;
    }
}
