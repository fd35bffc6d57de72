package org.plenish.engine.forecast;

/**
 * A forecast of a plain series.
 *
 * @param method id of the method, such as {@code ets}
 * @param why one sentence for a planner: why this method
 * @param mean expected value of each coming bucket, finite
 * @param quantiles at {@code [i][step]}: what the bucket stays below with the asked {@code probabilities[i]}, finite;
 *     never falls with the probability
 */
@SuppressWarnings("ArrayRecordComponent") // a million of them pass through a stream
public record PlainForecast(String method, String why, double[] mean, double[][] quantiles) {}
