package org.plenish.engine.forecast;

/**
 * A forecast of a plain series, before promotions and forecasts from outside.
 *
 * @param method id of the chosen method
 * @param why one sentence for a planner
 * @param meanUnits expected demand of each future bucket
 * @param latestErrors forecast less demand of the latest buckets, made shortly before each; NaN is not known
 */
@SuppressWarnings("ArrayRecordComponent") // handed from one step to the next inside the package
record SeriesForecast(
        String method,
        String why,
        double[] meanUnits,
        ErrorSpread spread,
        ForecastAccuracy accuracy,
        double[] latestErrors) {

    /** The same for another reason. */
    SeriesForecast because(String reason) {
        return new SeriesForecast(method, reason, meanUnits, spread, accuracy, latestErrors);
    }
}
