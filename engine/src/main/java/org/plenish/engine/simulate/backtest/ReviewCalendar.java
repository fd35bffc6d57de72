package org.plenish.engine.simulate.backtest;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.plenish.engine.model.TimeBuckets;

/**
 * On which days positions are looked at: on the supplier's order weekdays, as seldom as the review period allows. Of a supplier
 * that takes orders on Mondays and Thursdays, a review period of 4 days looks on both, one of 7 days on one of them, one of 14
 * days on one of them every two weeks. All that is looked at as often has the same days, whenever it was first sold, so that it is
 * ordered together. Safe to share between threads.
 */
final class ReviewCalendar {

    private static final int DAYS_PER_WEEK = 7;

    private final LocalDate start;
    private final int length;
    private final Map<Rhythm, BitSet> reviews = new ConcurrentHashMap<>();

    private record Rhythm(int reviewDays, Set<DayOfWeek> orderWeekdays) {}

    ReviewCalendar(TimeBuckets replayed) {
        start = replayed.start();
        length = Math.toIntExact(replayed.end().toEpochDay() - start.toEpochDay());
    }

    /**
     * @param day of the replay
     * @param reviewDays the review period; 0 counts as 1
     * @param orderWeekdays empty: any
     */
    boolean isReview(LocalDate day, int reviewDays, Set<DayOfWeek> orderWeekdays) {
        Rhythm rhythm = new Rhythm(Math.max(1, reviewDays), orderWeekdays);
        return reviews.computeIfAbsent(rhythm, this::reviews)
                .get(Math.toIntExact(day.toEpochDay() - start.toEpochDay()));
    }

    /** The first day on which an order can be placed, and then each after which there is none within the review period. */
    private BitSet reviews(Rhythm rhythm) {
        Set<DayOfWeek> weekdays =
                rhythm.orderWeekdays().isEmpty() ? EnumSet.allOf(DayOfWeek.class) : rhythm.orderWeekdays();
        BitSet days = new BitSet(length);
        int last = -1;
        for (int day = 0; day < length; day++) {
            LocalDate date = start.plusDays(day);
            if (!weekdays.contains(date.getDayOfWeek())) {
                continue;
            }
            if (last < 0 || day + daysToNext(date, weekdays) - last > rhythm.reviewDays()) {
                days.set(day);
                last = day;
            }
        }
        return days;
    }

    private static int daysToNext(LocalDate day, Set<DayOfWeek> orderWeekdays) {
        int days = 1;
        while (days < DAYS_PER_WEEK
                && !orderWeekdays.contains(day.plusDays(days).getDayOfWeek())) {
            days++;
        }
        return days;
    }
}
