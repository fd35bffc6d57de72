package org.plenish.web.run.schedule;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * Days of the week and a time by the clock of a place. A time that the clock leaves out, when it is put forward, comes an
 * hour later by the clock; one that it shows twice counts once, the first time.
 */
public record Recurrence(Set<DayOfWeek> days, LocalTime at, ZoneId zone) {

    private static final int DAYS_OF_A_WEEK = 7;

    /** @throws IllegalArgumentException if there is no day */
    public Recurrence {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("days: none must be at least one.");
        }
        days = Set.copyOf(EnumSet.copyOf(days));
    }

    /** The first time after an instant. */
    public Instant nextAfter(Instant instant) {
        LocalDate day = LocalDate.ofInstant(instant, zone);
        for (int i = 0; i <= DAYS_OF_A_WEEK; i++) {
            Instant due = on(day.plusDays(i));
            if (days.contains(day.plusDays(i).getDayOfWeek()) && due.isAfter(instant)) {
                return due;
            }
        }
        throw new IllegalStateException("A week has every day.");
    }

    /** The last time at an instant or before it. */
    public Instant latestAtOrBefore(Instant instant) {
        LocalDate day = LocalDate.ofInstant(instant, zone);
        for (int i = 0; i <= DAYS_OF_A_WEEK; i++) {
            Instant due = on(day.minusDays(i));
            if (days.contains(day.minusDays(i).getDayOfWeek()) && !due.isAfter(instant)) {
                return due;
            }
        }
        throw new IllegalStateException("A week has every day.");
    }

    private Instant on(LocalDate day) {
        return ZonedDateTime.of(day, at, zone).toInstant();
    }
}
