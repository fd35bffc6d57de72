package org.plenish.engine.optimize.pricing;

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

    /** Enough units for the value at any tier's price; more than can be ordered if the price is 0. */
    private static int unitsWorth(Source source, long micros) {
        double cheapest = source.tierUnitPrice()[source.tierUnitPrice().length - 1];
        double units = Math.ceil(FixedPoint.currency(micros) / cheapest);
        return units < Integer.MAX_VALUE / 2 ? (int) units : Integer.MAX_VALUE / 2;
    }
}
