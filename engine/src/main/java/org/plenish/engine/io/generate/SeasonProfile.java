package org.plenish.engine.io.generate;

import java.time.LocalDate;
import java.time.MonthDay;

/**
 * How demand is spread over the year and the week. The usual profile and the one of Christmas articles are the units of
 * an opening day by month, over their mean, in the real sales that {@link DatasetGenerator} names; the one of garden
 * articles is a plausible one.
 */
enum SeasonProfile {
    USUAL(0.74, 0.68, 0.80, 0.81, 0.90, 0.85, 0.88, 0.91, 1.25, 1.33, 1.64, 1.21),
    CHRISTMAS(0.07, 0.03, 0.02, 0.01, 0.04, 0.10, 0.34, 0.55, 2.20, 3.00, 3.80, 1.84),
    GARDEN(0.40, 0.60, 1.20, 1.70, 1.80, 1.50, 1.30, 0.90, 0.70, 0.60, 0.65, 0.65);

    private static final MonthDay LAST_BEFORE_HOLIDAYS = MonthDay.of(12, 23);
    private static final MonthDay FIRST_AFTER_HOLIDAYS = MonthDay.of(1, 4);

    private final double[] byMonth;

    SeasonProfile(double... byMonth) {
        this.byMonth = byMonth;
    }

    static SeasonProfile of(ProductCategory category) {
        return switch (category) {
            case CHRISTMAS -> CHRISTMAS;
            case GARDEN -> GARDEN;
            default -> USUAL;
        };
    }

    /** Relative to the year's mean day; between the middles of two months in proportion. */
    double of(LocalDate day) {
        double position = day.getMonthValue() - 1 + (day.getDayOfMonth() - 0.5) / day.lengthOfMonth() - 0.5;
        int before = Math.floorMod((int) StrictMath.floor(position), 12);
        double share = position - StrictMath.floor(position);
        return byMonth[before] * (1 - share) + byMonth[(before + 1) % 12] * share;
    }

    /** Share of a week's demand: measured; nothing is sold on Saturdays and from 24 December to 3 January. */
    static double dayShare(LocalDate day) {
        MonthDay monthDay = MonthDay.from(day);
        if (monthDay.isAfter(LAST_BEFORE_HOLIDAYS) || monthDay.isBefore(FIRST_AFTER_HOLIDAYS)) {
            return 0;
        }
        return switch (day.getDayOfWeek()) {
            case MONDAY -> 0.159;
            case TUESDAY -> 0.192;
            case WEDNESDAY -> 0.189;
            case THURSDAY -> 0.222;
            case FRIDAY -> 0.150;
            case SATURDAY -> 0;
            case SUNDAY -> 0.088;
        };
    }
}
