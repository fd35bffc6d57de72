package org.plenish.engine.optimize;

import org.plenish.engine.model.Item;
import org.plenish.engine.model.UnitPrice;
import org.plenish.engine.policy.ObsolescenceStatus;

/**
 * What holding, lacking and being left with a unit costs, in currency units. Gathered here because they are
 * judgements: a planner who disagrees changes the service target, the shortage cost or the holding rate in the data.
 */
final class CostRates {

    /** Margin taken for granted where no sales price is given, as a share of unit cost. */
    private static final double USUAL_MARGIN_SHARE = 0.5;

    /** A customer kept waiting for so long is lost: each day of waiting costs its share of the margin. */
    private static final double PATIENCE_DAYS = 14;

    /** The service target at which a lost customer costs exactly the margin of what was not sold. */
    private static final double MARGIN_SERVICE_TARGET = 0.95;

    /**
     * A unit missing from safety stock is lacked only if demand exceeds its forecast that far, mostly at the end of a
     * replenishment cycle; dear enough that a plan dips into it for want of goods or cash, not to save an order line.
     */
    private static final double SAFETY_STOCK_SHARE_OF_SHORTAGE = 0.2;

    private CostRates() {}

    /** A unit on hand at a bucket's end: unit cost × yearly rate × length of the bucket. */
    static double holding(Item item, double holdingCostRatePerYear, double bucketDays) {
        return item.unitCost().toDouble() * holdingCostRatePerYear * bucketDays / 365;
    }

    /**
     * A unit short at a bucket's end: the item's own shortage cost, or its margin, spread over the customers' patience
     * and scaled by the odds of the service target (newsvendor: the critical ratio's odds are underage by overage;
     * Silver, Pyke & Thomas 2017, §9.2).
     */
    static double backorder(Item item, double serviceTarget, double bucketDays) {
        if (item.shortageCostPerUnit() != null) {
            return item.shortageCostPerUnit().toDouble();
        }
        double odds = serviceTarget / (1 - serviceTarget);
        double oddsAtMargin = MARGIN_SERVICE_TARGET / (1 - MARGIN_SERVICE_TARGET);
        return margin(item) * bucketDays / PATIENCE_DAYS * odds / oddsAtMargin;
    }

    /** A unit of safety stock not covered at a bucket's end. */
    static double belowSafetyStock(double backorder) {
        return backorder * SAFETY_STOCK_SHARE_OF_SHORTAGE;
    }

    /** A unit still owed when the horizon ends: the sale is lost. */
    static double terminalBacklog(Item item) {
        return item.unitCost().toDouble() + margin(item);
    }

    /** A unit left when the horizon ends: the share of its cost that it is expected to lose. */
    static double terminalObsolescence(Item item, ObsolescenceStatus status) {
        double lostShare = switch (status) {
            case HEALTHY -> 0.02;
            case SLOW -> 0.10;
            case EXCESS -> 0.25;
            case DEAD, EXPIRING, DISCONTINUED -> 0.50;
        };
        return item.unitCost().toDouble() * lostShare;
    }

    private static double margin(Item item) {
        double unitCost = item.unitCost().toDouble();
        UnitPrice price = item.unitPrice();
        double margin = price == null ? 0 : price.toDouble() - unitCost;
        return margin > 0 ? margin : unitCost * USUAL_MARGIN_SHARE;
    }
}
