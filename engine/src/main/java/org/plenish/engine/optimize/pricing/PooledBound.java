package org.plenish.engine.optimize.pricing;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.optimize.ExactProblem;

/**
 * A lower bound by one lot sizing for each SKU and set of warehouses that lanes connect ({@link PooledProblem}). Weaker
 * than prices of handing over at their best, but there at once, whereas those take hundreds of lot sizings for each SKU:
 * where SKUs are many and the time is not, it is the better one.
 */
final class PooledBound {

    private final ExactProblem problem;
    private final InParallel parallel;
    private final Relaxation apart;
    private final PooledProblem pooled;

    /** @param apart as if nothing could move */
    PooledBound(ExactProblem problem, Relaxation apart, InParallel parallel) {
        this.problem = problem;
        this.parallel = parallel;
        this.apart = apart;
        this.pooled = new PooledProblem(problem);
    }

    private record Worker(SkuPlanner alone, @Nullable SiteLotSizing together) {}

    /**
     * No plan that keeps the limits costs less, with or without transfers.
     *
     * @param multipliers of {@code apart}; what premiums and volume would pay is left out
     * @return currency units; what pinned lines cost by themselves is not in it
     */
    double at(Multipliers multipliers) {
        Multipliers plain = multipliers.withoutPremiums(apart.setups());
        double[] paymentPrices = plain.limits().paymentPrices(problem);
        double[] costs = new double[problem.skus()];
        ExactProblem together = pooled.exact();
        parallel.forEach(
                costs.length,
                () -> new Worker(apart.newPlanner(), together == null ? null : new SiteLotSizing(together)),
                (worker, sku) -> costs[sku] = cost(worker, sku, plain, paymentPrices));
        return apart.constant(plain) + Arrays.stream(costs).sum();
    }

    private double cost(Worker worker, int sku, Multipliers multipliers, double[] paymentPrices) {
        worker.alone().take(sku, multipliers, paymentPrices);
        double cost = 0;
        for (int w = 0; w < problem.warehouses(); w++) {
            cost += pooled.isPooled(sku, w) ? 0 : worker.alone().solve(w);
        }
        SiteLotSizing together = worker.together();
        for (int pool : pooled.poolsOf(sku)) {
            if (together != null && pooled.bounds(pool)) {
                SiteTerms terms = pooled.terms(pool, multipliers, apart.setups(), paymentPrices);
                cost += together.solve(pool, 0, terms).bound();
            }
        }
        return cost;
    }
}
