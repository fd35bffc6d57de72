package org.plenish.web.run.schedule;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.RefusedException;
import org.springframework.http.HttpStatus;

/** A schedule as a person typed it; null or blank: not given. */
public record ScheduleForm(
        @Nullable List<DayOfWeek> days,
        @Nullable String at,
        @Nullable String zone) {

    /** Every working day, before the day begins. */
    static ScheduleForm blank(ZoneId zone) {
        return new ScheduleForm(
                List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY),
                "05:30",
                zone.getId());
    }

    public boolean has(DayOfWeek day) {
        return days != null && days.contains(day);
    }

    /** @throws RefusedException if it is none */
    Recurrence recurrence() {
        Set<DayOfWeek> chosen = EnumSet.noneOf(DayOfWeek.class);
        chosen.addAll(days == null ? List.of() : days);
        if (chosen.isEmpty()) {
            throw new RefusedException(HttpStatus.BAD_REQUEST, "schedule.refused.days");
        }
        return new Recurrence(chosen, time(), place());
    }

    private LocalTime time() {
        String typed = at == null ? "" : at.strip();
        try {
            return LocalTime.parse(typed).withSecond(0).withNano(0);
        } catch (DateTimeParseException noTime) {
            throw new RefusedException(HttpStatus.BAD_REQUEST, "schedule.refused.at", shortened(typed));
        }
    }

    private ZoneId place() {
        String typed = zone == null ? "" : zone.strip();
        if (!ZoneId.getAvailableZoneIds().contains(typed)) {
            throw new RefusedException(HttpStatus.BAD_REQUEST, "schedule.refused.zone", shortened(typed));
        }
        return ZoneId.of(typed);
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
