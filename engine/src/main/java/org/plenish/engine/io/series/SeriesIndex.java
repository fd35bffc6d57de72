package org.plenish.engine.io.series;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.forecast.SeriesFrequency;

/**
 * Where in time a value stands: a whole number counts buckets; a date names the bucket that holds it. Weeks are counted
 * from the series' first date, whatever its weekday; months, quarters and years are those of the calendar.
 */
final class SeriesIndex {

    private static final int WEEK_DAYS = 7;
    private static final int DAY_HOURS = 24;
    private static final int YEAR_MONTHS = 12;
    private static final int QUARTER_MONTHS = 3;
    private static final int REMEMBERED = 10_000;

    private static final Pattern WHOLE_NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern DATE_WITHOUT_HYPHENS = Pattern.compile("(19|20|21)[0-9]{2}[01][0-9][0-3][0-9]");
    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-[0-9]{2}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern DAY_AND_TIME = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})[T ][0-9]{2}:[0-9]{2}.*");

    /**
     * A place in time.
     *
     * @param bucket counted from an origin of its kind
     * @param phase weekday of a weekly date; 0 for all others
     * @param dated whether it was a date
     */
    record Place(long bucket, int phase, boolean dated) {}

    /** A cell that is no place: what it must be, and what may be the matter. */
    static final class UnreadableException extends Exception {

        private static final long serialVersionUID = 1L;

        private final String requirement;
        private final @Nullable String suggestion;

        UnreadableException(String requirement, @Nullable String suggestion) {
            super(requirement, null, false, false);
            this.requirement = requirement;
            this.suggestion = suggestion;
        }

        String requirement() {
            return requirement;
        }

        @Nullable
        String suggestion() {
            return suggestion;
        }
    }

    private final SeriesFrequency frequency;

    /** Series share their dates. */
    private final Map<String, Place> seen = new HashMap<>();

    SeriesIndex(SeriesFrequency frequency) {
        this.frequency = frequency;
    }

    Place place(String cell) throws UnreadableException {
        Place known = seen.get(cell);
        if (known != null) {
            return known;
        }
        Place place = WHOLE_NUMBER.matcher(cell).matches() ? number(cell) : date(cell);
        if (seen.size() >= REMEMBERED) {
            seen.clear();
        }
        seen.put(cell, place);
        return place;
    }

    /** What a bucket is called. */
    String bucketName() {
        return switch (frequency) {
            case HOURLY -> "hour";
            case DAILY -> "day";
            case WEEKLY -> "week";
            case MONTHLY -> "month";
            case QUARTERLY -> "quarter";
            case YEARLY -> "year";
        };
    }

    private static Place number(String cell) throws UnreadableException {
        if (DATE_WITHOUT_HYPHENS.matcher(cell).matches()) {
            String hyphened = cell.substring(0, 4) + "-" + cell.substring(4, 6) + "-" + cell.substring(6);
            throw new UnreadableException(
                    "must be a date like 2026-11-23 or a whole number that counts up by 1",
                    "it is the date " + hyphened);
        }
        return new Place(Long.parseLong(cell), 0, false);
    }

    private Place date(String cell) throws UnreadableException {
        try {
            if (frequency == SeriesFrequency.HOURLY
                    && DAY_AND_TIME.matcher(cell).matches()) {
                LocalDateTime hour = LocalDateTime.parse(cell.replace(' ', 'T'));
                return new Place(hour.toLocalDate().toEpochDay() * DAY_HOURS + hour.getHour(), 0, true);
            }
            if (MONTH.matcher(cell).matches() && frequency.ordinal() >= SeriesFrequency.MONTHLY.ordinal()) {
                return place(YearMonth.parse(cell).atDay(1));
            }
            return place(LocalDate.parse(cell)); // strict: it does not turn 30 February into 2 March
        } catch (DateTimeParseException e) {
            throw unreadable(cell);
        }
    }

    private Place place(LocalDate date) {
        long months = date.getYear() * (long) YEAR_MONTHS + date.getMonthValue() - 1;
        long day = date.toEpochDay();
        return switch (frequency) {
            case HOURLY -> new Place(day * DAY_HOURS, 0, true);
            case DAILY -> new Place(day, 0, true);
            case WEEKLY -> new Place(Math.floorDiv(day, WEEK_DAYS), Math.floorMod(day, WEEK_DAYS), true);
            case MONTHLY -> new Place(months, 0, true);
            case QUARTERLY -> new Place(Math.floorDiv(months, QUARTER_MONTHS), 0, true);
            case YEARLY -> new Place(date.getYear(), 0, true);
        };
    }

    private UnreadableException unreadable(String cell) {
        if (DAY.matcher(cell).matches()) {
            return new UnreadableException(
                    "must be a day that the calendar has", "a digit was mistyped: correct it in the source");
        }
        boolean hourly = frequency == SeriesFrequency.HOURLY;
        if (!hourly && DAY_AND_TIME.matcher(cell).matches()) {
            return new UnreadableException(
                    "must be a date like 2026-11-23 or a whole number",
                    "the time of day is to be cut off: write " + cell.substring(0, "2026-11-23".length()));
        }
        return new UnreadableException(
                hourly
                        ? "must be an hour like 2026-11-23T05:00 or a whole number"
                        : "must be a date like 2026-11-23 or a whole number",
                cell.isEmpty() ? null : "day and month stand elsewhere in the source: write year-month-day");
    }
}
