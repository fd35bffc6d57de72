package org.plenish.engine.forecast;

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
    boolean canForecast(double[] demandUnits);

    /**
     * Fits the method to a history and forecasts what follows.
     *
     * @param demandUnits by bucket, oldest first, 0 or more; NaN is not known and is skipped, never taken as zero; has
     *     to satisfy {@link #canForecast}; not changed
     * @return expected demand of each of the next {@code horizonBuckets} buckets, finite, 0 or more
     */
    double[] forecast(double[] demandUnits, int horizonBuckets);
}
