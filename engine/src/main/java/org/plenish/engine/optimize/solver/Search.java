package org.plenish.engine.optimize.solver;

import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.solver.Solver;
import org.optaplanner.core.api.solver.SolverFactory;
import org.optaplanner.core.config.heuristic.selector.move.factory.MoveIteratorFactoryConfig;
import org.optaplanner.core.config.localsearch.LocalSearchPhaseConfig;
import org.optaplanner.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import org.optaplanner.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import org.optaplanner.core.config.score.director.ScoreDirectorFactoryConfig;
import org.optaplanner.core.config.solver.EnvironmentMode;
import org.optaplanner.core.config.solver.SolverConfig;
import org.optaplanner.core.config.solver.termination.TerminationConfig;
import org.plenish.engine.optimize.ItemPlan;
import org.plenish.engine.optimize.SharedUse;
import org.plenish.engine.optimize.pricing.LimitPrices;
import org.plenish.engine.optimize.trade.Members;

/**
 * One run of OptaPlanner: simulated annealing over moves of the trade on some SKUs while the others stay. Few entities
 * keep its clone at every new best small.
 *
 * @param seed of its random choices
 * @param temperatureMicros at the start: how much dearer a plan may become, millionths of the currency unit
 */
record Search(Members members, long seed, long temperatureMicros) {

    /** @param plans of the members, in their order */
    @SuppressWarnings("ArrayRecordComponent") // handed over once
    record Outcome(ItemPlan[] plans, long scoreCalculations) {}

    /**
     * @param moves score calculations; null: bounded by the clock
     * @param seconds null: bounded by moves
     */
    record Budget(@Nullable Long moves, @Nullable Double seconds) {}

    /**
     * @param plans by SKU
     * @param all use of the plans of all SKUs
     * @param shareOfFree of the free space and cash, what this search may take
     */
    Outcome run(
            IntFunction<ItemPlan> plans,
            SharedUse all,
            double shareOfFree,
            LimitPrices prices,
            Budget budget,
            EnvironmentMode mode) {
        SharedUse others = all.leaving(shareOfFree);
        ItemPlan[] start = members.skus().stream().map(plans::apply).toArray(ItemPlan[]::new);
        for (ItemPlan plan : start) {
            others.remove(plan);
        }
        SearchSpace space = new SearchSpace(members, others, prices);
        Solver<PlanSolution> solver =
                SolverFactory.<PlanSolution>create(config(budget, mode)).buildSolver();
        ItemPlan[] best = solver.solve(new PlanSolution(space, start)).plans();
        return new Outcome(best, space.scoreCalculations());
    }

    private SolverConfig config(Budget budget, EnvironmentMode mode) {
        TerminationConfig termination = new TerminationConfig();
        if (budget.moves() != null) {
            termination.withScoreCalculationCountLimit(Math.max(1, budget.moves()));
        }
        if (budget.seconds() != null) {
            termination.withMillisecondsSpentLimit((long) Math.max(1, budget.seconds() * 1000));
        }
        return new SolverConfig()
                .withEnvironmentMode(mode)
                .withRandomSeed(seed)
                .withSolutionClass(PlanSolution.class)
                .withEntityClassList(List.of(ItemDecision.class))
                .withScoreDirectorFactory(
                        new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(PlanScore.class))
                .withTerminationConfig(termination)
                .withPhaseList(List.of(new LocalSearchPhaseConfig()
                        .withMoveSelectorConfig(
                                new MoveIteratorFactoryConfig().withMoveIteratorFactoryClass(TradeMoveFactory.class))
                        // Never uphill over a limit; a little in cost.
                        .withAcceptorConfig(new LocalSearchAcceptorConfig()
                                .withSimulatedAnnealingStartingTemperature(
                                        "0hard/" + Math.max(1, temperatureMicros) + "soft"))
                        .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1))));
    }
}
