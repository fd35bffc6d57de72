package org.plenish.engine.math;

/**
 * How far forecasts were from what happened. An error is forecast less actual: positive forecasts too much. NaN in
 * either array is a pair that is not known, and is skipped; without any known pair a metric is NaN.
 *
 * <p>Source: Hyndman &amp; Koehler (2006), doi:10.1016/j.ijforecast.2006.03.001; Makridakis, Spiliotis &amp;
 * Assimakopoulos (2022), doi:10.1016/j.ijforecast.2021.11.013 (RMSSE); Brown (1962) (tracking signal).
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
