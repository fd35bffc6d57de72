package org.plenish.engine.simulate.sample;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.inventory.OrderLattice;
import org.plenish.engine.model.Series;
import org.plenish.engine.model.SkuLocation;

/**
 * One article at all its warehouses, as its futures need it. Warehouses are together because what one sends depends on what it
 * has. Money is in currency units.
 *
 * @param sites its SKU-locations
 * @param arrivals what is bought or on its way, whatever happens
 * @param moves transfers between its sites, by the bucket in which they leave
 */
public record ArticleModel(List<Site> sites, List<Arrival> arrivals, List<Move> moves) {

    /**
     * One SKU-location.
     *
     * @param meanUnits expected demand by bucket, 0 where only firm orders are bought for
     * @param sdUnits standard deviation of each bucket's demand
     * @param errorCorrelation of two buckets' demand, 0 to 1: a level that is forecast wrong is wrong for long
     * @param firmUnits by bucket: customers' orders; demand is no less
     * @param initialUnits on hand less owed; negative: backlog
     * @param unitValue of a unit in stock
     * @param holdingCost of a unit on hand at a bucket's end
     * @param shortageCost of a unit owed at a bucket's end
     * @param lostSaleCost of a unit still owed when the horizon ends
     * @param obsolescenceCost of a unit left when the horizon ends
     * @param reorder how it is supplied again; null: by the plan's orders only
     */
    @SuppressWarnings("ArrayRecordComponent") // built once, never changed
    public record Site(
            SkuLocation location,
            Series meanUnits,
            Series sdUnits,
            double errorCorrelation,
            int[] firmUnits,
            int initialUnits,
            double unitValue,
            double holdingCost,
            double shortageCost,
            double lostSaleCost,
            double obsolescenceCost,
            @Nullable Reorder reorder) {}

    /**
     * Goods from outside: an order of the plan, or one that was open before it. What travels together is late together.
     *
     * @param site where they come to
     * @param orderDay days after the plan's date on which they are ordered; negative: before it
     * @param meanLeadTimeDays from then on
     * @param leadTimeSdDays its standard deviation
     * @param shipment where the delay is drawn from: the same for all that travels together
     * @param shipmentPlace likewise
     * @param orderBucket in which the plan commits money for them; negative: it was committed before
     * @param value what is paid for them
     * @param orderCost of the line and its share of the order's
     */
    public record Arrival(
            int site,
            int units,
            int orderDay,
            int meanLeadTimeDays,
            double leadTimeSdDays,
            RandomStream shipment,
            long shipmentPlace,
            int orderBucket,
            double value,
            double orderCost) {}

    /**
     * A transfer: at its bucket's start it takes as much as is planned, or what the sender has.
     *
     * @param arrivalBucket at whose start it comes
     */
    public record Move(int from, int to, int units, int bucket, int arrivalBucket) {}

    /**
     * A policy that goes on.
     *
     * @param rule units wanted at a position
     * @param quantities in which they can be ordered
     * @param reviewBuckets from one look at the position to the next, 1 or more
     * @param leadTimeDays mean
     * @param leadTimeSdDays its standard deviation
     * @param shipment where delays are drawn from, by the day of the order
     * @param fromSite index of the site that sends it; negative: it is bought
     * @param unitPrice paid for a unit that is bought
     * @param orderCost of an order line
     */
    public record Reorder(
            OrderRule rule,
            OrderLattice quantities,
            int reviewBuckets,
            int leadTimeDays,
            double leadTimeSdDays,
            RandomStream shipment,
            int fromSite,
            double unitPrice,
            double orderCost) {}

    public ArticleModel {
        sites = List.copyOf(sites);
        arrivals = List.copyOf(arrivals);
        moves = List.copyOf(moves);
    }
}
