package org.plenish.engine.optimize.solver;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.optaplanner.core.api.score.buildin.hardsoftlong.HardSoftLongScore;
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
import org.plenish.engine.optimize.ExactProblem;
import org.plenish.engine.optimize.FixedPoint;
import org.plenish.engine.optimize.ItemPlan;
import org.plenish.engine.optimize.SharedUse;
import org.plenish.engine.optimize.pricing.LimitPrices;

/** Lets OptaPlanner finish a plan by simulated annealing over moves of the trade; the warm start is never lost. */
public final class Finish {

    /** Of an average order line's cost: the warm start is good already. */
    private static final double TEMPERATURE_SHARE = 0.4;

    private final ExactProblem problem;
    private final LimitPrices prices;

    public Finish(ExactProblem problem, LimitPrices prices) {
        this.problem = problem;
        this.prices = prices;
    }

    /** @param plans by SKU, never worse than the warm start */
    @SuppressWarnings("ArrayRecordComponent") // by SKU
    public record Outcome(ItemPlan[] plans, long scoreCalculations) {}

    /**
     * @param moves score calculations; null: bounded by the clock
     * @param seconds null: bounded by moves
     */
    public Outcome run(ItemPlan[] start, @Nullable Long moves, @Nullable Double seconds, long seed) {
        if (start.length == 0) {
            return new Outcome(start, 0);
        }
        TerminationConfig termination = new TerminationConfig();
        if (moves != null) {
            termination.withScoreCalculationCountLimit(Math.max(1, moves));
        }
        if (seconds != null) {
            termination.withMillisecondsSpentLimit((long) Math.max(1, seconds * 1000));
        }
        SolverConfig config = new SolverConfig()
                .withEnvironmentMode(EnvironmentMode.REPRODUCIBLE)
                .withRandomSeed(seed)
                .withSolutionClass(PlanSolution.class)
                .withEntityClassList(List.of(ItemDecision.class))
                .withScoreDirectorFactory(
                        new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(PlanScore.class))
                .withTerminationConfig(termination)
                .withPhaseList(List.of(new LocalSearchPhaseConfig()
                        .withMoveSelectorConfig(
                                new MoveIteratorFactoryConfig().withMoveIteratorFactoryClass(TradeMoves.class))
                        .withAcceptorConfig(new LocalSearchAcceptorConfig()
                                .withSimulatedAnnealingStartingTemperature(startingTemperature()))
                        .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1))));
        Solver<PlanSolution> solver = SolverFactory.<PlanSolution>create(config).buildSolver();
        SearchSpace space = new SearchSpace(problem, prices);
        ItemPlan[] best = solver.solve(new PlanSolution(space, start.clone())).plans();
        boolean better = score(best).compareTo(score(start)) > 0;
        return new Outcome(better ? best : start, space.scoreCalculations());
    }

    private HardSoftLongScore score(ItemPlan[] plans) {
        SharedUse use = SharedUse.of(problem, plans);
        return HardSoftLongScore.of(-use.excess(), -use.costMicros());
    }

    /** Never uphill over a limit; a little in cost. */
    private String startingTemperature() {
        double lineCost = problem.problem().skus().stream()
                .mapToDouble(sku -> sku.lineCost())
                .average()
                .orElse(0);
        return "0hard/" + Math.max(1, Math.round(TEMPERATURE_SHARE * FixedPoint.micros(lineCost))) + "soft";
    }
}
