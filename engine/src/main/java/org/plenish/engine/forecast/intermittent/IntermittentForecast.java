package org.plenish.engine.forecast.intermittent;

/**
 * What is to be expected of an item that sells now and then.
 *
 * @param method id of the model
 * @param why one sentence for a planner
 * @param meanUnits expected demand of each coming bucket, finite, 0 or more; a little below the distribution's own mean,
 *     see {@link IntermittentForecaster}
 * @param distribution how likely which demand is
 */
@SuppressWarnings("ArrayRecordComponent") // a million of them pass through a stream
public record IntermittentForecast(String method, String why, double[] meanUnits, DemandDistribution distribution) {}
