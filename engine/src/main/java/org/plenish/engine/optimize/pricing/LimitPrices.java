package org.plenish.engine.optimize.pricing;

import java.util.Arrays;
import org.plenish.engine.optimize.ExactProblem;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;

/**
 * Prices of the limits that items share. Not changed once built.
 *
 * @param space {@code [warehouse][period]}, currency per m³ at the period's peak, ≥ 0
 * @param cashLimit {@code [period]}, currency per currency unit of that period's limit, ≥ 0; empty: not limited
 */
@SuppressWarnings("ArrayRecordComponent") // numerical; indexed as in the problem
public record LimitPrices(double[][] space, double[] cashLimit) {

    public static LimitPrices zero(ExactProblem index) {
        return new LimitPrices(new double[index.warehouses()][index.periods()], new double[index.cashPeriods()]);
    }

    /**
     * What paying one currency unit in each period costs: every limit it counts against.
     *
     * @return {@code [period]}, over all periods in which money may leave
     */
    public double[] paymentPrices(ExactProblem index) {
        double[] prices = Arrays.copyOf(cashLimit, index.paymentPeriods());
        if (index.cashCarriesForward()) {
            for (int period = cashLimit.length - 2; period >= 0; period--) {
                prices[period] += prices[period + 1];
            }
        }
        return prices;
    }

    /** The same terms for every line of the SKU at the warehouse: prices only, nothing of the rest of the plan. */
    public void writeTo(SiteTerms terms, ExactProblem index, int sku, int warehouse, double[] paymentPrices) {
        terms.reset();
        double volumeM3 = index.sku(sku).volumeM3();
        for (int t = 0; t < index.periods(); t++) {
            terms.peakPrice(t, space[warehouse][t] * volumeM3);
        }
        for (int k = 0; k < index.sku(sku).sources().size(); k++) {
            Source source = index.sku(sku).sources().get(k);
            for (int t = 0; t < index.periods(); t++) {
                terms.paymentPrice(k, t, paymentPrices[index.paymentPeriod(source, t)]);
            }
        }
    }

    /** Every price of space and of cash times a factor. */
    public LimitPrices scaled(double spaceFactor, double cashFactor) {
        double[][] scaledSpace = new double[space.length][];
        for (int w = 0; w < space.length; w++) {
            scaledSpace[w] = space[w].clone();
            for (int t = 0; t < scaledSpace[w].length; t++) {
                scaledSpace[w][t] *= spaceFactor;
            }
        }
        double[] scaledCash = cashLimit.clone();
        for (int p = 0; p < scaledCash.length; p++) {
            scaledCash[p] *= cashFactor;
        }
        return new LimitPrices(scaledSpace, scaledCash);
    }
}
