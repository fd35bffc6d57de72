package org.plenish.engine.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The length of a planning bucket. */
public enum BucketSize {
    DAY(ChronoUnit.DAYS, 1, 365),
    WEEK(ChronoUnit.WEEKS, 7, 52),
    MONTH(ChronoUnit.MONTHS, 365.25 / 12, 12);

    private final ChronoUnit unit;
    private final double days;
    private final int bucketsPerYear;

    BucketSize(ChronoUnit unit, double days, int bucketsPerYear) {
        this.unit = unit;
        this.days = days;
        this.bucketsPerYear = bucketsPerYear;
    }

    /** Mean length in days. */
    public double days() {
        return days;
    }

    /** The season's length in buckets: 365, 52 or 12. */
    public int bucketsPerYear() {
        return bucketsPerYear;
    }

    public LocalDate plus(LocalDate start, long buckets) {
        return start.plus(buckets, unit);
    }

    /** Whole buckets from {@code start} to {@code date}, rounded towards minus infinity. */
    public int between(LocalDate start, LocalDate date) {
        long buckets = unit.between(start, date);
        if (plus(start, buckets).isAfter(date)) {
            buckets--;
        } else if (!plus(start, buckets + 1).isAfter(date)) {
            buckets++; // a month from the 31st starts on the last day of a shorter month
        }
        return Math.toIntExact(buckets);
    }
}
