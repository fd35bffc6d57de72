package org.plenish.engine.optimize;

import org.plenish.engine.model.Item;
import org.plenish.engine.policy.ObsolescenceStatus;
import org.plenish.engine.policy.ShortagePrice;

/**
 * What holding, lacking and being left with a unit costs, in currency units. Gathered here because they are
 * judgements: a planner who disagrees changes the service target, the shortage cost or the holding rate in the data.
 */
public final class CostRates {

    /**
     * A unit missing from safety stock is lacked only if demand exceeds its forecast that far, mostly at the end of a
     * replenishment cycle; dear enough that a plan dips into it for want of goods or cash, not to save an order line.
     */
    private static final double SAFETY_STOCK_SHARE_OF_SHORTAGE = 0.2;

    private CostRates() {}

    /** A unit on hand at a bucket's end: unit cost × yearly rate × length of the bucket. */
    public static double holding(Item item, double holdingCostRatePerYear, double bucketDays) {
        return item.unitCost().toDouble() * holdingCostRatePerYear * bucketDays / 365;
    }

    /** A unit short at a bucket's end. */
    static double backorder(Item item, double serviceTarget, double bucketDays) {
        return ShortagePrice.ofBucket(item, serviceTarget, bucketDays);
    }

    /** A unit of safety stock not covered at a bucket's end. */
    static double belowSafetyStock(double backorder) {
        return backorder * SAFETY_STOCK_SHARE_OF_SHORTAGE;
    }

    /** A unit still owed when the horizon ends: the sale is lost. */
    static double terminalBacklog(Item item) {
        return item.unitCost().toDouble() + ShortagePrice.margin(item);
    }

    /**
     * A unit left when the horizon ends: the share of its cost that it is expected to lose, which is what the rules write
     * down of it where they do.
     *
     * @param provisionRate 0 to 1; 0: nothing is written down
     */
    public static double terminalObsolescence(Item item, ObsolescenceStatus status, double provisionRate) {
        double lostShare = provisionRate > 0 ? provisionRate : usualLoss(status);
        return item.unitCost().toDouble() * lostShare;
    }

    private static double usualLoss(ObsolescenceStatus status) {
        return switch (status) {
            case HEALTHY -> 0.02;
            case SLOW -> 0.10;
            case EXCESS -> 0.25;
            case DEAD, EXPIRING, EXPIRED, DISCONTINUED -> 0.50;
        };
    }
}
