package org.plenish.engine.plan;

import java.util.Locale;
import java.util.regex.Pattern;
import org.plenish.engine.model.TimeBuckets;

/** How a bucket is called in a sentence. */
record Wording(TimeBuckets buckets) {

    private static final Pattern PERIODS = Pattern.compile("\\bperiods? (\\d+)(?: to (\\d+))?");

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

    /** A sentence with the optimizer's periods in words: "in period 2" is "in the week of 2026-12-07". */
    String dated(String sentence) {
        return PERIODS.matcher(sentence)
                .replaceAll(match -> match.group(2) == null
                        ? bucket(Integer.parseInt(match.group(1)))
                        : bucket(Integer.parseInt(match.group(1))) + " to " + bucket(Integer.parseInt(match.group(2))));
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
