package org.plenish.web.uncertainty;

/**
 * How one figure is spread over the futures of a plan.
 *
 * @param bucket from 0; -1: over the horizon
 * @param standardError of the mean; NaN of a single future
 * @param low one future in twenty is below
 * @param lowerQuartile one in four is below
 * @param upperQuartile one in four is above
 * @param high one in twenty is above
 */
public record SpreadRow(
        String conduct,
        String figure,
        int bucket,
        double mean,
        double standardError,
        double low,
        double lowerQuartile,
        double median,
        double upperQuartile,
        double high) {}
