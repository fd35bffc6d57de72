package org.plenish.benchmarks.optimize;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.plenish.benchmarks.PeakMemory;
import org.plenish.engine.optimize.OptimizerSettings;
import org.plenish.engine.optimize.PlanOptimizer;
import org.plenish.engine.optimize.ReplenishmentProblem;
import org.plenish.engine.optimize.SyntheticProblem;

/** Drawn problems of growing size: a quarter of a year, five warehouses, space and cash binding. */
final class GeneratedRuns {

    static final int WAREHOUSES = 5;
    static final int PERIODS = 13;

    private static final double MEGABYTE = 1 << 20;

    private GeneratedRuns() {}

    /** @param skuLocations at least {@link #WAREHOUSES} */
    static ReplenishmentProblem problem(int skuLocations, boolean lanes, long seed) {
        return SyntheticProblem.of(Math.max(1, skuLocations / WAREHOUSES), WAREHOUSES, PERIODS, lanes, seed);
    }

    /** @return whether every limit is kept and no bound is above a cost */
    static boolean run(List<Integer> sizes, boolean lanes, OptimizerSettings settings, PrintWriter out)
            throws IOException {
        out.println("SKU-locations" + (lanes ? " with lanes" : "")
                + ": cost, bound, gap %, cost before the finish, violations, seconds (by stage), moves a second,"
                + " peak heap MB, resident MB so far");
        boolean kept = true;
        for (int size : sizes) {
            ReplenishmentProblem problem = problem(size, lanes, settings.seed());
            PeakMemory.reset();
            TimedRun run = TimedRun.of(new PlanOptimizer(), problem, settings);
            PeakMemory memory = PeakMemory.upToNow();
            kept &= run.result().violations().isEmpty() && run.boundHolds();
            double finishing = run.secondsByStage().getOrDefault("finishing", Double.NaN);
            out.printf(
                    Locale.ROOT,
                    "%,d: %.0f, %.0f, %.2f, %.0f, %d%s, %.1f (%s), %,.0f, %.0f, %.0f%n",
                    size,
                    run.cost(),
                    run.result().lowerBound(),
                    run.gapPercent(),
                    run.result().assembledCost(),
                    run.result().violations().size(),
                    run.boundHolds() ? "" : ", BOUND ABOVE COST",
                    run.seconds(),
                    run.stages(),
                    run.result().scoreCalculations() / finishing,
                    memory.heapBytes() / MEGABYTE,
                    memory.residentBytes() / MEGABYTE);
            out.flush();
        }
        return kept;
    }
}
