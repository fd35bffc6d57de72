package org.plenish.engine.simulate.sample;

import org.plenish.engine.model.TimeBuckets;

/** Days after the plan's date and the buckets that hold them. */
final class Calendar {

    private final int[] bucketOfDay;
    private final int[] firstDay;
    private final long startDay;

    Calendar(TimeBuckets horizon) {
        startDay = horizon.start().toEpochDay();
        bucketOfDay = new int[Math.toIntExact(horizon.end().toEpochDay() - startDay)];
        firstDay = new int[horizon.count()];
        for (int t = 0; t < firstDay.length; t++) {
            firstDay[t] = Math.toIntExact(horizon.start(t).toEpochDay() - startDay);
            for (int day = 0; day < horizon.days(t); day++) {
                bucketOfDay[firstDay[t] + day] = t;
            }
        }
    }

    int buckets() {
        return firstDay.length;
    }

    /**
     * The bucket that holds the day; the first for a day before the plan's, the one after the last for a day after the
     * horizon.
     */
    int bucketOf(int day) {
        return day < 0 ? 0 : day < bucketOfDay.length ? bucketOfDay[day] : firstDay.length;
    }

    int firstDay(int bucket) {
        return firstDay[bucket];
    }

    /** Of the bucket's first day. */
    long epochDay(int bucket) {
        return startDay + firstDay[bucket];
    }
}
