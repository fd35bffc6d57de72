package org.plenish.engine.forecast;

import java.util.Locale;
import org.plenish.engine.forecast.method.AveragedSmoothing;
import org.plenish.engine.forecast.method.ForecastMethod;
import org.plenish.engine.forecast.method.ForecastMethods;
import org.plenish.engine.forecast.method.Histories;
import org.plenish.engine.forecast.method.Naive;
import org.plenish.engine.forecast.method.SimpleExponentialSmoothing;

/**
 * Which method serves which series, and how its intervals are shaped. Decided once, by held-out ends of thousands of
 * series, and not anew for each series: a dozen held-out values choose worse than that (weighting the members of the
 * combination by a series' own held-out ends raised MASE on M3's quarterly series from 1.062 to 1.085).
 *
 * <ul>
 *   <li>Months, quarters, years: {@link ForecastMethods#combination}. Its intervals are as wide as weighted exponential
 *       smoothing tells them for months, and wider for quarters and years.
 *   <li>Years of more than {@value AveragedSmoothing#LONG_HISTORY_BUCKETS}, or other series of no season: {@link AveragedSmoothing}, which follows
 *       their trends; Theta and complex smoothing, which damp them, lost on each of four ends of M3's "other" series.
 *   <li>Weeks: {@link AveragedSmoothing} with a season of a year. MASE on M4's weekly series 2.16, with ARIMA averaged in
 *       2.12, but on jewelry 0.58 and 0.73.
 *   <li>Hours: the mean of ARIMA and double seasonal smoothing, whose MASE on M4's hourly series are 0.89 and 0.97, that
 *       of their mean 0.83; the seasonal naive forecast has 1.17.
 *   <li>Days: as months, with the week as season. No held-out days were there to judge by.
 * </ul>
 */
final class MethodsByFrequency {

    /** With fewer known values, constants cannot be told. */
    private static final int LEAST_KNOWN = 6;

    private static final IntervalShape MONTHS = new IntervalShape(0.95, 0.95, 1, 1.075);
    private static final IntervalShape QUARTERS = new IntervalShape(1.02, 1.15, 8, 1.11);
    private static final IntervalShape YEARS = new IntervalShape(0.88, 1.32, 6, 1.17);
    private static final IntervalShape WEEKS = new IntervalShape(0.81, 0.81, 1, 1.2);
    private static final IntervalShape HOURS = new IntervalShape(0.88, 0.97, 48, 1.08);
    private static final IntervalShape NO_SEASON = new IntervalShape(0.8, 0.8, 1, 1.17);

    private final Choice fitting;
    private final Choice fittingLongHistories;

    MethodsByFrequency(SeriesFrequency frequency) {
        int period = frequency.period();
        Choice averaged = new Choice(
                new AveragedSmoothing(period),
                period == 1 ? NO_SEASON : WEEKS,
                "On " + (period == 1 ? "long series without season" : name(frequency))
                        + ", smoothing averaged over many constants errs least.");
        Choice combined = new Choice(
                ForecastMethods.combination(period),
                switch (frequency) {
                    case QUARTERLY -> QUARTERS;
                    case YEARLY -> YEARS;
                    default -> MONTHS;
                },
                "On " + name(frequency) + ", the middle of five methods errs less than any one of them.");
        fitting = switch (frequency) {
            case HOURLY ->
                new Choice(
                        ForecastMethods.ofHours(),
                        HOURS,
                        "On hourly series, the mean of ARIMA and double seasonal smoothing errs less than either.");
            case WEEKLY -> averaged;
            case DAILY, MONTHLY, QUARTERLY, YEARLY -> combined;
        };
        fittingLongHistories = frequency == SeriesFrequency.YEARLY ? averaged : fitting;
    }

    /** @param values one known value or more */
    Choice choose(double[] values) {
        int known = Histories.knownCount(values);
        Choice choice = known > AveragedSmoothing.LONG_HISTORY_BUCKETS ? fittingLongHistories : fitting;
        if (known < LEAST_KNOWN || !choice.method().canForecast(values)) {
            ForecastMethod method = known < 2 ? new Naive() : new SimpleExponentialSmoothing();
            return new Choice(
                    method,
                    IntervalShape.AS_TOLD,
                    "Only " + known + (known == 1 ? " value is" : " values are")
                            + " known, too few for more than this.");
        }
        return choice;
    }

    private static String name(SeriesFrequency frequency) {
        return frequency.name().toLowerCase(Locale.ROOT) + " series";
    }

    /** @param why one sentence for a planner */
    record Choice(ForecastMethod method, IntervalShape shape, String why) {}
}
