package org.plenish.engine.forecast;

/**
 * How the method did on held-out ends of the history.
 *
 * @param origins how many ends were held out; 0: history too short to tell, all figures NaN
 * @param meanErrorUnits mean of forecast less demand: positive forecasts too much
 * @param meanAbsoluteErrorUnits one bucket
 * @param rootMeanSquaredErrorUnits one bucket
 * @param meanAbsoluteScaledError MAE by that of the naive forecast in sample (Hyndman & Koehler 2006)
 * @param trackingSignal running sum of errors by mean absolute deviation (Brown 1962); beyond ±4 is out of control
 */
public record ForecastAccuracy(
        int origins,
        double meanErrorUnits,
        double meanAbsoluteErrorUnits,
        double rootMeanSquaredErrorUnits,
        double meanAbsoluteScaledError,
        double trackingSignal) {

    public static final ForecastAccuracy UNKNOWN =
            new ForecastAccuracy(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
}
