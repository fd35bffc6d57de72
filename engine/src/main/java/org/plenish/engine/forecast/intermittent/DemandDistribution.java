package org.plenish.engine.forecast.intermittent;

import org.plenish.engine.math.Lattice;

/**
 * How likely which demand is: in each coming bucket, and in the coming buckets together. Immutable; every call computes
 * anew, so who asks for several quantiles of one bucket keeps its {@link Lattice}.
 */
public interface DemandDistribution {

    /**
     * Demand of one bucket.
     *
     * @param step 1 is the next bucket
     * @throws IllegalArgumentException if {@code step} is below 1
     */
    Lattice bucket(int step);

    /**
     * Demand of the next buckets together, as over a lead time: what the buckets' errors have in common is counted, so it
     * spreads wider than independent buckets would.
     *
     * @param steps 1 or more; the total of 1 is {@code bucket(1)}
     * @throws IllegalArgumentException if {@code steps} is below 1
     */
    Lattice total(int steps);

    /** Expected demand of one bucket (units). */
    default double mean(int step) {
        return bucket(step).mean();
    }

    /** What the demand of one bucket stays at or below with this probability (units). */
    default double quantile(int step, double probability) {
        return bucket(step).quantile(probability);
    }

    /** Expected demand of the next buckets together (units). */
    default double cumulativeMean(int steps) {
        return total(steps).mean();
    }

    /** What the demand of the next buckets together stays at or below with this probability (units). */
    default double cumulativeQuantile(int steps, double probability) {
        return total(steps).quantile(probability);
    }
}
