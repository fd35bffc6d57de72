package org.plenish.engine.simulate.backtest;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * On which days a position is looked at: on the supplier's order weekdays, as seldom as the review period allows. Of a supplier
 * that takes orders on Mondays and Thursdays, a review period of 4 days looks on both, one of 7 days on one of them, one of 14
 * days on one of them every two weeks.
 */
final class ReviewCalendar {

    private static final int DAYS_PER_WEEK = 7;

    private ReviewCalendar() {}

    /**
     * @param lastReview day of the review before; {@link LocalDate#MIN} if there was none
     * @param reviewDays the review period; 0 counts as 1
     * @param orderWeekdays empty: any
     */
    static boolean isReview(LocalDate day, LocalDate lastReview, int reviewDays, Set<DayOfWeek> orderWeekdays) {
        if (!orderWeekdays.isEmpty() && !orderWeekdays.contains(day.getDayOfWeek())) {
            return false;
        }
        if (lastReview.equals(LocalDate.MIN)) {
            return true;
        }
        LocalDate next = day.plusDays(daysToNext(day, orderWeekdays));
        return next.toEpochDay() - lastReview.toEpochDay() > Math.max(1, reviewDays);
    }

    private static int daysToNext(LocalDate day, Set<DayOfWeek> orderWeekdays) {
        if (orderWeekdays.isEmpty()) {
            return 1;
        }
        int days = 1;
        while (days < DAYS_PER_WEEK
                && !orderWeekdays.contains(day.plusDays(days).getDayOfWeek())) {
            days++;
        }
        return days;
    }
}
