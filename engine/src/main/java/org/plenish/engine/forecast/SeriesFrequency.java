package org.plenish.engine.forecast;

import java.util.Arrays;
import java.util.List;

/** How often a plain series was observed, and so which seasons it may have. */
public enum SeriesFrequency {
    /** A day of 24 hours and a week of 168. */
    HOURLY(24, 168),
    /** A week of 7 days and a year of 365.25. */
    DAILY(7, 365.25),
    /** A year of 52.18 weeks. */
    WEEKLY(365.25 / 7),
    MONTHLY(12),
    QUARTERLY(4),
    YEARLY;

    private final List<Double> seasonBuckets;

    SeriesFrequency(double... seasonBuckets) {
        this.seasonBuckets = Arrays.stream(seasonBuckets).boxed().toList();
    }

    /** Lengths of the seasons there may be, shortest first; empty for yearly values. */
    public List<Double> seasonBuckets() {
        return seasonBuckets;
    }

    /** The shortest season in whole buckets; 1 where there is none. */
    public int period() {
        return seasonBuckets.isEmpty() ? 1 : (int) Math.round(seasonBuckets.get(0));
    }
}
