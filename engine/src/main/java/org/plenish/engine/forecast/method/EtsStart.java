package org.plenish.engine.forecast.method;

import java.util.Arrays;

/**
 * Where to start the search for a form's starting states: the season by classical decomposition, level and trend by a
 * straight line through the first buckets without it.
 *
 * <p>Source: Hyndman, Koehler, Ord &amp; Snyder (2008), Forecasting with Exponential Smoothing, §2.6.1.
 *
 * @param level before the first bucket
 * @param trend a bucket
 * @param levelWithoutTrend mean of the first buckets
 * @param season by position, summing to nothing or averaging to 1; empty: none
 */
@SuppressWarnings("ArrayRecordComponent") // handed from a method to its own fit
record EtsStart(double level, double trend, double levelWithoutTrend, double[] season) {

    private static final int FIRST_BUCKETS = 10;

    /** As if a season without any seasonal difference had been seen too. */
    private static final double PRIOR_SEASONS = 1;

    static EtsStart of(double[] values, EtsForm.Season kind, int period) {
        double[] season = new double[0];
        double[] level = values;
        int first = FIRST_BUCKETS;
        if (kind != EtsForm.Season.NONE) {
            boolean multiplicative = kind == EtsForm.Season.MULTIPLICATIVE;
            season = multiplicative
                    ? SeasonalIndices.of(values, period, PRIOR_SEASONS)
                    : SeasonalIndices.additive(values, period, PRIOR_SEASONS);
            level = values.clone();
            for (int i = 0; i < level.length; i++) {
                double index = season[i % period];
                level[i] = multiplicative ? level[i] / index : level[i] - index;
            }
            first = Math.max(first, 2 * period);
        }
        return of(level, first, season);
    }

    /** The mean alone: under the smallest constants, every multiplicative state of positive values stays positive. */
    static EtsStart flat(double[] values, EtsForm.Season kind, int period) {
        double mean = Histories.mean(values);
        double[] season = new double[kind == EtsForm.Season.NONE ? 0 : period];
        Arrays.fill(season, kind == EtsForm.Season.MULTIPLICATIVE ? 1 : 0);
        return new EtsStart(mean, 0, mean, season);
    }

    private static EtsStart of(double[] values, int first, double[] season) {
        double count = 0;
        double meanTime = 0;
        double mean = 0;
        double products = 0;
        double squares = 0;
        for (int i = 0; i < values.length && count < first; i++) {
            if (!Double.isNaN(values[i])) {
                count++;
                double time = i + 1 - meanTime;
                meanTime += time / count;
                mean += (values[i] - mean) / count;
                products += time * (values[i] - mean);
                squares += time * (i + 1 - meanTime);
            }
        }
        double slope = squares > 0 ? products / squares : 0;
        return new EtsStart(mean - slope * meanTime, slope, mean, season);
    }
}
