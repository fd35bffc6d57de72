package org.plenish.engine.forecast;

import org.plenish.engine.forecast.monitor.ForecastSignals;
import org.plenish.engine.forecast.monitor.ValueAdded;

/**
 * How the method did on held-out ends of the history.
 *
 * @param origins how many ends were held out; 0: history too short to tell, all figures NaN
 * @param meanErrorUnits mean of forecast less demand: positive forecasts too much
 * @param meanAbsoluteErrorUnits one bucket
 * @param rootMeanSquaredErrorUnits one bucket
 * @param meanAbsoluteScaledError MAE by that of the naive forecast in sample (Hyndman & Koehler 2006)
 * @param signals of the latest buckets, each forecast one or two buckets before
 * @param valueAdded over the naive forecast
 */
public record ForecastAccuracy(
        int origins,
        double meanErrorUnits,
        double meanAbsoluteErrorUnits,
        double rootMeanSquaredErrorUnits,
        double meanAbsoluteScaledError,
        ForecastSignals signals,
        ValueAdded valueAdded) {

    public static final ForecastAccuracy UNKNOWN = new ForecastAccuracy(
            0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, ForecastSignals.UNKNOWN, ValueAdded.UNKNOWN);

    /** The same, with what is known of forecasts from outside. */
    ForecastAccuracy with(ValueAdded added) {
        return new ForecastAccuracy(
                origins,
                meanErrorUnits,
                meanAbsoluteErrorUnits,
                rootMeanSquaredErrorUnits,
                meanAbsoluteScaledError,
                signals,
                added);
    }
}
