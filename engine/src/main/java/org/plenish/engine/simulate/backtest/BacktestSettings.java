package org.plenish.engine.simulate.backtest;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How history is replayed.
 *
 * @param from first day of the replay, moved to the start of its bucket; null: a year before the dataset's date, but no earlier
 *     than half of its history
 * @param seed of the lead times
 * @param correctedDemand whether sales lost without stock count as demand
 * @param chooseEveryBuckets how often forecast methods are compared anew, 1 or more
 * @param threads 1 or more; the result does not depend on it
 */
public record BacktestSettings(
        @Nullable LocalDate from, long seed, boolean correctedDemand, int chooseEveryBuckets, int threads) {

    /** A quarter of weeks: comparing methods each week takes thirteen times as long. */
    public static final int USUAL_CHOICE_BUCKETS = 13;

    /** @throws IllegalArgumentException if a number is below 1 */
    public BacktestSettings {
        if (chooseEveryBuckets < 1 || threads < 1) {
            throw new IllegalArgumentException("buckets between choices and threads: " + chooseEveryBuckets + " and "
                    + threads + " must be 1 or more.");
        }
    }
}
