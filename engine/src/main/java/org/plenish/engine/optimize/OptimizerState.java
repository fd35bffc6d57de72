package org.plenish.engine.optimize;

import org.plenish.engine.optimize.pricing.BoundParts;
import org.plenish.engine.optimize.pricing.LimitPrices;

/** What a run leaves for {@link Reoptimizer}: problem, prices, bound and plan. Opaque; holds about as much as the problem. */
public final class OptimizerState {

    private final ExactProblem problem;
    private final LimitPrices prices;
    private final BoundParts bound;
    private final ItemPlan[] plans;

    OptimizerState(ExactProblem problem, LimitPrices prices, BoundParts bound, ItemPlan[] plans) {
        this.problem = problem;
        this.prices = prices;
        this.bound = bound;
        this.plans = plans.clone();
    }

    ExactProblem problem() {
        return problem;
    }

    LimitPrices prices() {
        return prices;
    }

    BoundParts bound() {
        return bound;
    }

    ItemPlan plan(int sku) {
        return plans[sku];
    }
}
