package org.plenish.engine.simulate.sample;

import java.util.Arrays;

/**
 * How a figure of the plan is spread over what may happen.
 *
 * @param mean over all paths
 * @param standardError of the mean: how far the number of paths leaves it open
 * @param low one path in twenty is below
 * @param lowerQuartile one path in four is below
 * @param median as many are above as below
 * @param upperQuartile one path in four is above
 * @param high one path in twenty is above
 */
public record Spread(
        double mean,
        double standardError,
        double low,
        double lowerQuartile,
        double median,
        double upperQuartile,
        double high) {

    private static final double LOW = 0.05;
    private static final double QUARTER = 0.25;
    private static final double HIGH = 0.95;

    /**
     * @param byPath one or more values; not changed
     * @throws IllegalArgumentException if there is none
     */
    public static Spread of(double... byPath) {
        if (byPath.length == 0) {
            throw new IllegalArgumentException("paths: 0, must be 1 or more.");
        }
        double[] sorted = byPath.clone();
        Arrays.sort(sorted);
        Estimate estimate = Estimate.of(sorted);
        return new Spread(
                estimate.mean(),
                estimate.standardError(),
                quantile(sorted, LOW),
                quantile(sorted, QUARTER),
                quantile(sorted, 0.5),
                quantile(sorted, 1 - QUARTER),
                quantile(sorted, HIGH));
    }

    /** Linear between the ranks, the usual definition 7. Source: Hyndman & Fan (1996), The American Statistician 50(4). */
    private static double quantile(double[] sorted, double probability) {
        double rank = probability * (sorted.length - 1);
        int below = (int) rank;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
    }
}
