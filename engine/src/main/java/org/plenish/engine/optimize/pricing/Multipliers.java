package org.plenish.engine.optimize.pricing;

import java.util.Arrays;
import org.plenish.engine.optimize.ExactProblem;

/**
 * A point of the dual: what every coupling between SKUs costs. Not changed once built.
 *
 * @param limits prices of space and cash
 * @param shares {@code [sku][slot]}: what using a setup costs an SKU, currency units
 * @param premiums {@code [group]}: what a currency unit of order value earns towards the supplier's minimum
 * @param volumePrices {@code [setup]}: of a m³ in the setup, currency units
 */
@SuppressWarnings("ArrayRecordComponent") // numerical; indexed as in the problem
record Multipliers(LimitPrices limits, double[][] shares, double[] premiums, double[] volumePrices) {

    /** No limit has a price, lines share their header evenly, a truck is paid by volume. */
    static Multipliers start(ExactProblem problem, Setups setups) {
        double[][] shares = setups.perSlot();
        double[] volumePrices = new double[setups.count()];
        for (int setup = 0; setup < setups.count(); setup++) {
            if (!setups.isGroup(setup) && setups.capacityM3(setup) < Double.POSITIVE_INFINITY) {
                volumePrices[setup] = setups.fixedCost(setup) / setups.capacityM3(setup);
            } else {
                int members = setups.endOfMembers(setup) - setups.firstMember(setup);
                for (int m = setups.firstMember(setup); m < setups.endOfMembers(setup); m++) {
                    shares[setups.sku(m)][setups.slot(m)] = setups.fixedCost(setup) / members;
                }
            }
        }
        return new Multipliers(LimitPrices.zero(problem), shares, new double[problem.groups()], volumePrices);
    }

    Multipliers withLimits(LimitPrices others) {
        return new Multipliers(others, shares, premiums, volumePrices);
    }

    /** Where value and volume in a setup have no price, its users share no more than it costs by itself. */
    Multipliers withoutPremiums(Setups setups) {
        Multipliers plain =
                new Multipliers(limits, shares, new double[premiums.length], new double[volumePrices.length]).copy();
        for (int group = 0; group < premiums.length; group++) {
            double owed = setups.fixedCost(group) + premiums[group] * setups.minimum(group);
            double part = owed > 0 ? setups.fixedCost(group) / owed : 0;
            for (int m = setups.firstMember(group); premiums[group] > 0 && m < setups.endOfMembers(group); m++) {
                plain.shares()[setups.sku(m)][setups.slot(m)] *= part;
            }
        }
        return plain;
    }

    /** The same, with rows of its own. */
    Multipliers copy() {
        return new Multipliers(
                limits,
                Arrays.stream(shares).map(double[]::clone).toArray(double[][]::new),
                premiums.clone(),
                volumePrices.clone());
    }
}
