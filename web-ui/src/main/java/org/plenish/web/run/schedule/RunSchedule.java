package org.plenish.web.run.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A schedule as it is stored.
 *
 * @param version grows with each change, so that of two people at once one is told
 * @param lastDue the last time it was due and has been dealt with; at first: when it was set up
 * @param lastOutcome null: it has not been due yet
 * @param lastRun null: none was started, or it is no longer on record
 */
public record RunSchedule(
        long id,
        Recurrence recurrence,
        boolean enabled,
        int version,
        Instant lastDue,
        @Nullable Outcome lastOutcome,
        @Nullable Long lastRun,
        String changedBy,
        Instant changedAt) {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm", Locale.ENGLISH);

    /** What became of it when it was last due. */
    public enum Outcome {
        STARTED,
        /** The application was down then; it ran at the next start. */
        MISSED,
        /** Another run was at work, which planned the same. */
        BUSY,
        FAILED
    }

    /** Due and not dealt with, however often it was missed. */
    public boolean isDueAt(Instant now) {
        return enabled && recurrence.latestAtOrBefore(now).isAfter(lastDue);
    }

    /** The days in the week's order. */
    public List<DayOfWeek> weekdays() {
        return recurrence.days().stream().sorted().toList();
    }

    public boolean isDaily() {
        return recurrence.days().size() == DayOfWeek.values().length;
    }

    public LocalTime at() {
        return recurrence.at();
    }

    public ZoneId zone() {
        return recurrence.zone();
    }

    /** By the clock of its place. */
    public String local(Instant instant) {
        return LOCAL.format(instant.atZone(recurrence.zone()));
    }
}
