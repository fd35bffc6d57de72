package org.plenish.engine.simulate.backtest;

import org.plenish.engine.simulate.BucketOutcome;

/** What came and went at one SKU-location, by bucket of the replay, in units; all zero before it opens. */
final class StockFlows {

    private final long[] openingUnits;
    private final long[] receivedUnits;
    private final long[] demandUnits;
    private final long[] servedUnits;
    private final long[] closingUnits;
    private final double[] stockUnitDays;
    private final int[] days;

    StockFlows(int buckets) {
        openingUnits = new long[buckets];
        receivedUnits = new long[buckets];
        demandUnits = new long[buckets];
        servedUnits = new long[buckets];
        closingUnits = new long[buckets];
        stockUnitDays = new double[buckets];
        days = new int[buckets];
    }

    /** The next day of a bucket. */
    void add(int bucket, BucketOutcome day) {
        if (days[bucket] == 0) {
            openingUnits[bucket] = day.openingUnits();
        }
        days[bucket]++;
        receivedUnits[bucket] += day.receivedUnits();
        demandUnits[bucket] += day.demandUnits();
        servedUnits[bucket] += day.servedUnits();
        closingUnits[bucket] = day.closingUnits();
        stockUnitDays[bucket] += day.closingUnits();
    }

    int buckets() {
        return days.length;
    }

    boolean isOpen(int bucket) {
        return days[bucket] > 0;
    }

    int days(int bucket) {
        return days[bucket];
    }

    long openingUnits(int bucket) {
        return openingUnits[bucket];
    }

    long receivedUnits(int bucket) {
        return receivedUnits[bucket];
    }

    long demandUnits(int bucket) {
        return demandUnits[bucket];
    }

    long servedUnits(int bucket) {
        return servedUnits[bucket];
    }

    long closingUnits(int bucket) {
        return closingUnits[bucket];
    }

    /** Stock at each day's end, added up. */
    double stockUnitDays(int bucket) {
        return stockUnitDays[bucket];
    }
}
