package org.plenish.engine.simulate.sample;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.engine.simulate.sample.PlanUncertainty.CostSpread;

/**
 * Lets thousands of futures happen to a plan's articles. Articles are gathered in a fixed number of blocks, each added up
 * by itself and then in order: the result is the same to the last bit for any number of threads.
 */
public final class PlanFutures {

    private static final int BLOCKS = 16;

    private final List<ArticleModel> articles;
    private final TimeBuckets horizon;
    private final Calendar calendar;
    private final SimulationSettings settings;
    private final LeadTimes leadTimes = new LeadTimes();

    private record Block(PathTotals totals, List<LocationRisk> risks) {}

    private PlanFutures(List<ArticleModel> articles, TimeBuckets horizon, SimulationSettings settings) {
        this.articles = articles;
        this.horizon = horizon;
        this.settings = settings;
        calendar = new Calendar(horizon);
    }

    /**
     * @param articles all with series as long as the horizon
     * @param horizon the plan's buckets
     */
    public static PlanUncertainty of(List<ArticleModel> articles, TimeBuckets horizon, SimulationSettings settings) {
        return new PlanFutures(articles, horizon, settings).sample();
    }

    private PlanUncertainty sample() {
        List<Block> blocks = blocks();
        PathTotals totals = new PathTotals(settings.paths(), horizon.count());
        blocks.forEach(block -> totals.add(block.totals()));
        return new PlanUncertainty(
                settings,
                horizon,
                Spread.of(shares(totals.bucketsServed, totals.bucketsWithDemand)),
                Spread.of(shares(served(totals), totals.demandUnits)),
                Spread.of(divided(acrossBuckets(totals.stockValue), horizon.count())),
                byBucket(totals.stockValue),
                byBucket(totals.cashCommitted),
                Spread.of(acrossBuckets(totals.cashCommitted)),
                new CostSpread(
                        Spread.of(totals.holdingCost),
                        Spread.of(totals.shortageCost),
                        Spread.of(totals.obsolescenceCost),
                        Spread.of(totals.orderingCost),
                        Spread.of(totalCost(totals))),
                blocks.stream().flatMap(block -> block.risks().stream()).toList());
    }

    private List<Block> blocks() {
        ForkJoinPool pool = new ForkJoinPool(settings.threads());
        try {
            return pool.submit(() -> IntStream.range(0, BLOCKS)
                            .parallel()
                            .mapToObj(this::block)
                            .toList())
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The simulation was interrupted; start it again.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The simulation failed: " + e.getCause(), e);
        } finally {
            pool.shutdownNow();
        }
    }

    private Block block(int number) {
        PathTotals totals = new PathTotals(settings.paths(), horizon.count());
        int from = (int) ((long) articles.size() * number / BLOCKS);
        int to = (int) ((long) articles.size() * (number + 1) / BLOCKS);
        List<LocationRisk> risks = articles.subList(from, to).stream()
                .flatMap(article ->
                        new ArticleSimulation(article, calendar, leadTimes, settings.seed(), totals).run().stream())
                .toList();
        return new Block(totals, risks);
    }

    private List<Spread> byBucket(double[] byBucketAndPath) {
        int paths = settings.paths();
        return IntStream.range(0, horizon.count())
                .mapToObj(t -> Spread.of(Arrays.copyOfRange(byBucketAndPath, t * paths, (t + 1) * paths)))
                .toList();
    }

    private double[] acrossBuckets(double[] byBucketAndPath) {
        double[] sums = new double[settings.paths()];
        for (int i = 0; i < byBucketAndPath.length; i++) {
            sums[i % sums.length] += byBucketAndPath[i];
        }
        return sums;
    }

    private static double[] totalCost(PathTotals totals) {
        double[] cost = totals.holdingCost.clone();
        for (int path = 0; path < cost.length; path++) {
            cost[path] += totals.shortageCost[path] + totals.obsolescenceCost[path] + totals.orderingCost[path];
        }
        return cost;
    }

    private static double[] served(PathTotals totals) {
        double[] served = totals.demandUnits.clone();
        for (int path = 0; path < served.length; path++) {
            served[path] -= totals.shortUnits[path];
        }
        return served;
    }

    /** Path by path; where nothing was asked for, all was served. */
    private static double[] shares(double[] parts, double[] wholes) {
        double[] shares = new double[parts.length];
        for (int path = 0; path < shares.length; path++) {
            shares[path] = wholes[path] == 0 ? 1 : parts[path] / wholes[path];
        }
        return shares;
    }

    private static double[] divided(double[] values, double by) {
        return Arrays.stream(values).map(value -> value / by).toArray();
    }
}
