package org.plenish.engine.optimize;

import java.util.List;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;

/**
 * What is planned for one SKU at one warehouse, simulated: what it costs alone and what it uses of the space.
 * Immutable.
 */
public final class SitePlan {

    private final List<OrderEntry> orders;
    private final int[] inflowUnits;
    private final int[] outflowUnits;
    private final int[] scrapUnits;
    private final int[] openingUnits;
    private final long[] peakCubicMillimetres;
    private final long costMicros;
    private final long overdrawnUnits;
    private final int finalUnits;

    /**
     * @param orders sorted by {@link OrderEntry#ORDER}, one for each source and period
     * @param inflowUnits by period of arrival, from other warehouses
     * @param outflowUnits by period of departure
     * @param wishedScrapUnits by period; cut to what is there, raised to what the shelf life demands
     */
    SitePlan(
            ExactProblem index,
            int sku,
            int warehouse,
            List<OrderEntry> orders,
            int[] inflowUnits,
            int[] outflowUnits,
            int[] wishedScrapUnits) {
        this.orders = List.copyOf(orders);
        this.inflowUnits = inflowUnits;
        this.outflowUnits = outflowUnits;
        int periods = index.periods();
        Sku article = index.sku(sku);
        int[] arrivals = new int[periods];
        double cost = 0;
        for (OrderEntry order : this.orders) {
            Source source = article.sources().get(order.source());
            arrivals[order.period() + source.leadTimePeriods()[warehouse]] += order.units();
            cost += CostTerms.purchasePremium(source, index.cheapestUnitPrice(sku), order.units())
                    + CostTerms.orderLine(article);
        }
        this.scrapUnits = new int[periods];
        this.openingUnits = new int[periods];
        this.peakCubicMillimetres = new long[periods];
        long overdrawn = 0;
        int stock = article.initialUnits()[warehouse];
        for (int t = 0; t < periods; t++) {
            openingUnits[t] = stock;
            int leaving = outflowUnits[t] + index.pinnedOutflowUnits(sku, warehouse, t);
            overdrawn += Math.max(0, leaving - Math.max(stock, 0));
            int received = arrivals[t] + inflowUnits[t] + article.receiptUnits()[warehouse][t];
            peakCubicMillimetres[t] =
                    index.unitCubicMillimetres(sku) * (Math.max(stock, 0) - outflowUnits[t] + received);
            stock += received - outflowUnits[t] - article.demandUnits()[warehouse][t];
            int scrapped = Math.min(wishedScrapUnits[t], Math.max(stock, 0));
            scrapped = Math.max(scrapped, stock - index.mostKeptUnits(sku, warehouse, t));
            scrapped = stock > 0 ? Math.max(scrapped, 0) : 0;
            scrapUnits[t] = scrapped;
            stock -= scrapped;
            cost += CostTerms.scrap(article, scrapped)
                    + CostTerms.periodEnd(article, warehouse, stock, t == periods - 1);
        }
        this.finalUnits = stock;
        this.overdrawnUnits = overdrawn;
        this.costMicros = FixedPoint.micros(cost);
    }

    public List<OrderEntry> orders() {
        return orders;
    }

    public int inflowUnits(int period) {
        return inflowUnits[period];
    }

    public int outflowUnits(int period) {
        return outflowUnits[period];
    }

    public int scrapUnits(int period) {
        return scrapUnits[period];
    }

    /** Stock at the start of the period, before transfers leave; negative: backlog. */
    public int openingUnits(int period) {
        return openingUnits[period];
    }

    /** Stock at the end of the horizon; negative: backlog. */
    public int finalUnits() {
        return finalUnits;
    }

    /** Stock at the period's end; negative: backlog. */
    public int closingUnits(int period) {
        return period + 1 < openingUnits.length ? openingUnits[period + 1] : finalUnits;
    }

    public long peakCubicMillimetres(int period) {
        return peakCubicMillimetres[period];
    }

    /** All that concerns this SKU and warehouse alone; not headers, trucks, transfers. */
    public long costMicros() {
        return costMicros;
    }

    /** Units that transfers take beyond the opening stock, over all periods. */
    public long overdrawnUnits() {
        return overdrawnUnits;
    }

    int[] inflow() {
        return inflowUnits;
    }

    int[] outflow() {
        return outflowUnits;
    }

    int[] scrap() {
        return scrapUnits;
    }
}
