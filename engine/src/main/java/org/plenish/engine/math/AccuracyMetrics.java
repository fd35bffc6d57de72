package org.plenish.engine.math;

/**
 * How far forecasts were from what happened. An error is forecast less actual: positive forecasts too much. NaN in
 * either array is a pair that is not known, and is skipped; without any known pair a metric is NaN.
 *
 * <p>Source: Hyndman &amp; Koehler (2006), doi:10.1016/j.ijforecast.2006.03.001; Makridakis, Spiliotis &amp;
 * Assimakopoulos (2022), doi:10.1016/j.ijforecast.2021.11.013 (RMSSE); Brown (1962) (tracking signal); Makridakis &amp;
 * Hibon (2000), doi:10.1016/S0169-2070(00)00057-1 (sMAPE); Makridakis et al. (2022),
 * doi:10.1016/j.ijforecast.2021.10.009 (scaled pinball loss).
 */
public final class AccuracyMetrics {

    private AccuracyMetrics() {}

    /** Mean of forecast less actual. */
    public static double meanError(double[] forecast, double[] actual) {
        double sum = 0;
        int known = 0;
        for (int i = 0; i < requireSameLength(forecast, actual); i++) {
            double error = forecast[i] - actual[i];
            if (!Double.isNaN(error)) {
                sum += error;
                known++;
            }
        }
        return sum / known;
    }

    /** MAE: mean of the absolute error. */
    public static double meanAbsoluteError(double[] forecast, double[] actual) {
        double sum = 0;
        int known = 0;
        for (int i = 0; i < requireSameLength(forecast, actual); i++) {
            double error = forecast[i] - actual[i];
            if (!Double.isNaN(error)) {
                sum += Math.abs(error);
                known++;
            }
        }
        return sum / known;
    }

    /** RMSE: root of the mean squared error. */
    public static double rootMeanSquaredError(double[] forecast, double[] actual) {
        double sum = 0;
        int known = 0;
        for (int i = 0; i < requireSameLength(forecast, actual); i++) {
            double error = forecast[i] - actual[i];
            if (!Double.isNaN(error)) {
                sum += error * error;
                known++;
            }
        }
        return Math.sqrt(sum / known);
    }

    /**
     * sMAPE: mean of {@code 200·|forecast − actual| / (|forecast| + |actual|)}, percent, 0 to 200; a pair of two zeros
     * counts as 0.
     */
    public static double symmetricMeanAbsolutePercentageError(double[] forecast, double[] actual) {
        double sum = 0;
        int known = 0;
        for (int i = 0; i < requireSameLength(forecast, actual); i++) {
            double error = Math.abs(forecast[i] - actual[i]);
            if (!Double.isNaN(error)) {
                sum += error == 0 ? 0 : 200 * error / (Math.abs(forecast[i]) + Math.abs(actual[i]));
                known++;
            }
        }
        return sum / known;
    }

    /** Mean error by the absolute mean of {@code history}: bias as a share of the level; NaN where that is zero. */
    public static double scaledMeanError(double[] forecast, double[] actual, double[] history) {
        double sum = 0;
        int known = 0;
        for (double value : history) {
            if (!Double.isNaN(value)) {
                sum += value;
                known++;
            }
        }
        return ratio(meanError(forecast, actual), Math.abs(sum / known));
    }

    /**
     * Pinball (quantile) loss: mean of {@code p·(actual − quantile)} where more happened than the quantile, and of
     * {@code (1 − p)·(quantile − actual)} where less did. The true quantile makes it smallest.
     *
     * @param quantile what each bucket was to stay below with {@code probability}
     * @param probability p, inside (0, 1)
     */
    public static double pinballLoss(double[] quantile, double[] actual, double probability) {
        double sum = 0;
        int known = 0;
        for (int i = 0; i < requireSameLength(quantile, actual); i++) {
            double shortfall = actual[i] - quantile[i];
            if (!Double.isNaN(shortfall)) {
                sum += shortfall >= 0 ? probability * shortfall : (probability - 1) * shortfall;
                known++;
            }
        }
        return sum / known;
    }

    /** Scaled pinball loss: {@link #pinballLoss} by the in-sample MAE of the forecast "as a bucket ago"; NaN where that is 0. */
    public static double scaledPinballLoss(double[] quantile, double[] actual, double probability, double[] history) {
        return ratio(pinballLoss(quantile, actual, probability), naiveMeanAbsoluteError(history, 1));
    }

    /** Share of the actual values that lie from {@code lower} to {@code upper}, both included; 0 to 1. */
    public static double coverage(double[] lower, double[] upper, double[] actual) {
        int inside = 0;
        int known = 0;
        for (int i = 0; i < requireSameLength(upper, actual); i++) {
            if (!Double.isNaN(lower[i] + upper[i] + actual[i])) {
                inside += lower[i] <= actual[i] && actual[i] <= upper[i] ? 1 : 0;
                known++;
            }
        }
        return (double) inside / known;
    }

    /** MASE: MAE by the in-sample MAE of the forecast "as {@code period} buckets ago"; NaN where that is zero. */
    public static double meanAbsoluteScaledError(double[] forecast, double[] actual, double[] history, int period) {
        return ratio(meanAbsoluteError(forecast, actual), naiveMeanAbsoluteError(history, period));
    }

    /** RMSSE: RMSE by the in-sample RMSE of the forecast "as {@code period} buckets ago"; NaN where that is zero. */
    public static double rootMeanSquaredScaledError(double[] forecast, double[] actual, double[] history, int period) {
        double sum = 0;
        int known = 0;
        for (int i = period; i < history.length; i++) {
            double change = history[i] - history[i - period];
            if (!Double.isNaN(change)) {
                sum += change * change;
                known++;
            }
        }
        return ratio(rootMeanSquaredError(forecast, actual), Math.sqrt(sum / known));
    }

    /** Mean absolute change of {@code history} over {@code period} buckets: the scale of MASE. */
    public static double naiveMeanAbsoluteError(double[] history, int period) {
        double sum = 0;
        int known = 0;
        for (int i = period; i < history.length; i++) {
            double change = history[i] - history[i - period];
            if (!Double.isNaN(change)) {
                sum += Math.abs(change);
                known++;
            }
        }
        return sum / known;
    }

    /** Sum of errors by their mean absolute size: beyond ±4 a forecast is out of control; NaN where all errors are 0. */
    public static double trackingSignal(double[] forecast, double[] actual) {
        double sum = 0;
        double absolute = 0;
        int known = 0;
        for (int i = 0; i < requireSameLength(forecast, actual); i++) {
            double error = forecast[i] - actual[i];
            if (!Double.isNaN(error)) {
                sum += error;
                absolute += Math.abs(error);
                known++;
            }
        }
        return ratio(sum, absolute / known);
    }

    private static double ratio(double numerator, double denominator) {
        return denominator > 0 ? numerator / denominator : Double.NaN;
    }

    private static int requireSameLength(double[] forecast, double[] actual) {
        if (forecast.length != actual.length) {
            throw new IllegalArgumentException(
                    "forecast has " + forecast.length + " values, but must have " + actual.length + ".");
        }
        return forecast.length;
    }
}
