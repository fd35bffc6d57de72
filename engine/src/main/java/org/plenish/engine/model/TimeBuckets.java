package org.plenish.engine.model;

import java.time.LocalDate;

/**
 * A run of buckets; bucket {@code i} is {@code [start(i), start(i + 1))}. Plan and history share one grid that is
 * anchored at the plan's date, so the last bucket of history is always whole.
 *
 * @param anchor a day on which a bucket starts: the one from which the grid is counted, because months counted from
 *     their last day start on other days than months counted from a start that a shorter month has cut
 * @param first how many buckets after {@code anchor} the run starts; negative: before it. 0 unless the anchor is one of
 *     a month's last days
 */
public record TimeBuckets(LocalDate anchor, BucketSize size, int first, int count) {

    private static final int SHORTEST_MONTH_DAYS = 28;

    public TimeBuckets {
        Require.atLeast(0, count, "number of buckets");
        if (size != BucketSize.MONTH || anchor.getDayOfMonth() <= SHORTEST_MONTH_DAYS) {
            anchor = size.plus(anchor, first);
            first = 0;
        }
    }

    /** The {@code count} buckets from {@code start}. */
    public TimeBuckets(LocalDate start, BucketSize size, int count) {
        this(start, size, 0, count);
    }

    /** The {@code count} buckets that end at {@code end}, exclusive. */
    public static TimeBuckets endingAt(LocalDate end, BucketSize size, int count) {
        return new TimeBuckets(end, size, -count, count);
    }

    /** The first day of the run. */
    public LocalDate start() {
        return start(0);
    }

    /** The first day of bucket {@code index}, which may lie outside the run. */
    public LocalDate start(int index) {
        return size.plus(anchor, (long) first + index);
    }

    /** The first day after the run. */
    public LocalDate end() {
        return start(count);
    }

    /** The bucket that holds {@code date}: negative before the run, {@code count} or more after it. */
    public int indexOf(LocalDate date) {
        return size.between(anchor, date) - first;
    }

    public boolean contains(LocalDate date) {
        return !date.isBefore(start()) && date.isBefore(end());
    }

    public int days(int index) {
        return Math.toIntExact(start(index + 1).toEpochDay() - start(index).toEpochDay());
    }
}
