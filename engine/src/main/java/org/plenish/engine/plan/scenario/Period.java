package org.plenish.engine.plan.scenario;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.TimeBuckets;

/**
 * The days in which a change holds.
 *
 * @param from first day, null: from the plan's date
 * @param to last day, null: without end
 */
record Period(@Nullable LocalDate from, @Nullable LocalDate to) {

    static Period read(ChangeFields fields) {
        Period period = new Period(fields.dateIfGiven("from"), fields.dateIfGiven("to"));
        period.check(fields);
        return period;
    }

    private void check(ChangeFields fields) {
        if (from != null && to != null && to.isBefore(from)) {
            fields.error("to", "must not be before from " + from, "the two days were exchanged");
        }
        if (to != null && to.isBefore(fields.dataset().settings().asOf())) {
            fields.error(
                    "to",
                    "must not be before the plan's date "
                            + fields.dataset().settings().asOf(),
                    "the scenario was written for an earlier plan: give later days");
        }
    }

    boolean holds(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    boolean isWhole() {
        return from == null && to == null;
    }

    /** Of a bucket's days, the share in which it holds, 0 to 1. */
    double shareOf(TimeBuckets buckets, int index) {
        long start = buckets.start(index).toEpochDay();
        long end = buckets.start(index + 1).toEpochDay();
        long first = from == null ? start : Math.max(start, from.toEpochDay());
        long last = to == null ? end : Math.min(end, to.toEpochDay() + 1);
        return (double) Math.max(0, last - first) / (end - start);
    }

    /** Empty, or with a blank before it. */
    String words() {
        return (from == null ? "" : " from " + from) + (to == null ? "" : " to " + to);
    }
}
