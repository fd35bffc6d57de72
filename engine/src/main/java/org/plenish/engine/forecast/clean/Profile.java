package org.plenish.engine.forecast.clean;

/**
 * What is expected of an article that is too new for methods to be compared on it.
 *
 * @param meanUnits of each bucket to come, before promotions
 * @param why one sentence for a planner
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once
public record Profile(double[] meanUnits, String why) {}
