package org.plenish.engine.optimize.pricing;

import java.util.Arrays;

/**
 * The terms on which one SKU plans at one warehouse: what the rest of the plan and the prices of the shared limits
 * make of its choices. Mutable, reused from one question to the next; currency units.
 */
public final class SiteTerms {

    /** Price of a unit of stock at the period's peak: space. */
    final double[] peakPrice;
    /** Fixed cost of a line beside the SKU's own, by source and order period: header. */
    final double[][] lineExtra;
    /** Price of a currency unit paid for an order, by source and order period: cash. */
    final double[][] paymentPrice;
    /** Least quantity of a line beside the source's own, by source and order period: supplier minimum. */
    final int[][] leastUnits;
    /** Whether a line may be placed, by source and order period. */
    final boolean[][] open;
    /** From other warehouses, by period of arrival. */
    final int[] inflowUnits;
    /** To other warehouses, by period of departure. */
    final int[] outflowUnits;
    /** Relaxation: cost of a unit bought from other warehouses, by period of arrival; infinite: none. */
    final double[] inflowPrice;
    /** Relaxation: whether stock may be given away at the period's opening. */
    final boolean[] mayGive;

    public SiteTerms(int sources, int periods) {
        peakPrice = new double[periods];
        lineExtra = new double[sources][periods];
        paymentPrice = new double[sources][periods];
        leastUnits = new int[sources][periods];
        open = new boolean[sources][periods];
        inflowUnits = new int[periods];
        outflowUnits = new int[periods];
        inflowPrice = new double[periods];
        mayGive = new boolean[periods];
    }

    /** Back to: no prices, every line open, no transfers. */
    public void reset() {
        Arrays.fill(peakPrice, 0);
        for (int k = 0; k < lineExtra.length; k++) {
            Arrays.fill(lineExtra[k], 0);
            Arrays.fill(paymentPrice[k], 0);
            Arrays.fill(leastUnits[k], 0);
            Arrays.fill(open[k], true);
        }
        Arrays.fill(inflowUnits, 0);
        Arrays.fill(outflowUnits, 0);
        Arrays.fill(inflowPrice, Double.POSITIVE_INFINITY);
        Arrays.fill(mayGive, false);
    }

    public void peakPrice(int period, double currencyPerUnit) {
        peakPrice[period] = currencyPerUnit;
    }

    public void lineExtra(int source, int period, double currency) {
        lineExtra[source][period] = currency;
    }

    public void paymentPrice(int source, int period, double price) {
        paymentPrice[source][period] = price;
    }

    public void leastUnits(int source, int period, int units) {
        leastUnits[source][period] = units;
    }

    public void close(int source, int period) {
        open[source][period] = false;
    }

    public void flow(int period, int inflow, int outflow) {
        inflowUnits[period] = inflow;
        outflowUnits[period] = outflow;
    }

    public void inflowPrice(int period, double currencyPerUnit) {
        inflowPrice[period] = currencyPerUnit;
    }

    public void mayGive(int period) {
        mayGive[period] = true;
    }
}
