package org.plenish.engine.forecast.method.arima;

import java.util.Arrays;

/**
 * How much of what is not trend is season: {@code max(0, 1 - Var(R) / Var(S + R))} of the seasonal part S and the
 * remainder R of a decomposition by locally weighted regression (STL, without its robustness weights), in which the
 * season may change slowly.
 *
 * <p>Source: Cleveland, Cleveland, McRae &amp; Terpenning (1990), Journal of Official Statistics 6(1), 3-73; Hyndman
 * &amp; Athanasopoulos (2021), §4.3.
 */
final class SeasonalStrength {

    /** Seasons over which the seasonal pattern is smoothed. */
    private static final int SEASONAL_WINDOW = 11;

    private static final int ROUNDS = 2;

    private SeasonalStrength() {}

    /**
     * @param values more than two seasons, without gaps
     * @return 0 to 1
     */
    static double of(double[] values, int period) {
        int n = values.length;
        int trendWindow = odd(1.5 * period / (1 - 1.5 / SEASONAL_WINDOW));
        int lowWindow = odd(period);
        double[] trend = new double[n];
        double[] season = new double[n];
        double[] work = new double[n];
        double[] cycle = new double[n + 2 * period];
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < n; i++) {
                work[i] = values[i] - trend[i];
            }
            smoothCycles(work, period, cycle);
            double[] low = movingAverage(movingAverage(movingAverage(cycle, period), period), 3);
            for (int i = 0; i < n; i++) {
                season[i] = cycle[i + period] - linear(low, i, lowWindow);
                work[i] = values[i] - season[i];
            }
            for (int i = 0; i < n; i++) {
                trend[i] = linear(work, i, trendWindow);
            }
        }
        for (int i = 0; i < n; i++) {
            work[i] = values[i] - trend[i];
        }
        double detrended = variance(work);
        for (int i = 0; i < n; i++) {
            work[i] -= season[i];
        }
        return detrended > 0 ? Math.max(0, 1 - variance(work) / detrended) : 0;
    }

    private static int odd(double width) {
        int window = (int) Math.ceil(width);
        return window % 2 == 0 ? window + 1 : window;
    }

    /** Each bucket of the season smoothed over the years, and carried on by one year at either end. */
    private static void smoothCycles(double[] values, int period, double[] cycle) {
        for (int phase = 0; phase < period; phase++) {
            int years = (values.length - 1 - phase) / period + 1;
            for (int year = -1; year <= years; year++) {
                int left = Math.max(0, Math.min(year - SEASONAL_WINDOW / 2, years - SEASONAL_WINDOW));
                int right = Math.min(years - 1, left + SEASONAL_WINDOW - 1);
                double reach = reach(year, left, right, SEASONAL_WINDOW, years);
                double sum = 0;
                double weights = 0;
                for (int i = left; i <= right; i++) {
                    double weight = tricube(i - year, reach);
                    sum += weight * values[phase + i * period];
                    weights += weight;
                }
                cycle[phase + (year + 1) * period] = sum / weights;
            }
        }
    }

    /** Locally weighted straight line at one of the points themselves. */
    private static double linear(double[] values, int at, int window) {
        int n = values.length;
        int left = Math.max(0, Math.min(at - window / 2, n - window));
        int right = Math.min(n - 1, left + window - 1);
        double reach = reach(at, left, right, window, n);
        double weights = 0;
        double first = 0;
        double second = 0;
        double sum = 0;
        double firstSum = 0;
        for (int i = left; i <= right; i++) {
            double distance = i - at;
            double weight = tricube(distance, reach);
            weights += weight;
            first += weight * distance;
            second += weight * distance * distance;
            sum += weight * values[i];
            firstSum += weight * distance * values[i];
        }
        double spread = weights * second - first * first;
        return spread > 1e-9 * weights * second ? (second * sum - first * firstSum) / spread : sum / weights;
    }

    /** Distance at which the weight is zero: the furthest point of the window, and more where the window is cut. */
    private static double reach(int at, int left, int right, int window, int n) {
        double furthest = Math.max(at - left, right - at);
        return window > n ? furthest + (window - n) / 2 : furthest;
    }

    private static double tricube(double distance, double reach) {
        double share = Math.abs(distance) / reach;
        if (share >= 0.999) {
            return 0;
        }
        double cube = 1 - share * share * share;
        return cube * cube * cube;
    }

    private static double[] movingAverage(double[] values, int window) {
        double[] averages = new double[values.length - window + 1];
        double sum = 0;
        for (int i = 0; i < window - 1; i++) {
            sum += values[i];
        }
        for (int i = 0; i < averages.length; i++) {
            sum += values[i + window - 1];
            averages[i] = sum / window;
            sum -= values[i];
        }
        return averages;
    }

    private static double variance(double[] values) {
        double mean = Arrays.stream(values).sum() / values.length;
        double sum = 0;
        for (double value : values) {
            sum += (value - mean) * (value - mean);
        }
        return sum / values.length;
    }
}
