package org.plenish.engine.optimize;

import java.util.List;

/**
 * A plan by topping up, counted as the optimizer's plans are.
 *
 * @param plans by SKU
 * @param excess over all limits together; see {@link SharedUse#excess}
 * @param violations limits that are not kept: only what could not be helped, for no order is placed over a limit
 */
@SuppressWarnings("ArrayRecordComponent") // by SKU
public record TopUpPlan(
        ItemPlan[] plans, CostBreakdown cost, long excess, List<OptimizationResult.Violation> violations) {

    public TopUpPlan {
        violations = List.copyOf(violations);
    }

    static TopUpPlan of(ExactProblem problem, ItemPlan[] plans) {
        SharedUse use = SharedUse.of(problem, plans);
        return new TopUpPlan(plans, PlanCost.of(problem, plans, use), use.excess(), use.violations(plans));
    }
}
