package org.plenish.engine.forecast.method;

/**
 * One way to forecast a series. A method has no state: it fits its parameters anew to each history it is given.
 * One class a method, registered in {@link ForecastMethods}.
 */
public interface ForecastMethod {

    /** Short and stable, such as {@code sba}; stands in exports. */
    String id();

    /** When the method suits, as the end of a planner's sentence, such as "a plain average fits". */
    String suits();

    /** Whether this history is long and full enough to fit it to. */
    boolean canForecast(double[] values);

    /**
     * Fits the method to a history and forecasts what follows.
     *
     * @param values by bucket, oldest first, of any sign and size; NaN is not known and is skipped, never taken as zero;
     *     has to satisfy {@link #canForecast}; not changed
     * @return as long as {@code horizonBuckets}
     */
    Prediction forecast(double[] values, int horizonBuckets);
}
