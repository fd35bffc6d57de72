package org.plenish.benchmarks.forecast;

import java.util.List;
import java.util.Locale;
import org.plenish.engine.forecast.SeriesFrequency;

/**
 * Series of one kind with their held-out ends.
 *
 * @param name as in {@code meta.csv}
 * @param period buckets in a season, the scale of MASE; 1: none
 * @param horizon values held out of each series
 * @param countData whether the values count pieces, and so are zero often
 */
public record SeriesSet(String name, int period, int horizon, boolean countData, List<Series> series) {

    /**
     * @param history oldest first
     * @param future what followed; as long as the horizon of the set
     */
    @SuppressWarnings("ArrayRecordComponent") // handed to metrics, which take arrays
    public record Series(String id, double[] history, double[] future) {}

    public SeriesSet {
        series = List.copyOf(series);
    }

    /** What the season tells; without a season weekly values are told from yearly ones by the set's name. */
    public SeriesFrequency frequency() {
        return switch (period) {
            case 24 -> SeriesFrequency.HOURLY;
            case 7 -> SeriesFrequency.DAILY;
            case 52 -> SeriesFrequency.WEEKLY;
            case 12 -> SeriesFrequency.MONTHLY;
            case 4 -> SeriesFrequency.QUARTERLY;
            case 1 -> isNamedWeekly() ? SeriesFrequency.WEEKLY : SeriesFrequency.YEARLY;
            default ->
                throw new IllegalArgumentException(
                        "meta.csv, set " + name + ": m " + period + " must be one of 1, 4, 7, 12, 24, 52.");
        };
    }

    private boolean isNamedWeekly() {
        return name.toLowerCase(Locale.ROOT).contains("weekly") || name.equals("jewelry");
    }

    /** The same set with its first series only. */
    SeriesSet limitedTo(int most) {
        return new SeriesSet(name, period, horizon, countData, series.subList(0, Math.min(most, series.size())));
    }
}
