package org.plenish.engine.optimize.pricing;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.plenish.engine.optimize.ExactProblem;

/**
 * A lower bound by its parts: what each SKU costs at least at fixed multipliers, less what the limits are worth. The
 * parts do not depend on each other, so that after a change only the changed SKUs' are computed anew and the bound still
 * holds. Not changed once built.
 */
public final class BoundParts {

    private static final int HANDOVER_ROUNDS = 8;

    private final double constant;
    private final Multipliers multipliers;
    private final Setups setups;
    private final double[][] handovers;
    private final double[] skuCosts;

    BoundParts(Relaxation relaxation, Multipliers multipliers, double[][] handovers, double[] skuCosts) {
        this.constant = relaxation.constant(multipliers);
        this.setups = relaxation.setups();
        this.multipliers = multipliers;
        this.handovers = handovers;
        this.skuCosts = skuCosts;
    }

    Multipliers multipliers() {
        return multipliers;
    }

    double[][] handovers() {
        return handovers;
    }

    /** No plan that keeps the limits costs less; currency units, ≥ 0. */
    public double lowerBound() {
        double sum = constant;
        for (double cost : skuCosts) {
            sum += cost;
        }
        return Math.max(0, sum);
    }

    /**
     * The bound of a changed problem with the same suppliers, lanes, warehouses and periods, at the same multipliers as
     * far as they still are allowed.
     *
     * @param formerSku by SKU of the changed problem, its index in this one; -1: there is none
     * @param unchanged by SKU of the changed problem: all its data are the same
     */
    public BoundParts changed(ExactProblem changed, int[] formerSku, boolean[] unchanged, InParallel parallel) {
        Relaxation relaxation = new Relaxation(changed, parallel);
        LimitPrices limits = multipliers.limits().ofLimits(changed);
        boolean samePrices = Arrays.deepEquals(
                        limits.space(), multipliers.limits().space())
                && Arrays.equals(limits.cashLimit(), multipliers.limits().cashLimit());
        double[][] shares = relaxation.setups().perSlot();
        double[][] start = new double[shares.length][];
        boolean[] same = new boolean[shares.length];
        for (int sku = 0; sku < shares.length; sku++) {
            int former = formerSku[sku];
            // A new SKU pays for no setup: the others' shares still add up to no more than it costs.
            if (former >= 0 && setups.sameSlots(former, relaxation.setups(), sku)) {
                shares[sku] = multipliers.shares()[former].clone();
                start[sku] = handovers[former];
                same[sku] = unchanged[sku] && samePrices;
            } else {
                start[sku] = new double[0];
            }
        }
        Multipliers kept = new Multipliers(
                limits,
                shares,
                multipliers.premiums().clone(),
                multipliers.volumePrices().clone());
        lower(relaxation.setups(), kept, limits.paymentPrices(changed), same);
        int[] anew = IntStream.range(0, same.length).filter(sku -> !same[sku]).toArray();
        relaxation.startFrom(start);
        double[] costs = relaxation.costs(kept, anew, HANDOVER_ROUNDS);
        for (int sku = 0; sku < costs.length; sku++) {
            if (same[sku]) {
                costs[sku] = skuCosts[formerSku[sku]];
            }
        }
        return new BoundParts(relaxation, kept, relaxation.handovers(), costs);
    }

    /** Where a group owes less than before, or may earn less, its members pay less and are no longer the same. */
    private void lower(Setups now, Multipliers kept, double[] paymentPrices, boolean[] same) {
        double[] premiums = kept.premiums();
        for (int group = 0; group < premiums.length; group++) {
            double before = setups.fixedCost(group) + premiums[group] * setups.minimum(group);
            double premium = Math.min(premiums[group], now.mostPremium(group, paymentPrices));
            double after = now.fixedCost(group) + premium * now.minimum(group);
            if (premium < premiums[group] || after < before) {
                double factor = before > 0 ? Math.min(1, after / before) : 0;
                for (int m = now.firstMember(group); m < now.endOfMembers(group); m++) {
                    kept.shares()[now.sku(m)][now.slot(m)] *= factor;
                    same[now.sku(m)] = false;
                }
                premiums[group] = premium;
                // A container that a pinned line opened may have room for others, at no cost.
                kept.volumePrices()[group] *= now.mostVolumePart(group) == 0 ? 0 : factor;
            }
        }
    }
}
