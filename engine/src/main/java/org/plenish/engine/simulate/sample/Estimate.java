package org.plenish.engine.simulate.sample;

import java.util.Arrays;

/**
 * What a simulation found and how far chance may have moved it.
 *
 * @param mean of what was simulated
 * @param standardError standard deviation that the mean itself has from run to run; NaN of fewer than two values
 */
public record Estimate(double mean, double standardError) {

    /**
     * From independent values, such as those of paths, or from the means of long batches of one run, which are nearly so.
     * Source: Law (2015), Simulation modeling and analysis, §9.5.3 (batch means).
     *
     * @param values one or more; not changed
     */
    public static Estimate of(double... values) {
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        int count = values.length;
        return new Estimate(mean, count < 2 ? Double.NaN : Math.sqrt(squares / (count - 1) / count));
    }
}
