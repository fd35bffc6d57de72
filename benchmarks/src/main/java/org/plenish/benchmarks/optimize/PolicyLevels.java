package org.plenish.benchmarks.optimize;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plenish.engine.optimize.OrderLevels;
import org.plenish.engine.optimize.ReplenishmentProblem;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;
import org.plenish.engine.plan.SkuLocationPlan;
import org.plenish.engine.policy.ReplenishmentPolicy;

/** The levels that the rules chose, never more than safety stock and what the horizon still asks for. */
final class PolicyLevels implements OrderLevels {

    private final ReplenishmentProblem problem;
    private final Map<String, ReplenishmentPolicy> policies = new HashMap<>();

    PolicyLevels(ReplenishmentProblem problem, List<SkuLocationPlan> locations) {
        this.problem = problem;
        for (SkuLocationPlan plan : locations) {
            policies.put(
                    key(
                            plan.location().item().value(),
                            plan.location().warehouse().value()),
                    plan.policy());
        }
    }

    private static String key(String item, String warehouse) {
        return item + '\n' + warehouse;
    }

    @Override
    public Level at(Review review) {
        Sku sku = problem.skus().get(review.sku());
        ReplenishmentPolicy policy =
                policies.get(key(sku.id(), problem.warehouses().get(review.warehouse())));
        if (policy == null) {
            return new Level(0, 0);
        }
        int neededUnits = sku.safetyStockUnits()[review.warehouse()];
        for (int t = review.period(); t < problem.periods(); t++) {
            neededUnits += sku.demandUnits()[review.warehouse()][t];
        }
        return new Level(policy.reorderPointUnits(), Math.min(policy.orderUpToLevelUnits(), neededUnits));
    }
}
