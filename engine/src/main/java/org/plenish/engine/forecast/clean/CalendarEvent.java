package org.plenish.engine.forecast.clean;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import org.plenish.engine.model.TimeBuckets;

/** Days of the calendar that move demand from one week to another. */
enum CalendarEvent {
    /** From the Monday before Easter to Easter Monday; up to five weeks apart from one year to the next. */
    EASTER("Easter", true) {
        @Override
        LocalDate first(int year) {
            return easterSunday(year).minusDays(6);
        }

        @Override
        LocalDate last(int year) {
            return easterSunday(year).plusDays(1);
        }
    },

    /** From the Friday after the fourth Thursday of November to Monday. */
    BLACK_FRIDAY("Black Friday", false) {
        @Override
        LocalDate first(int year) {
            return LocalDate.of(year, Month.NOVEMBER, 1)
                    .with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY))
                    .plusDays(1);
        }

        @Override
        LocalDate last(int year) {
            return first(year).plusDays(3);
        }
    },

    /** From Christmas Eve to the end of the year. */
    CHRISTMAS("Christmas", false) {
        @Override
        LocalDate first(int year) {
            return LocalDate.of(year, Month.DECEMBER, 24);
        }

        @Override
        LocalDate last(int year) {
            return LocalDate.of(year, Month.DECEMBER, 31);
        }
    };

    private final String title;
    private final boolean moves;

    CalendarEvent(String title, boolean moves) {
        this.title = title;
        this.moves = moves;
    }

    abstract LocalDate first(int year);

    /** Inclusive. */
    abstract LocalDate last(int year);

    String title() {
        return title;
    }

    /** Whether it comes at another time of the year each year, so that a season cannot tell it. */
    boolean moves() {
        return moves;
    }

    /** Share of each bucket's days that it takes; aligned with {@code buckets}. */
    double[] shares(TimeBuckets buckets) {
        double[] shares = new double[buckets.count()];
        if (shares.length == 0) {
            return shares;
        }
        for (int year = buckets.start().getYear(); year <= buckets.end().getYear(); year++) {
            long first = first(year).toEpochDay();
            long end = last(year).toEpochDay() + 1;
            for (int i = Math.max(0, buckets.indexOf(first(year))); i < shares.length; i++) {
                long start = buckets.start(i).toEpochDay();
                long shared = Math.min(end, start + buckets.days(i)) - Math.max(first, start);
                if (shared <= 0) {
                    break;
                }
                shares[i] += (double) shared / buckets.days(i);
            }
        }
        return shares;
    }

    /** How many years' events lie within {@code buckets}, at least in part. */
    int occurrences(TimeBuckets buckets) {
        double[] shares = shares(buckets);
        int occurrences = 0;
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] > 0 && (i == 0 || shares[i - 1] == 0)) {
                occurrences++;
            }
        }
        return occurrences;
    }

    /** Source: the anonymous Gregorian algorithm, Meeus (1991), Astronomical Algorithms, ch. 8. */
    private static LocalDate easterSunday(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int d = b / 4;
        int e = b % 4;
        int f = (b + 8) / 25;
        int g = (b - f + 1) / 3;
        int h = (19 * a + b - d - g + 15) % 30;
        int i = c / 4;
        int k = c % 4;
        int l = (32 + 2 * e + 2 * i - h - k) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }
}
