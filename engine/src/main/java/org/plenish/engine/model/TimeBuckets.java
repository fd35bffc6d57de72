package org.plenish.engine.model;

import java.time.LocalDate;

/**
 * A run of buckets; bucket {@code i} is {@code [start(i), start(i + 1))}. Plan and history share one grid that is
 * anchored at the plan's date, so the last bucket of history is always whole.
 */
public record TimeBuckets(LocalDate start, BucketSize size, int count) {

    public TimeBuckets {
        Require.atLeast(0, count, "number of buckets");
    }

    /** The {@code count} buckets that end at {@code end}, exclusive. */
    public static TimeBuckets endingAt(LocalDate end, BucketSize size, int count) {
        return new TimeBuckets(size.plus(end, -count), size, count);
    }

    /** The first day of bucket {@code index}, which may lie outside the run. */
    public LocalDate start(int index) {
        return size.plus(start, index);
    }

    /** The first day after the run. */
    public LocalDate end() {
        return start(count);
    }

    /** The bucket that holds {@code date}: negative before the run, {@code count} or more after it. */
    public int indexOf(LocalDate date) {
        return size.between(start, date);
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(start) && date.isBefore(end());
    }

    public int days(int index) {
        return Math.toIntExact(start(index + 1).toEpochDay() - start(index).toEpochDay());
    }
}
