package org.plenish.engine.model;

/**
 * What was demanded of one SKU-location in each bucket of the past.
 *
 * @param buckets from the first bucket in which it could have sold to the plan's date
 * @param soldUnits as recorded, returns netted; aligned with {@code buckets}; may be negative
 * @param inStockShare share of the bucket's days with stock, 0 to 1; 1 where stock was not noted; aligned
 * @param demandUnits what is forecast from: sales, put back to a whole bucket where stock was missing for a part of
 *     it, NaN (not known) where it was missing for most of it, never negative; aligned
 */
public record DemandHistory(
        SkuLocation location, TimeBuckets buckets, Series soldUnits, Series inStockShare, Series demandUnits) {

    public DemandHistory {
        Require.sameLength(buckets.count(), soldUnits.length(), "sold units");
        Require.sameLength(buckets.count(), inStockShare.length(), "in-stock share");
        Require.sameLength(buckets.count(), demandUnits.length(), "demand units");
    }
}
