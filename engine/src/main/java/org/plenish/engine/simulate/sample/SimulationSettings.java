package org.plenish.engine.simulate.sample;

/**
 * How a plan's future is sampled.
 *
 * @param seed same seed, same futures: two plans compared by one seed meet the same demand and the same delays
 * @param paths how many futures, 1 or more
 * @param threads to share the work between, 1 or more; the result does not depend on it
 * @param conduct what is done as a future unfolds
 */
public record SimulationSettings(long seed, int paths, int threads, Conduct conduct) {

    /** What is done as a future unfolds. */
    public enum Conduct {
        /** Every order of the plan is placed as it stands, come what may. */
        AS_PLANNED,
        /**
         * The plan's orders of the first bucket are placed as they stand; from then on each SKU-location reorders by its
         * own policy when its position asks for it, without regard to space and cash.
         */
        BY_POLICY
    }

    /** @throws IllegalArgumentException if there is no path or no thread */
    public SimulationSettings {
        if (paths < 1 || threads < 1) {
            throw new IllegalArgumentException(
                    "paths: " + paths + ", threads: " + threads + "; both must be 1 or more.");
        }
    }
}
