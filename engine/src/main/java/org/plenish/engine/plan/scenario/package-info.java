/**
 * What if: named changes of a dataset's forecasts, terms and limits, planned beside the base.
 *
 * <p>A {@code Scenario} lists {@code Change}s; each kind is one record that reads itself from {@code ChangeFields}, says
 * itself in a sentence and edits a {@code Draft}, and is registered in {@code ChangeKinds}. Demand changes act on the
 * forecast, never on recorded sales. {@code ScenarioRuns} plans the base and every scenario and reuses what a scenario
 * does not touch; {@code ScenarioComparison} holds them side by side, by {@code Driver}.
 */
@NullMarked
package org.plenish.engine.plan.scenario;

import org.jspecify.annotations.NullMarked;
