package org.plenish.benchmarks.optimize;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.plenish.engine.optimize.OptimizationResult;
import org.plenish.engine.optimize.Optimizer;
import org.plenish.engine.optimize.OptimizerSettings;
import org.plenish.engine.optimize.ReplenishmentProblem;

/**
 * One run of an optimizer and where its time went.
 *
 * @param secondsByStage in order, by the first word of what the optimizer said it was doing; wall clock
 */
record TimedRun(OptimizationResult result, double seconds, Map<String, Double> secondsByStage) {

    static TimedRun of(Optimizer optimizer, ReplenishmentProblem problem, OptimizerSettings settings) {
        StageClock clock = new StageClock();
        OptimizationResult result = optimizer.optimize(problem, settings, clock::enter);
        clock.leave();
        double seconds =
                clock.seconds.values().stream().mapToDouble(Double::doubleValue).sum();
        return new TimedRun(result, seconds, clock.seconds);
    }

    double cost() {
        return result.cost().total();
    }

    /** How far the cost is above the bound, in percent of the bound; not a number where that is 0. */
    double gapPercent() {
        return result.lowerBound() > 0 ? 100 * (cost() - result.lowerBound()) / result.lowerBound() : Double.NaN;
    }

    /** A bound above a plan that keeps the limits is wrong, beyond rounding. */
    boolean boundHolds() {
        return !result.violations().isEmpty() || result.lowerBound() <= cost() * (1 + 1e-9) + 1e-6;
    }

    String stages() {
        return secondsByStage.entrySet().stream()
                .map(stage -> String.format(Locale.ROOT, "%s %.1f", stage.getKey(), stage.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static final class StageClock {

        private final Map<String, Double> seconds = new LinkedHashMap<>();
        private String stage = "setup";
        private long startNanos = System.nanoTime();

        void enter(String message) {
            leave();
            stage = message.split(" ", 2)[0];
        }

        void leave() {
            long now = System.nanoTime();
            seconds.merge(stage, (now - startNanos) / 1e9, Double::sum);
            startNanos = now;
        }
    }
}
