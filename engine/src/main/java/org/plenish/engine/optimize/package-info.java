/**
 * What to order and to move, decided for all articles together within space and cash.
 *
 * <p>{@code PlanOptimizer} runs three stages: {@code pricing} finds prices of the limits, a lower bound and what each
 * article would do alone; its assembly makes one plan of it that keeps the limits; {@code solver} finishes that plan.
 * Costs are counted in one place ({@code CostTerms}), shared limits in another ({@code SharedUse}), in exact whole
 * numbers ({@code FixedPoint}). An article's scrap follows from its plan: what lot sizing wished, cut to what is
 * there, and what its shelf life forces.
 *
 * <p>{@code Reoptimizer} solves a problem again after a change, from the prices, bound and plan that the last run left.
 * {@code TopUpPlanner} plans as most systems do, item by item: what the optimizer is compared with.
 */
@NullMarked
package org.plenish.engine.optimize;

import org.jspecify.annotations.NullMarked;
