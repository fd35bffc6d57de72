package org.plenish.engine.optimize.pricing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    /** Price of a unit ordered, by source and order period: container. */
    final double[][] unitExtra;
    /** Least quantity of a line beside the source's own, by source and order period: supplier minimum. */
    final int[][] leastUnits;
    /** Whether a line may be placed, by source and order period. */
    final boolean[][] open;
    /** Most of a line beside the source's own, by source and order period. */
    final int[][] mostUnits;
    /** Whether a line must be placed, by source and order period. */
    final boolean[][] forced;
    /** From other warehouses, by period of arrival. */
    final int[] inflowUnits;
    /** To other warehouses, by period of departure. */
    final int[] outflowUnits;
    /** Relaxation: cost of a unit bought from other warehouses, by period of arrival; infinite: none. */
    final double[] inflowPrice;
    /** Relaxation: what a unit of the opening stock earns, by way out and period of departure; -infinite: none. */
    double[][] outflowPrice;
    /** Relaxation: what sending anything costs beside, by way out and period of departure. */
    double[][] outflowFixed;
    /** Relaxation: units that may go through this warehouse for others. */
    int elsewhereUnits;
    /** Most units at the period's peak that the rest of the plan leaves room for; stock that is there anyway may stay. */
    final int[] mostPeakUnits;
    /** Most units whose orders arrive by the period that the rest of the plan leaves money for. */
    final int[] mostOrderedUnits;
    /** What may be had from other warehouses, by lane into this one and period of arrival; null: nothing. */
    final List<@Nullable LaneOffer[]> offers = new ArrayList<>();

    /**
     * Stock another warehouse could send.
     *
     * @param mostUnits multiple of the transfer pack
     * @param unitPrice currency units: what moving costs and what the sender loses
     * @param fixed currency units, if any of it is taken
     */
    public record LaneOffer(int lane, int departure, int mostUnits, double unitPrice, double fixed) {}

    public SiteTerms(int sources, int periods) {
        peakPrice = new double[periods];
        lineExtra = new double[sources][periods];
        paymentPrice = new double[sources][periods];
        unitExtra = new double[sources][periods];
        leastUnits = new int[sources][periods];
        open = new boolean[sources][periods];
        mostUnits = new int[sources][periods];
        forced = new boolean[sources][periods];
        inflowUnits = new int[periods];
        outflowUnits = new int[periods];
        inflowPrice = new double[periods];
        outflowPrice = new double[0][];
        outflowFixed = new double[0][];
        mostPeakUnits = new int[periods];
        mostOrderedUnits = new int[periods];
    }

    /** Back to: no prices, every line open, no transfers. */
    public void reset() {
        Arrays.fill(peakPrice, 0);
        for (int k = 0; k < lineExtra.length; k++) {
            Arrays.fill(lineExtra[k], 0);
            Arrays.fill(paymentPrice[k], 0);
            Arrays.fill(unitExtra[k], 0);
            Arrays.fill(leastUnits[k], 0);
            Arrays.fill(open[k], true);
            Arrays.fill(mostUnits[k], Integer.MAX_VALUE);
            Arrays.fill(forced[k], false);
        }
        Arrays.fill(inflowUnits, 0);
        Arrays.fill(outflowUnits, 0);
        Arrays.fill(inflowPrice, Double.POSITIVE_INFINITY);
        outflowPrice = new double[0][];
        outflowFixed = new double[0][];
        elsewhereUnits = 0;
        Arrays.fill(mostPeakUnits, Integer.MAX_VALUE);
        Arrays.fill(mostOrderedUnits, Integer.MAX_VALUE);
        offers.clear();
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

    void unitExtra(int source, int period, double currencyPerUnit) {
        unitExtra[source][period] = currencyPerUnit;
    }

    public void leastUnits(int source, int period, int units) {
        leastUnits[source][period] = units;
    }

    public void close(int source, int period) {
        open[source][period] = false;
    }

    void mostUnits(int source, int period, int units) {
        mostUnits[source][period] = units;
    }

    void force(int source, int period) {
        forced[source][period] = true;
    }

    public void flow(int period, int inflow, int outflow) {
        inflowUnits[period] = inflow;
        outflowUnits[period] = outflow;
    }

    public void inflowPrice(int period, double currencyPerUnit) {
        inflowPrice[period] = currencyPerUnit;
    }

    /** Opens so many ways out, none of them in any period yet. */
    void waysOut(int ways) {
        outflowPrice = new double[ways][inflowPrice.length];
        outflowFixed = new double[ways][inflowPrice.length];
        for (double[] way : outflowPrice) {
            Arrays.fill(way, Double.NEGATIVE_INFINITY);
        }
    }

    void outflow(int way, int period, double currencyPerUnit, double fixedCurrency) {
        outflowPrice[way][period] = currencyPerUnit;
        outflowFixed[way][period] = fixedCurrency;
    }

    public void elsewhereUnits(int units) {
        elsewhereUnits = units;
    }

    public void mostPeakUnits(int period, int units) {
        mostPeakUnits[period] = units;
    }

    public void mostOrderedUnits(int arrival, int units) {
        mostOrderedUnits[arrival] = units;
    }

    /** @param byArrival one lane's offers by period of arrival */
    public void offer(@Nullable LaneOffer[] byArrival) {
        offers.add(byArrival);
    }
}
