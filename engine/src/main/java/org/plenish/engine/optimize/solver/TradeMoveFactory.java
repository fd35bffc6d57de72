package org.plenish.engine.optimize.solver;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.optaplanner.core.api.score.director.ScoreDirector;
import org.optaplanner.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;
import org.plenish.engine.optimize.ItemPlan;
import org.plenish.engine.optimize.trade.PlanAtHand;

/** Feeds the solver with moves of the trade, see {@link PlanAtHand}. */
public class TradeMoveFactory implements MoveIteratorFactory<PlanSolution, ReplacePlans> {

    @Override
    public long getSize(ScoreDirector<PlanSolution> scoreDirector) {
        return scoreDirector.getWorkingSolution().getDecisions().size();
    }

    @Override
    public Iterator<ReplacePlans> createOriginalMoveIterator(ScoreDirector<PlanSolution> scoreDirector) {
        throw new UnsupportedOperationException("Moves are drawn, not listed: use the random selection order.");
    }

    @Override
    public Iterator<ReplacePlans> createRandomMoveIterator(ScoreDirector<PlanSolution> scoreDirector, Random random) {
        PlanSolution solution = scoreDirector.getWorkingSolution();
        PlanAtHand hand = solution.atHand(random);
        return new Iterator<>() {

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public ReplacePlans next() {
                List<ItemPlan> plans = hand.propose();
                List<ItemDecision> decisions = new ArrayList<>(plans.size());
                for (ItemPlan plan : plans) {
                    decisions.add(solution.decisionOn(plan.sku()));
                }
                return new ReplacePlans(decisions, plans);
            }
        };
    }
}
