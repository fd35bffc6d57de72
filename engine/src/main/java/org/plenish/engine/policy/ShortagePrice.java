package org.plenish.engine.policy;

import org.plenish.engine.model.Item;
import org.plenish.engine.model.UnitPrice;

/**
 * What lacking a unit costs, in currency units: one price for the optimizer and for safety stock that weighs shortages. It is
 * a judgement: a planner who disagrees changes the service target or the shortage cost in the data.
 */
public final class ShortagePrice {

    /** Margin taken for granted where no sales price is given, as a share of unit cost. */
    private static final double USUAL_MARGIN_SHARE = 0.5;

    /** A customer kept waiting for so long is lost: each day of waiting costs its share of the margin. */
    private static final double PATIENCE_DAYS = 14;

    /** The service target at which a lost customer costs exactly the margin of what was not sold. */
    private static final double MARGIN_SERVICE_TARGET = 0.95;

    private ShortagePrice() {}

    /**
     * A unit short at a bucket's end: the item's own shortage cost, or its margin, spread over the customers' patience
     * and scaled by the odds of the service target (newsvendor: the critical ratio's odds are underage by overage;
     * Silver, Pyke & Thomas 2017, §9.2).
     */
    public static double ofBucket(Item item, double serviceTarget, double bucketDays) {
        if (item.shortageCostPerUnit() != null) {
            return item.shortageCostPerUnit().toDouble();
        }
        double odds = serviceTarget / (1 - serviceTarget);
        double oddsAtMargin = MARGIN_SERVICE_TARGET / (1 - MARGIN_SERVICE_TARGET);
        return margin(item) * bucketDays / PATIENCE_DAYS * odds / oddsAtMargin;
    }

    /**
     * A customer lost for good: what one who waits as long as patience lasts costs, {@link #ofBucket} over that time.
     */
    public static double ofLostUnit(Item item, double serviceTarget) {
        return ofBucket(item, serviceTarget, PATIENCE_DAYS);
    }

    /** Price less cost; a usual margin where no price is given or it does not cover the cost. */
    public static double margin(Item item) {
        double unitCost = item.unitCost().toDouble();
        UnitPrice price = item.unitPrice();
        double margin = price == null ? 0 : price.toDouble() - unitCost;
        return margin > 0 ? margin : unitCost * USUAL_MARGIN_SHARE;
    }
}
