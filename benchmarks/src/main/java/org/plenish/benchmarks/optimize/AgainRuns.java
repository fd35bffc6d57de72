package org.plenish.benchmarks.optimize;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plenish.engine.optimize.OptimizationResult.OrderLine;
import org.plenish.engine.optimize.OptimizerSettings;
import org.plenish.engine.optimize.OptimizerState;
import org.plenish.engine.optimize.PlanOptimizer;
import org.plenish.engine.optimize.Reoptimizer;
import org.plenish.engine.optimize.ReplenishmentProblem;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;

/** A drawn problem solved again after small changes, beside the same change solved from the start. */
final class AgainRuns {

    private static final long MOVES_AGAIN = 2_000;
    /** Of a run from the start; by moves, so that how busy the machine is does not change what is compared. */
    private static final long MOVES_OF_A_SKU_LOCATION = 10;

    private static final long LEAST_MOVES = 20_000;

    private AgainRuns() {}

    /** @return whether every limit is kept and no bound is above a cost */
    static boolean run(int skuLocations, boolean lanes, long seed, int threads, PrintWriter out) {
        ReplenishmentProblem problem = GeneratedRuns.problem(skuLocations, lanes, seed);
        OptimizerSettings settings =
                OptimizerSettings.ofMoves(Math.max(LEAST_MOVES, MOVES_OF_A_SKU_LOCATION * skuLocations), seed, threads);
        OptimizerState last =
                new PlanOptimizer().solve(problem, settings, message -> {}).state();
        OptimizerSettings again = OptimizerSettings.ofMoves(MOVES_AGAIN, seed, threads);
        new Reoptimizer().solve(last, problem, again, message -> {}); // warms up
        out.printf(
                Locale.ROOT,
                "again, %,d SKU-locations%s: cost, bound, gap %%, violations, seconds (by stage); from the start cost,"
                        + " seconds; again dearer by %%%n",
                skuLocations,
                lanes ? " with lanes" : "");
        boolean kept = true;
        for (Map.Entry<String, ReplenishmentProblem> change : changes(problem).entrySet()) {
            TimedRun run = TimedRun.of(
                    (changed, own, progress) -> new Reoptimizer()
                            .solve(last, changed, own, progress)
                            .result(),
                    change.getValue(),
                    again);
            TimedRun full = TimedRun.of(new PlanOptimizer(), change.getValue(), settings);
            kept &= run.result().violations().isEmpty() && run.boundHolds();
            out.printf(
                    Locale.ROOT,
                    "%s: %.0f, %.0f, %.2f, %d%s, %.2f (%s); %.0f, %.1f; %.2f%n",
                    change.getKey(),
                    run.cost(),
                    run.result().lowerBound(),
                    run.gapPercent(),
                    run.result().violations().size(),
                    run.boundHolds() ? "" : ", BOUND ABOVE COST",
                    run.seconds(),
                    run.stages(),
                    full.cost(),
                    full.seconds(),
                    100 * (run.cost() / full.cost() - 1));
            out.flush();
        }
        return kept;
    }

    private static Map<String, ReplenishmentProblem> changes(ReplenishmentProblem problem) {
        int middle = problem.skus().size() / 2;
        Sku sku = problem.skus().get(middle);
        Map<String, ReplenishmentProblem> changes = new LinkedHashMap<>();
        changes.put("an item's demand doubled", withDemandAndStock(problem, middle, 2, 1));
        changes.put("an item's stock lost", withDemandAndStock(problem, middle, 1, 0));
        changes.put("an order pinned", pinned(problem, middle, sku.sources().get(0)));
        changes.put("cash 1 % less", withLimits(problem, 1, 0.99));
        changes.put("space 1 % less", withLimits(problem, 0.99, 1));
        changes.put("cash 1 % more", withLimits(problem, 1, 1.01));
        return changes;
    }

    private static ReplenishmentProblem withDemandAndStock(
            ReplenishmentProblem problem, int index, int demandFactor, int stockFactor) {
        Sku sku = problem.skus().get(index);
        List<Sku> skus = new ArrayList<>(problem.skus());
        skus.set(
                index,
                sku.with(
                        sku.sources(),
                        Arrays.stream(sku.demandUnits())
                                .map(row -> times(row, demandFactor))
                                .toArray(int[][]::new),
                        times(sku.initialUnits(), stockFactor),
                        sku.receiptUnits()));
        return problem.withSkus(skus);
    }

    private static int[] times(int[] units, int factor) {
        return Arrays.stream(units).map(value -> value * factor).toArray();
    }

    private static ReplenishmentProblem pinned(ReplenishmentProblem problem, int index, Source source) {
        int period = 0;
        while (!source.canOrder()[period]) {
            period++;
        }
        return problem.withPinned(
                List.of(new OrderLine(index, 0, 0, period, source.minOrderQuantityUnits())), List.of());
    }

    private static ReplenishmentProblem withLimits(
            ReplenishmentProblem problem, double spaceFactor, double cashFactor) {
        return new ReplenishmentProblem(
                problem.periods(),
                problem.warehouses(),
                problem.suppliers(),
                problem.lanes(),
                problem.skus(),
                Arrays.stream(problem.spaceM3())
                        .map(row -> times(row, spaceFactor))
                        .toArray(double[][]::new),
                times(problem.cash(), cashFactor),
                problem.cashCarriesForward());
    }

    private static double[] times(double[] values, double factor) {
        return Arrays.stream(values).map(value -> value * factor).toArray();
    }
}
