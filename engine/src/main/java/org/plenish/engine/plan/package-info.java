/**
 * One planning run from a dataset to explained proposals, and what it is worth.
 *
 * <p>{@code PlanningRun} calls the rooms below in order. What the optimizer decided then becomes flows of stock
 * ({@code PlannedFlows}), dated and numbered orders ({@code OrderAssembly}), a proof of each line ({@code Explainer}), the
 * use of the limits ({@code LimitUses}), what a person should look at ({@code ExceptionFinder}: Java finds situations,
 * rules say whether they matter and what to do) and key figures ({@code KpiCalculator}). A line is explained by leaving it
 * out and looking at stock without it.
 */
@NullMarked
package org.plenish.engine.plan;

import org.jspecify.annotations.NullMarked;
