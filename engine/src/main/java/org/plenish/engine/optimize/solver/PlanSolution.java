package org.plenish.engine.optimize.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.domain.solution.cloner.SolutionCloner;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
import org.plenish.engine.optimize.ItemPlan;
import org.plenish.engine.optimize.SharedUse;
import org.plenish.engine.optimize.trade.PlanAtHand;

/**
 * A plan for the SKUs of one search. The solver clones it at every new best, so a clone is one array; its entities are made only
 * when somebody asks for them.
 */
@PlanningSolution(solutionCloner = PlanSolution.Cloner.class)
public class PlanSolution {

    private final SearchSpace space;
    private final ItemPlan[] plans;
    private @Nullable List<ItemDecision> decisions;
    private @Nullable SharedUse use;
    private @Nullable PlanAtHand hand;
    private @Nullable HardSoftLongScore score;

    PlanSolution(SearchSpace space, ItemPlan[] plans) {
        this.space = space;
        this.plans = plans;
    }

    @PlanningEntityCollectionProperty
    public List<ItemDecision> getDecisions() {
        if (decisions == null) {
            List<ItemDecision> made = new ArrayList<>(plans.length);
            for (int sku = 0; sku < plans.length; sku++) {
                made.add(new ItemDecision(plans, sku));
            }
            decisions = made;
        }
        return decisions;
    }

    @PlanningScore
    public @Nullable HardSoftLongScore getScore() {
        return score;
    }

    public void setScore(@Nullable HardSoftLongScore score) {
        this.score = score;
    }

    ItemDecision decisionOn(int sku) {
        return getDecisions().get(space.position(sku));
    }

    /** Of all SKUs, with the working plans; from scratch at first, kept by {@link PlanScore}. */
    SharedUse use() {
        if (use == null) {
            use = space.useWith(plans);
        }
        return use;
    }

    void recount() {
        use = null;
        hand = null;
    }

    /** The working plans and their use as moves see them; made once, as it holds the buffers of lot sizing. */
    PlanAtHand atHand(Random random) {
        if (hand == null) {
            hand = new PlanAtHand(space.members(), sku -> plans[space.position(sku)], use(), space.prices(), random);
        }
        return hand;
    }

    SearchSpace space() {
        return space;
    }

    ItemPlan[] plans() {
        return plans;
    }

    /** Copies the array of plans; plans themselves never change. */
    public static class Cloner implements SolutionCloner<PlanSolution> {

        @Override
        public PlanSolution cloneSolution(PlanSolution original) {
            PlanSolution clone = new PlanSolution(original.space, original.plans.clone());
            clone.score = original.score;
            return clone;
        }
    }
}
