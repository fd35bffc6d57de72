package org.plenish.engine.forecast.method.arima;

import java.util.Arrays;

/**
 * First guesses of the coefficients of an ARMA model: a long autoregression gives the errors, then the values are
 * regressed on earlier values and earlier errors. The regressions are solved from one table of covariances, so that a
 * guess costs next to nothing. Ordinary and seasonal lags are taken as if they did not multiply.
 *
 * <p>Source: Hannan &amp; Rissanen (1982), doi:10.1093/biomet/69.1.81.
 */
final class HannanRissanen {

    /** Partial autocorrelations of a guess stay below this: from nearer to 1 the optimizer hardly gets away. */
    private static final double FURTHEST = 0.95;

    private static final double SHRINK = 0.95;
    private static final int LONG_ORDER = 8;

    private final double[] valueByValue;
    private final double[] valueByError;
    private final double[] errorByError;
    private final int maxLag;

    /**
     * @param values differenced
     * @param period buckets in a season
     * @param maxLag furthest lag of any term
     */
    HannanRissanen(double[] values, int period, int maxLag) {
        this.maxLag = maxLag;
        int n = values.length;
        double mean = Arrays.stream(values).average().orElse(0);
        double[] centred = new double[n];
        for (int i = 0; i < n; i++) {
            centred[i] = values[i] - mean;
        }
        int longOrder = Math.max(1, Math.min(n / 3, LONG_ORDER + (period > 1 ? period : 0)));
        double[] covariance = new double[longOrder + 1];
        for (int lag = 0; lag <= longOrder && lag < n; lag++) {
            covariance[lag] = covariance(centred, centred, lag);
        }
        double[] autoregression = yuleWalker(covariance);
        double[] errors = new double[n];
        for (int t = 0; t < n; t++) {
            double error = centred[t];
            for (int i = 1; i <= Math.min(t, longOrder); i++) {
                error -= autoregression[i - 1] * centred[t - i];
            }
            errors[t] = error;
        }
        valueByValue = new double[maxLag + 1];
        errorByError = new double[maxLag + 1];
        valueByError = new double[2 * maxLag + 1];
        for (int lag = 0; lag <= maxLag && lag < n; lag++) {
            valueByValue[lag] = covariance(centred, centred, lag);
            errorByError[lag] = covariance(errors, errors, lag);
            valueByError[maxLag + lag] = covariance(centred, errors, lag);
            valueByError[maxLag - lag] = covariance(errors, centred, lag);
        }
    }

    /** Sum of {@code a} by {@code b} earlier by {@code lag}. */
    private static double covariance(double[] a, double[] b, int lag) {
        double sum = 0;
        for (int t = lag; t < a.length; t++) {
            sum += a[t] * b[t - lag];
        }
        return sum;
    }

    /** Durbin and Levinson's recursion. */
    private static double[] yuleWalker(double[] covariance) {
        int order = covariance.length - 1;
        double[] coefficients = new double[order];
        double variance = covariance[0];
        for (int k = 0; k < order && variance > 0; k++) {
            double rest = covariance[k + 1];
            for (int i = 0; i < k; i++) {
                rest -= coefficients[i] * covariance[k - i];
            }
            double partial = rest / variance;
            for (int i = 0, j = k - 1; i <= j; i++, j--) {
                double low = coefficients[i];
                double high = coefficients[j];
                coefficients[i] = low - partial * high;
                coefficients[j] = high - partial * low;
            }
            coefficients[k] = partial;
            variance *= 1 - partial * partial;
        }
        return coefficients;
    }

    /** The guess as unknowns of {@link ArmaFitter}: φ, θ, Φ, Θ by their partial autocorrelations. */
    double[] start(ArimaOrder order) {
        int k = order.coefficients();
        int[] lag = new int[k];
        boolean[] ofError = new boolean[k];
        int at = 0;
        for (int i = 1; i <= order.p(); i++, at++) {
            lag[at] = i;
        }
        for (int i = 1; i <= order.q(); i++, at++) {
            lag[at] = i;
            ofError[at] = true;
        }
        for (int i = 1; i <= order.seasonalP(); i++, at++) {
            lag[at] = i * order.period();
        }
        for (int i = 1; i <= order.seasonalQ(); i++, at++) {
            lag[at] = i * order.period();
            ofError[at] = true;
        }
        double[][] square = new double[k][k];
        double[] right = new double[k];
        for (int i = 0; i < k; i++) {
            // the value itself, at lag zero, by the regressor
            right[i] = ofError[i] ? valueByError[maxLag + lag[i]] : valueByValue[lag[i]];
            for (int j = 0; j < k; j++) {
                int apart = lag[j] - lag[i];
                if (ofError[i] == ofError[j]) {
                    square[i][j] = (ofError[i] ? errorByError : valueByValue)[Math.abs(apart)];
                } else {
                    // positive: the error is that much earlier than the value
                    square[i][j] = valueByError[maxLag + (ofError[j] ? apart : -apart)];
                }
            }
        }
        double[] point = new double[k];
        if (!ArmaFitter.solve(square, right, 1e-6, point)) {
            Arrays.fill(point, 0.1);
        }
        int seasonal = order.p() + order.q();
        toPoint(point, 0, order.p(), 1);
        toPoint(point, order.p(), order.q(), -1);
        toPoint(point, seasonal, order.seasonalP(), 1);
        toPoint(point, seasonal + order.seasonalP(), order.seasonalQ(), -1);
        return point;
    }

    /** Turns coefficients into unknowns in place, first shrunk until they are well inside. */
    private static void toPoint(double[] coefficients, int from, int count, int sign) {
        double[] partials = Partials.ofCoefficients(coefficients, from, count, sign, 1);
        for (double scale = SHRINK; largest(partials) > FURTHEST; scale *= SHRINK) {
            partials = Partials.ofCoefficients(coefficients, from, count, sign, scale);
        }
        for (int i = 0; i < count; i++) {
            double partial = partials[i];
            coefficients[from + i] = 0.5 * Math.log((1 + partial) / (1 - partial));
        }
    }

    private static double largest(double[] partials) {
        double largest = 0;
        for (double partial : partials) {
            largest = Math.max(largest, Double.isNaN(partial) ? 2 : Math.abs(partial));
        }
        return largest;
    }
}
