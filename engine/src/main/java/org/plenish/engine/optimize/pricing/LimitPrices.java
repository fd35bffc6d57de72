package org.plenish.engine.optimize.pricing;

import java.util.Arrays;
import org.plenish.engine.optimize.ExactProblem;
import org.plenish.engine.optimize.FixedPoint;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;
import org.plenish.engine.optimize.SharedUse;

/**
 * Prices of the limits that items share. Not changed once built.
 *
 * @param space {@code [zone][period]}, the whole warehouses first; currency per m³ at the period's peak, ≥ 0
 * @param cashLimit {@code [period]}, currency per currency unit of that period's limit, ≥ 0; empty: not limited
 */
@SuppressWarnings("ArrayRecordComponent") // numerical; indexed as in the problem
public record LimitPrices(double[][] space, double[] cashLimit) {

    public static LimitPrices zero(ExactProblem index) {
        return new LimitPrices(new double[index.zones()][index.periods()], new double[index.cashPeriods()]);
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

    /** What a unit of the SKU pays at the period's peak, in all the zones it takes space of; currency units. */
    public double peakPrice(ExactProblem index, int sku, int warehouse, int period) {
        double price = 0;
        for (int zone : index.zonesOf(sku, warehouse)) {
            price += space[zone][period];
        }
        return price * index.sku(sku).volumeM3();
    }

    /** The same terms for every line of the SKU at the warehouse: prices only, nothing of the rest of the plan. */
    public void writeTo(SiteTerms terms, ExactProblem index, int sku, int warehouse, double[] paymentPrices) {
        terms.reset();
        for (int t = 0; t < index.periods(); t++) {
            terms.peakPrice(t, peakPrice(index, sku, warehouse, t));
        }
        for (int k = 0; k < index.sku(sku).sources().size(); k++) {
            Source source = index.sku(sku).sources().get(k);
            for (int t = 0; t < index.periods(); t++) {
                terms.paymentPrice(k, t, paymentPrices[index.paymentPeriod(source, t)]);
            }
        }
    }

    /** What the limits are worth at these prices, currency units: the constant of the Lagrangian. */
    public double worth(ExactProblem index) {
        double worth = 0;
        for (int zone = 0; zone < space.length; zone++) {
            for (int t = 0; t < space[zone].length; t++) {
                if (space[zone][t] > 0) {
                    worth += space[zone][t] * FixedPoint.cubicMetres(index.spaceCubicMillimetres(zone, t));
                }
            }
        }
        for (int p = 0; p < cashLimit.length; p++) {
            if (cashLimit[p] > 0) {
                worth += cashLimit[p] * FixedPoint.currency(Math.max(0, index.cashMicros(p)));
            }
        }
        return worth;
    }

    /** The same without prices of what is not limited. */
    public LimitPrices ofLimits(ExactProblem index) {
        LimitPrices limited = scaled(1, 1);
        for (int zone = 0; zone < space.length; zone++) {
            for (int t = 0; t < space[zone].length; t++) {
                if (index.spaceCubicMillimetres(zone, t) == FixedPoint.UNLIMITED) {
                    limited.space[zone][t] = 0;
                }
            }
        }
        for (int p = 0; p < cashLimit.length; p++) {
            if (index.cashMicros(p) == FixedPoint.UNLIMITED) {
                limited.cashLimit[p] = 0;
            }
        }
        return limited;
    }

    /**
     * The same, higher where a plan is over a limit.
     *
     * @param raise of a whole limit, currency units
     */
    public LimitPrices raised(ExactProblem index, SharedUse use, double raise) {
        LimitPrices raised = scaled(1, 1);
        for (int zone = 0; zone < space.length; zone++) {
            for (int t = 0; t < space[zone].length; t++) {
                long limit = index.spaceCubicMillimetres(zone, t);
                if (use.spaceCubicMillimetres(zone, t) > limit) {
                    raised.space[zone][t] += raise / Math.max(1e-3, FixedPoint.cubicMetres(limit));
                }
            }
        }
        for (int p = 0; p < cashLimit.length; p++) {
            if (use.spentMicros(p) > index.cashMicros(p)) {
                raised.cashLimit[p] += raise / Math.max(1, FixedPoint.currency(index.cashMicros(p)));
            }
        }
        return raised;
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
