package org.plenish.engine.optimize.solver;

import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.optaplanner.core.api.score.calculator.IncrementalScoreCalculator;
import org.plenish.engine.optimize.ItemPlan;
import org.plenish.engine.optimize.SharedUse;

/**
 * Score in real units: hard is what the plan is over its limits (see {@link SharedUse#excess}), soft its cost in
 * millionths of the currency unit. A changed plan is taken out and put in, at a cost of its own size.
 */
public class PlanScore implements IncrementalScoreCalculator<PlanSolution, HardSoftLongScore> {

    private @Nullable PlanSolution working;
    private @Nullable ItemPlan changing;

    @Override
    public void resetWorkingSolution(PlanSolution solution) {
        working = solution;
        solution.recount();
    }

    @Override
    public void beforeVariableChanged(Object entity, String variable) {
        changing = ((ItemDecision) entity).getPlan();
    }

    @Override
    public void afterVariableChanged(Object entity, String variable) {
        if (changing != null) {
            working().use().replace(changing, ((ItemDecision) entity).getPlan());
        }
    }

    @Override
    public void beforeEntityAdded(Object entity) {
        // SKUs are given.
    }

    @Override
    public void afterEntityAdded(Object entity) {
        // SKUs are given.
    }

    @Override
    public void beforeEntityRemoved(Object entity) {
        // SKUs are given.
    }

    @Override
    public void afterEntityRemoved(Object entity) {
        // SKUs are given.
    }

    @Override
    public HardSoftLongScore calculateScore() {
        working().space().countScoreCalculation();
        SharedUse use = working().use();
        return HardSoftLongScore.of(-use.excess(), -use.costMicros());
    }

    private PlanSolution working() {
        if (working == null) {
            throw new IllegalStateException("The score is asked before there is a plan.");
        }
        return working;
    }
}
