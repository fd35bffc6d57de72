package org.plenish.engine.plan;

import java.util.Locale;
import org.plenish.engine.model.TimeBuckets;

/** How a bucket is called in a sentence. */
record Wording(TimeBuckets buckets) {

    /** The same digits and decimal point wherever the plan is made. */
    static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** {@code the week of 2026-12-07}. */
    String bucket(int index) {
        return switch (buckets.size()) {
            case DAY -> buckets.start(index).toString();
            case WEEK -> "the week of " + buckets.start(index);
            case MONTH -> "the month from " + buckets.start(index);
        };
    }

    /** {@code week}. */
    String unit() {
        return switch (buckets.size()) {
            case DAY -> "day";
            case WEEK -> "week";
            case MONTH -> "month";
        };
    }
}
