package org.plenish.engine.forecast.method;

import java.util.Arrays;

/**
 * The season of one series by classical decomposition, where its autocorrelation says that there is one: what to take
 * from each bucket before a method without season is fitted, and to put back into its forecast. Multiplicative where
 * all values are positive and no bucket sells next to nothing, else additive.
 *
 * <p>The test: with autocorrelations r of lags 1..m, the season counts if {@code |r_m|} exceeds
 * {@code 1.645·√((1 + 2(r_1² + … + r_{m−1}²)) / n)}.
 *
 * <p>Source: Fiorucci, Pellegrini, Louzada, Petropoulos &amp; Koehler (2016), doi:10.1016/j.ijforecast.2016.02.005 (the
 * 90 % test and the decomposition around Theta); Hyndman &amp; Athanasopoulos (2021), Forecasting: Principles and
 * Practice, 3rd ed., §3.4.
 */
final class ClassicalSeason {

    /** 95 % quantile of the normal distribution: the test is two-sided at 90 %. */
    private static final double TEST_QUANTILE = 1.6448536269514722;

    /** Dividing by a smaller index than this would multiply noise. */
    private static final double LEAST_INDEX = 0.05;

    /** By position: bucket i has index {@code i % period}. Neutral where there is no season. */
    private final double[] indices;

    private final boolean multiplicative;

    private ClassicalSeason(double[] indices, boolean multiplicative) {
        this.indices = indices;
        this.multiplicative = multiplicative;
    }

    /** @param period buckets in a season; 1: none */
    static ClassicalSeason of(double[] values, int period) {
        if (!isSeasonal(values, period)) {
            return new ClassicalSeason(new double[] {0}, false);
        }
        double[] average = centredAverage(filled(values, period), period);
        if (Arrays.stream(values).noneMatch(value -> value <= 0)) {
            double[] ratios = indices(values, average, period, true);
            if (Arrays.stream(ratios).allMatch(ratio -> ratio >= LEAST_INDEX)) {
                return new ClassicalSeason(ratios, true);
            }
        }
        return new ClassicalSeason(indices(values, average, period, false), false);
    }

    boolean isNone() {
        return indices.length == 1;
    }

    /** The same series without its season; gaps stay gaps. */
    double[] removedFrom(double[] values) {
        double[] adjusted = values.clone();
        for (int i = 0; i < adjusted.length; i++) {
            double index = indices[i % indices.length];
            adjusted[i] = multiplicative ? adjusted[i] / index : adjusted[i] - index;
        }
        return adjusted;
    }

    /**
     * With the season put back.
     *
     * @param start bucket of the history that the prediction's first would be: the history's length
     */
    Prediction addedTo(Prediction prediction, int start) {
        double[] mean = prediction.mean().clone();
        double[] sd = prediction.sd().clone();
        for (int i = 0; i < mean.length; i++) {
            double index = indices[(start + i) % indices.length];
            if (multiplicative) {
                mean[i] *= index;
                sd[i] *= index;
            } else {
                mean[i] += index;
            }
        }
        return new Prediction(mean, sd);
    }

    /** Whether the autocorrelation test at 90 % finds a season; not in two seasons or less. */
    static boolean isSeasonal(double[] values, int period) {
        int known = Histories.knownCount(values);
        if (period < 2 || known <= 2 * period) {
            return false;
        }
        double mean = Histories.mean(values);
        double variance = autocovariance(values, mean, 0);
        if (!(variance > 0)) {
            return false;
        }
        double squares = 0;
        for (int lag = 1; lag < period; lag++) {
            double correlation = autocovariance(values, mean, lag) / variance;
            squares += correlation * correlation;
        }
        double limit = TEST_QUANTILE * Math.sqrt((1 + 2 * squares) / known);
        return Math.abs(autocovariance(values, mean, period) / variance) > limit;
    }

    /** The usual sum by the series' length; products with gaps are taken to be like the others of the same lag. */
    private static double autocovariance(double[] values, double mean, int lag) {
        double sum = 0;
        int pairs = 0;
        for (int i = lag; i < values.length; i++) {
            double product = (values[i] - mean) * (values[i - lag] - mean);
            if (!Double.isNaN(product)) {
                sum += product;
                pairs++;
            }
        }
        return pairs == 0 ? 0 : sum / pairs * (values.length - lag) / values.length;
    }

    /** Additive indices by position, mean 0, whether the test finds a season or not; needs a whole season. */
    static double[] additive(double[] values, int period) {
        return indices(values, centredAverage(filled(values, period), period), period, false);
    }

    private static double[] indices(double[] values, double[] average, int period, boolean multiplicative) {
        double neutral = multiplicative ? 1 : 0;
        double[] sum = new double[period];
        int[] seen = new int[period];
        for (int i = 0; i < values.length; i++) {
            double share = multiplicative ? values[i] / average[i] : values[i] - average[i];
            if (!Double.isNaN(share)) {
                sum[i % period] += share;
                seen[i % period]++;
            }
        }
        for (int position = 0; position < period; position++) {
            sum[position] = seen[position] == 0 ? neutral : sum[position] / seen[position];
        }
        double mean = Arrays.stream(sum).average().orElseThrow();
        for (int position = 0; position < period; position++) {
            sum[position] = multiplicative ? sum[position] / mean : sum[position] - mean;
        }
        return sum;
    }

    /**
     * Gaps filled with the nearest value of the same position, lest the average next to a gap be that of half a season; a
     * position that is never known stays unknown.
     */
    private static double[] filled(double[] values, int period) {
        double[] filled = values.clone();
        for (int i = 0; i < values.length; i++) {
            for (int distance = period; Double.isNaN(filled[i]) && distance < values.length; distance += period) {
                if (i >= distance && !Double.isNaN(values[i - distance])) {
                    filled[i] = values[i - distance];
                } else if (i + distance < values.length) {
                    filled[i] = values[i + distance];
                }
            }
        }
        return filled;
    }

    /** Over one season, half of each end if its length is even; NaN where the window does not fit or knows nothing. */
    private static double[] centredAverage(double[] values, int period) {
        int half = period / 2;
        double endWeight = period % 2 == 0 ? 0.5 : 1;
        double[] average = new double[values.length];
        Arrays.fill(average, Double.NaN);
        for (int centre = half; centre + half < values.length; centre++) {
            double sum = 0;
            double weights = 0;
            for (int i = centre - half; i <= centre + half; i++) {
                if (!Double.isNaN(values[i])) {
                    double weight = Math.abs(i - centre) == half ? endWeight : 1;
                    sum += weight * values[i];
                    weights += weight;
                }
            }
            average[centre] = sum / weights;
        }
        return average;
    }
}
