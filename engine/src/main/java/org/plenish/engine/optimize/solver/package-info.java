/**
 * OptaPlanner: domain, score, moves. The only package that knows it.
 *
 * <p>One entity for each SKU, whose value is its whole immutable plan: few entities, a clone of one array, and moves
 * that change what a buyer would change ({@code optimize.trade}). A large problem is searched in parts of few SKUs, side
 * by side. Costs and limits are counted in {@code CostTerms} and {@code SharedUse}.
 */
@NullMarked
package org.plenish.engine.optimize.solver;

import org.jspecify.annotations.NullMarked;
