package org.plenish.engine.optimize.pricing;

import java.util.Arrays;
import org.plenish.engine.optimize.ExactProblem;
import org.plenish.engine.optimize.ReplenishmentProblem.Lane;

/**
 * A bound that also holds for plans with transfers. Each SKU and set of connected warehouses takes the greater of two
 * relaxations: its warehouses pooled ({@link PooledProblem}), or each alone, giving stock away for nothing and buying
 * at its lanes' cost what no sender loses. A warehouse without lanes for the SKU stands alone, without relaxation.
 */
final class TransferBound {

    private final ExactProblem problem;
    private final InParallel parallel;
    private final PooledProblem pooled;

    TransferBound(ExactProblem problem, InParallel parallel) {
        this.problem = problem;
        this.parallel = parallel;
        this.pooled = new PooledProblem(problem);
    }

    /** Whether anything can move at all; if not, the dual function itself is the bound. */
    boolean anyTransfers() {
        return pooled.exact() != null;
    }

    private record Tools(SiteLotSizing sites, SiteLotSizing pools) {}

    /** What all SKUs cost at least under any prices and any split of headers, before what the limits are worth. */
    double cost(LimitPrices prices, HeaderShares headers) {
        return cost(prices, headers, true);
    }

    /** The same by pooling alone: less, but quick. */
    double pooledCost(LimitPrices prices, HeaderShares headers) {
        return cost(prices, headers, false);
    }

    private double cost(LimitPrices prices, HeaderShares headers, boolean apart) {
        ExactProblem pools = pooled.exact() == null ? problem : pooled.exact();
        double[] costs = new double[problem.skus()];
        double[] paymentPrices = prices.paymentPrices(problem);
        parallel.forEach(
                costs.length,
                () -> new Tools(new SiteLotSizing(problem), new SiteLotSizing(pools)),
                (tools, sku) -> costs[sku] = cost(tools, sku, prices, paymentPrices, headers, apart));
        double sum = 0;
        for (double cost : costs) {
            sum += cost;
        }
        return sum;
    }

    private double cost(
            Tools tools, int sku, LimitPrices prices, double[] paymentPrices, HeaderShares headers, boolean apart) {
        double[] alone = new double[problem.warehouses()];
        SiteTerms terms = new SiteTerms(problem.sku(sku).sources().size(), problem.periods());
        double cost = 0;
        for (int w = 0; w < alone.length; w++) {
            if (apart || !pooled.isPooled(sku, w)) {
                prices.writeTo(terms, problem, sku, w, paymentPrices);
                headers.writeTo(terms, sku, w);
                if (pooled.isPooled(sku, w)) {
                    relaxTransfers(terms, sku, w);
                    alone[w] = tools.sites().solve(sku, w, terms).bound();
                } else {
                    cost += tools.sites().solve(sku, w, terms).bound();
                }
            }
        }
        for (int pool : pooled.poolsOf(sku)) {
            double separately = pooled.warehousesOf(pool).stream()
                    .mapToDouble(w -> alone[w])
                    .sum();
            double together = pooled.bounds(pool)
                    ? tools.pools()
                            .solve(pool, 0, pooled.terms(pool, prices, paymentPrices, headers))
                            .bound()
                    : 0;
            cost += Math.max(separately, together);
        }
        return cost;
    }

    private void relaxTransfers(SiteTerms terms, int sku, int warehouse) {
        double[] cheapest = new double[problem.periods()];
        Arrays.fill(cheapest, Double.POSITIVE_INFINITY);
        for (Lane lane : problem.problem().lanes()) {
            for (int t = 0; t + lane.leadTimePeriods() < problem.periods(); t++) {
                if (PooledProblem.mayMove(problem, sku, lane)) {
                    if (lane.from() == warehouse) {
                        terms.mayGive(t);
                    }
                    if (lane.to() == warehouse) {
                        int arrival = t + lane.leadTimePeriods();
                        cheapest[arrival] =
                                Math.min(cheapest[arrival], PooledProblem.movingCost(problem.sku(sku), lane));
                    }
                }
            }
        }
        for (int t = 0; t < cheapest.length; t++) {
            terms.inflowPrice(t, cheapest[t]);
        }
    }
}
