package org.plenish.engine.io.series;

/**
 * A series as it stands in a file.
 *
 * @param values by bucket, oldest first; NaN is not known; at least one is known
 */
@SuppressWarnings("ArrayRecordComponent") // a million of them pass through a stream
public record PlainSeries(String id, double[] values) {}
