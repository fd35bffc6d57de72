package org.plenish.engine.simulate.backtest;

/**
 * By how much the demand of the replay differs from the sales that were recorded.
 *
 * @param buckets of all SKU-locations together, in the replay
 * @param withoutStock of {@code buckets}: those that were out of stock on some of their days
 * @param scaledUp of {@code buckets}: sales were put back to a whole bucket, by the share of days in stock
 * @param filledIn of {@code buckets}: stock was missing most of the time and nothing sold; the mean of up to eight known buckets
 *     before it is taken
 * @param recordedUnits sold, less what came back
 * @param addedUnits on top of it; 0 where recorded sales are taken as they are
 * @param correctedLocations SKU-locations to whose sales something was added
 * @param correctedDays days without stock in the buckets to which something was added, of all SKU-locations together
 */
public record DemandCorrections(
        long buckets,
        long withoutStock,
        long scaledUp,
        long filledIn,
        long recordedUnits,
        long addedUnits,
        int correctedLocations,
        long correctedDays) {

    static final DemandCorrections NONE = new DemandCorrections(0, 0, 0, 0, 0, 0, 0, 0);

    DemandCorrections plus(DemandCorrections other) {
        return new DemandCorrections(
                buckets + other.buckets,
                withoutStock + other.withoutStock,
                scaledUp + other.scaledUp,
                filledIn + other.filledIn,
                recordedUnits + other.recordedUnits,
                addedUnits + other.addedUnits,
                correctedLocations + other.correctedLocations,
                correctedDays + other.correctedDays);
    }
}
