package org.plenish.engine.plan.scenario;

import java.util.Comparator;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.optimize.OptimizationResult;
import org.plenish.engine.optimize.Optimizer;
import org.plenish.engine.optimize.OptimizerSettings;
import org.plenish.engine.optimize.PlanOptimizer;
import org.plenish.engine.optimize.Reoptimizer;
import org.plenish.engine.optimize.ReplenishmentProblem;
import org.plenish.engine.optimize.Solved;

/**
 * Solves one problem: from another one's plan where little differs, else from the start. Then it improves the plan in rounds
 * until a round gains next to nothing, whichever way it came: otherwise a plan that goes on from the base's would look
 * cheaper only because it was worked on longer.
 */
final class ContinuingOptimizer implements Optimizer {

    /** Above this share of changed articles the old prices and plans are worth little. */
    private static final double LARGEST_CHANGED_SHARE = 0.3;

    /** What a round gets of the settings' time or moves. */
    private static final double SHARE_OF_A_ROUND = 0.2;

    private static final int MOST_ROUNDS = 6;
    private static final double LEAST_GAIN = 0.001;

    private static final Comparator<OptimizationResult> BETTER = Comparator.comparingInt(
                    (OptimizationResult result) -> result.violations().size())
            .thenComparingDouble(result -> result.cost().total());

    private final @Nullable ContinuingOptimizer from;
    private @Nullable ReplenishmentProblem problem;
    private @Nullable Solved solved;

    /** @param from has solved the base; null: from the start */
    ContinuingOptimizer(@Nullable ContinuingOptimizer from) {
        this.from = from;
    }

    @Override
    public OptimizationResult optimize(
            ReplenishmentProblem posed, OptimizerSettings settings, Consumer<String> progress) {
        Solved found = from == null ? anew(posed, settings, progress) : from(from, posed, settings, progress);
        problem = posed;
        solved = found;
        return found.result();
    }

    private static Solved anew(ReplenishmentProblem posed, OptimizerSettings settings, Consumer<String> progress) {
        return improved(new PlanOptimizer().solve(posed, settings, progress), posed, settings, progress);
    }

    /** A plan that breaks a limit may owe that to where it came from: then one is also looked for from the start. */
    private static Solved from(
            ContinuingOptimizer base,
            ReplenishmentProblem posed,
            OptimizerSettings settings,
            Consumer<String> progress) {
        Solved before = Objects.requireNonNull(base.solved, "the base was not optimized yet");
        ReplenishmentProblem problemBefore = Objects.requireNonNull(base.problem);
        double changedShare = Reoptimizer.changedShare(before.state(), posed);
        if (changedShare > LARGEST_CHANGED_SHARE) {
            return anew(posed, settings, progress);
        }
        Solved gone = new Reoptimizer().solve(before.state(), posed, ofRound(settings, 0), progress);
        if (changedShare == 0 && isTighter(posed, problemBefore)) {
            gone = atLeast(before.result().lowerBound(), gone);
        }
        gone = improved(gone, posed, settings, progress);
        if (gone.result().violations().isEmpty()) {
            return gone;
        }
        Solved anew = anew(posed, settings, progress);
        return BETTER.compare(anew.result(), gone.result()) <= 0 ? anew : gone;
    }

    /** Whether what keeps its limits keeps those of {@code before} as well, which has the same articles and places. */
    private static boolean isTighter(ReplenishmentProblem posed, ReplenishmentProblem before) {
        for (int z = 0; z < posed.zones().size(); z++) {
            if (!isAtMost(posed.zones().get(z).spaceM3(), before.zones().get(z).spaceM3())) {
                return false;
            }
        }
        return isAtMost(posed.cash(), before.cash());
    }

    private static boolean isAtMost(double[] limits, double[] others) {
        for (int t = 0; t < limits.length; t++) {
            if (limits[t] > others[t]) {
                return false;
            }
        }
        return true;
    }

    private static Solved improved(
            Solved start, ReplenishmentProblem posed, OptimizerSettings settings, Consumer<String> progress) {
        Solved best = start;
        for (int round = 1; round <= MOST_ROUNDS; round++) {
            Solved next = new Reoptimizer().solve(best.state(), posed, ofRound(settings, round), progress);
            double cost = best.result().cost().total();
            double gain = cost - next.result().cost().total();
            if (BETTER.compare(next.result(), best.result()) < 0) {
                best = atLeast(best.result().lowerBound(), next);
            }
            if (gain < LEAST_GAIN * cost) {
                return best;
            }
        }
        return best;
    }

    /** What is proven for a problem stays so, whichever plan for it is found. */
    private static Solved atLeast(double lowerBound, Solved solved) {
        OptimizationResult result = solved.result();
        return new Solved(
                new OptimizationResult(
                        result.orders(),
                        result.transfers(),
                        result.scraps(),
                        result.cost(),
                        Math.max(lowerBound, result.lowerBound()),
                        result.assembledCost(),
                        result.spacePrice(),
                        result.cashPrice(),
                        result.violations(),
                        result.scoreCalculations(),
                        result.cutShort()),
                solved.state());
    }

    /** Each round looks at other articles. */
    private static OptimizerSettings ofRound(OptimizerSettings settings, int round) {
        Double seconds = settings.seconds();
        Long moves = settings.moves();
        return new OptimizerSettings(
                seconds == null ? null : (Double) (seconds * SHARE_OF_A_ROUND),
                moves == null ? null : (Long) Math.max(1, Math.round(moves * SHARE_OF_A_ROUND)),
                settings.seed() + round,
                settings.threads());
    }
}
