package org.plenish.engine.optimize.solver;

import java.util.ArrayList;
import java.util.List;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.move.AbstractMove;
import org.plenish.engine.optimize.ItemPlan;

/**
 * Replaces the plans of some SKUs, at least none: a move without effect still counts as a score calculation, so that
 * the search ends where there is nothing to decide.
 */
final class ReplacePlans extends AbstractMove<PlanSolution> {

    private final List<ItemDecision> decisions;
    private final List<ItemPlan> plans;

    ReplacePlans(List<ItemDecision> decisions, List<ItemPlan> plans) {
        this.decisions = decisions;
        this.plans = plans;
    }

    @Override
    protected ReplacePlans createUndoMove(ScoreDirector<PlanSolution> scoreDirector) {
        List<ItemPlan> before = new ArrayList<>(decisions.size());
        for (ItemDecision decision : decisions) {
            before.add(decision.getPlan());
        }
        return new ReplacePlans(decisions, before);
    }

    @Override
    protected void doMoveOnGenuineVariables(ScoreDirector<PlanSolution> scoreDirector) {
        for (int i = 0; i < decisions.size(); i++) {
            scoreDirector.beforeVariableChanged(decisions.get(i), "plan");
            decisions.get(i).setPlan(plans.get(i));
            scoreDirector.afterVariableChanged(decisions.get(i), "plan");
        }
    }

    @Override
    public boolean isMoveDoable(ScoreDirector<PlanSolution> scoreDirector) {
        return true;
    }

    @Override
    public List<ItemDecision> getPlanningEntities() {
        return decisions;
    }

    @Override
    public List<ItemPlan> getPlanningValues() {
        return plans;
    }
}
