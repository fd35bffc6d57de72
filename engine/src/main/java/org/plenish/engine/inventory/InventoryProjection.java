package org.plenish.engine.inventory;

import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.TimeBuckets;

/**
 * Stock of one SKU-location by bucket: {@code opening + receipts + transfersIn - transfersOut - demand = closing -
 * backorder}, where at most one of closing and backorder is above zero, and the next bucket opens with it (a backlog
 * opens as a negative number). All arrays have one entry a bucket, in units; do not change them.
 *
 * @param safetyStockUnits what should be left at the end of the bucket
 */
@SuppressWarnings("ArrayRecordComponent") // columns of one table
public record InventoryProjection(
        SkuLocation location,
        TimeBuckets buckets,
        int[] openingUnits,
        int[] receiptUnits,
        int[] transferInUnits,
        int[] transferOutUnits,
        int[] demandUnits,
        int[] closingUnits,
        int[] backorderUnits,
        int[] safetyStockUnits) {

    /** Rolls the flows forward from an opening stock that may be negative (backlog). */
    public static InventoryProjection roll(
            SkuLocation location,
            TimeBuckets buckets,
            int initialUnits,
            int[] receiptUnits,
            int[] transferInUnits,
            int[] transferOutUnits,
            int[] demandUnits,
            int[] safetyStockUnits) {
        int count = buckets.count();
        int[] opening = new int[count];
        int[] closing = new int[count];
        int[] backorder = new int[count];
        int net = initialUnits;
        for (int t = 0; t < count; t++) {
            opening[t] = net;
            net = Math.addExact(net, receiptUnits[t] + transferInUnits[t] - transferOutUnits[t] - demandUnits[t]);
            closing[t] = Math.max(0, net);
            backorder[t] = Math.max(0, -net);
        }
        return new InventoryProjection(
                location,
                buckets,
                opening,
                receiptUnits.clone(),
                transferInUnits.clone(),
                transferOutUnits.clone(),
                demandUnits.clone(),
                closing,
                backorder,
                safetyStockUnits.clone());
    }

    /** What lies there at the most: after what leaves has left and what comes has come, before demand is served. */
    public int peakUnits(int bucket) {
        return Math.max(0, openingUnits[bucket])
                - transferOutUnits[bucket]
                + transferInUnits[bucket]
                + receiptUnits[bucket];
    }

    /** The first bucket whose end sees backorders, or -1. */
    public int firstStockoutBucket() {
        for (int t = 0; t < backorderUnits.length; t++) {
            if (backorderUnits[t] > 0) {
                return t;
            }
        }
        return -1;
    }
}
