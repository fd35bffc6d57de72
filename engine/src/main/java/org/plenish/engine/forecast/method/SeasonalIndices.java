package org.plenish.engine.forecast.method;

import java.util.Arrays;

/**
 * Multiplicative seasonal indices by classical decomposition: demand by its centred moving average over one season,
 * averaged over the seasons seen, and shrunk towards 1 as if {@code priorSeasons} without any season had been seen too.
 * Long seasons are smoothed over neighbouring positions, because one week of one year says little.
 *
 * <p>Source: Hyndman &amp; Athanasopoulos (2021), Forecasting: Principles and Practice, 3rd ed., §3.4; Miller &amp; Williams
 * (2003), Shrinkage estimators of time series seasonal factors and their effect on forecasting accuracy, International
 * Journal of Forecasting 19(4), 669-684.
 */
public final class SeasonalIndices {

    /** Seasons longer than this, such as 52 weeks, are smoothed. */
    private static final int LONGEST_UNSMOOTHED = 13;

    /** No bucket is taken to sell less than this share of an average one: dividing by less multiplies noise. */
    private static final double LEAST = 0.2;

    private SeasonalIndices() {}

    /**
     * @param demandUnits at least one season; NaN is not known
     * @return by position: bucket {@code i} has index {@code i % period}; mean 1
     */
    public static double[] of(double[] demandUnits, int period, double priorSeasons) {
        double[] average = centredAverage(demandUnits, period);
        double[] sum = new double[period];
        double[] seen = new double[period];
        for (int i = 0; i < demandUnits.length; i++) {
            if (!Double.isNaN(demandUnits[i]) && average[i] > 0) {
                sum[i % period] += demandUnits[i] / average[i];
                seen[i % period]++;
            }
        }
        double[] indices = new double[period];
        for (int position = 0; position < period; position++) {
            indices[position] = (sum[position] + priorSeasons) / (seen[position] + priorSeasons);
        }
        if (period > LONGEST_UNSMOOTHED) {
            indices = smoothed(indices);
        }
        double mean = Arrays.stream(indices).average().orElseThrow();
        for (int position = 0; position < period; position++) {
            indices[position] = Math.max(LEAST, indices[position] / mean);
        }
        return indices;
    }

    /**
     * What each position adds to the level, shrunk towards 0 likewise.
     *
     * @param values at least two seasons, of any sign; NaN is not known
     * @return by position: bucket {@code i} has index {@code i % period}; mean 0
     */
    static double[] additive(double[] values, int period, double priorSeasons) {
        double[] average = centredAverage(values, period);
        double[] sum = new double[period];
        double[] seen = new double[period];
        for (int i = 0; i < values.length; i++) {
            double difference = values[i] - average[i];
            if (!Double.isNaN(difference)) {
                sum[i % period] += difference;
                seen[i % period]++;
            }
        }
        double[] indices = new double[period];
        for (int position = 0; position < period; position++) {
            indices[position] = seen[position] == 0 ? 0 : sum[position] / (seen[position] + priorSeasons);
        }
        if (period > LONGEST_UNSMOOTHED) {
            indices = smoothed(indices);
        }
        double mean = Arrays.stream(indices).average().orElseThrow();
        for (int position = 0; position < period; position++) {
            indices[position] -= mean;
        }
        return indices;
    }

    /**
     * How many free parameters such indices are worth: shrinking takes away its share, smoothing over neighbours half
     * (the trace of the smoother, as for any linear fit: Hastie, Tibshirani &amp; Friedman 2009, eq. 7.32).
     */
    static double parameters(int length, int period, double priorSeasons) {
        double seasons = (double) length / period;
        return (period - 1) * seasons / (seasons + priorSeasons) * (period > LONGEST_UNSMOOTHED ? 0.5 : 1);
    }

    /** Over one season, half of each end if its length is even; where the window does not fit, the nearest that does. */
    private static double[] centredAverage(double[] demandUnits, int period) {
        int half = period / 2;
        int first = half;
        int last = demandUnits.length - 1 - half;
        double[] average = new double[demandUnits.length];
        if (last < first) {
            Arrays.fill(average, Histories.mean(demandUnits));
            return average;
        }
        double[] sums = new double[demandUnits.length + 1]; // of what is known before each bucket
        int[] counts = new int[demandUnits.length + 1];
        for (int i = 0; i < demandUnits.length; i++) {
            boolean known = !Double.isNaN(demandUnits[i]);
            sums[i + 1] = sums[i] + (known ? demandUnits[i] : 0);
            counts[i + 1] = counts[i] + (known ? 1 : 0);
        }
        boolean halveEnds = period % 2 == 0;
        for (int centre = first; centre <= last; centre++) {
            int from = centre - half;
            int to = centre + half + 1;
            double sum = sums[to] - sums[from];
            double weight = counts[to] - counts[from];
            if (halveEnds) {
                sum = (sum + sums[to - 1] - sums[from + 1]) / 2;
                weight = (weight + counts[to - 1] - counts[from + 1]) / 2;
            }
            average[centre] = sum / weight;
        }
        Arrays.fill(average, 0, first, average[first]);
        Arrays.fill(average, last + 1, average.length, average[last]);
        return average;
    }

    /** A quarter of each neighbour, around the end of the season. */
    private static double[] smoothed(double[] indices) {
        double[] smoothed = new double[indices.length];
        for (int i = 0; i < indices.length; i++) {
            double before = indices[(i + indices.length - 1) % indices.length];
            double after = indices[(i + 1) % indices.length];
            smoothed[i] = (before + 2 * indices[i] + after) / 4;
        }
        return smoothed;
    }
}
