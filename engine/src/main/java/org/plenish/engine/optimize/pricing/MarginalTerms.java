package org.plenish.engine.optimize.pricing;

import java.util.Arrays;
import java.util.List;
import org.plenish.engine.optimize.ExactProblem;
import org.plenish.engine.optimize.FixedPoint;
import org.plenish.engine.optimize.ItemPlan;
import org.plenish.engine.optimize.OrderEntry;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;
import org.plenish.engine.optimize.SharedUse;
import org.plenish.engine.optimize.SitePlan;

/**
 * The terms on which one SKU plans at one warehouse while the rest of the plan stays: a header costs only where the
 * group would be opened for it, and a line must bring its group to the supplier's minimum.
 */
public final class MarginalTerms {

    private final ExactProblem index;

    public MarginalTerms(ExactProblem index) {
        this.index = index;
    }

    /**
     * @param use of all plans, with {@code own} among them
     * @param headerShare 1: a header is counted in full where this line opens the group; less: as if others may follow
     */
    public void write(
            SiteTerms terms,
            SharedUse use,
            ItemPlan own,
            int warehouse,
            LimitPrices prices,
            double[] paymentPrices,
            double headerShare) {
        prices.writeTo(terms, index, own.sku(), warehouse, paymentPrices);
        SitePlan site = own.site(warehouse);
        Sku sku = index.sku(own.sku());
        for (int t = 0; t < index.periods(); t++) {
            terms.flow(t, site.inflowUnits(t), site.outflowUnits(t));
        }
        for (int k = 0; k < sku.sources().size(); k++) {
            Source source = sku.sources().get(k);
            for (int t = 0; t < index.periods(); t++) {
                if (!index.mayOrder(source, warehouse, t)) {
                    continue;
                }
                int group = index.group(source.supplier(), warehouse, t);
                int others = use.groupLines(group);
                long missing = index.minOrderMicros(source.supplier()) - use.groupValueMicros(group);
                for (OrderEntry order : site.orders()) {
                    Source ordered = sku.sources().get(order.source());
                    if (order.period() == t && ordered.supplier() == source.supplier()) {
                        others--;
                        missing += index.lineValueMicros(ordered, order.units());
                    }
                }
                if (others == 0) {
                    terms.lineExtra(k, t, headerShare * FixedPoint.currency(index.headerMicros(source.supplier())));
                }
                if (missing > 0) {
                    terms.leastUnits(k, t, unitsWorth(source, missing));
                }
            }
        }
    }

    /**
     * Caps stock and orders to what the rest of the plan leaves of space and cash. Space is exact unless
     * several orders arrive at once on backlog. Cash is what no plan at the cheapest price can go beyond; limits that do not carry over are not capped.
     *
     * @param use of all plans, with {@code own} among them
     */
    public void cap(SiteTerms terms, SharedUse use, ItemPlan own, int warehouse) {
        SitePlan site = own.site(warehouse);
        long unit = index.unitCubicMillimetres(own.sku());
        for (int t = 0; t < index.periods() && unit > 0; t++) {
            long room = Long.MAX_VALUE / 2;
            for (int zone : index.zonesOf(own.sku(), warehouse)) {
                room = Math.min(room, index.spaceCubicMillimetres(zone, t) - use.spaceCubicMillimetres(zone, t));
            }
            terms.mostPeakUnits(t, units((double) (room + site.peakCubicMillimetres(t)) / unit));
        }
        if (index.cashPeriods() > 0 && index.cashCarriesForward()) {
            capOrders(terms, own, warehouse, leftMicros(use, own, warehouse));
        }
    }

    /** By period: what orders of the site paid up to then may cost, as later limits bind earlier payments too. */
    private long[] leftMicros(SharedUse use, ItemPlan own, int warehouse) {
        List<Source> sources = index.sku(own.sku()).sources();
        long[] left = new long[index.cashPeriods()];
        for (OrderEntry order : own.site(warehouse).orders()) {
            Source source = sources.get(order.source());
            int paid = index.paymentPeriod(source, order.period());
            if (paid < left.length) {
                left[paid] += index.lineValueMicros(source, order.units());
            }
        }
        for (int p = 1; p < left.length; p++) {
            left[p] += left[p - 1];
        }
        long spent = 0;
        for (int p = 0; p < left.length; p++) {
            spent += use.paymentMicros(p);
            left[p] += index.cashMicros(p) - spent;
        }
        for (int p = left.length - 2; p >= 0; p--) {
            left[p] = Math.min(left[p], left[p + 1]);
        }
        return left;
    }

    private void capOrders(SiteTerms terms, ItemPlan own, int warehouse, long[] leftMicros) {
        for (int arrival = 0; arrival < index.periods(); arrival++) {
            int most = 0;
            for (Source source : index.sku(own.sku()).sources()) {
                int paid = index.paymentPeriod(source, arrival - source.leadTimePeriods()[warehouse]);
                double cheapest = 1e6 * cheapest(source);
                boolean limited = paid < leftMicros.length && cheapest > 0;
                int units = limited ? units(leftMicros[Math.max(0, paid)] / cheapest) : Integer.MAX_VALUE;
                most = Math.max(most, units);
            }
            terms.mostOrderedUnits(arrival, most);
        }
    }

    private static int units(double most) {
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE, Math.floor(most)));
    }

    /** A tier of more units need not cost less. */
    private static double cheapest(Source source) {
        return Arrays.stream(source.tierUnitPrice()).min().orElse(0);
    }

    /** Enough units for the value at any tier's price; more than can be ordered if the price is 0. */
    private static int unitsWorth(Source source, long micros) {
        double units = Math.ceil(FixedPoint.currency(micros) / cheapest(source));
        return units < Integer.MAX_VALUE / 2 ? (int) units : Integer.MAX_VALUE / 2;
    }
}
