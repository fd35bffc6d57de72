package org.plenish.engine.optimize.pricing;

import java.util.Arrays;
import org.plenish.engine.optimize.ExactProblem;

/**
 * A point of the dual: what every coupling between SKUs costs. Not changed once built.
 *
 * @param limits prices of space and cash
 * @param shares {@code [sku][slot]}: what using a pool costs an SKU, currency units
 * @param premiums {@code [group]}: what a currency unit of order value earns towards the supplier's minimum
 * @param volumePrices {@code [pool]}: of a m³ in the pool, currency units
 */
@SuppressWarnings("ArrayRecordComponent") // numerical; indexed as in the problem
record Multipliers(LimitPrices limits, double[][] shares, double[] premiums, double[] volumePrices) {

    /** No limit has a price, lines share their header evenly, a truck is paid by volume. */
    static Multipliers start(ExactProblem problem, Pools pools) {
        double[][] shares = pools.perSlot();
        double[] volumePrices = new double[pools.count()];
        for (int pool = 0; pool < pools.count(); pool++) {
            if (!pools.isGroup(pool) && pools.capacityM3(pool) < Double.POSITIVE_INFINITY) {
                volumePrices[pool] = pools.fixedCost(pool) / pools.capacityM3(pool);
            } else {
                int members = pools.endOfMembers(pool) - pools.firstMember(pool);
                for (int m = pools.firstMember(pool); m < pools.endOfMembers(pool); m++) {
                    shares[pools.sku(m)][pools.slot(m)] = pools.fixedCost(pool) / members;
                }
            }
        }
        return new Multipliers(LimitPrices.zero(problem), shares, new double[problem.groups()], volumePrices);
    }

    /** The same with other prices of the limits, shares and volume prices copied. */
    Multipliers copy() {
        return new Multipliers(
                limits,
                Arrays.stream(shares).map(double[]::clone).toArray(double[][]::new),
                premiums.clone(),
                volumePrices.clone());
    }
}
