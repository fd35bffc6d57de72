package org.plenish.web.run;

import org.plenish.engine.simulate.sample.SimulationSettings;
import org.plenish.engine.simulate.sample.SimulationSettings.Conduct;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How what may happen to each plan is sampled.
 *
 * @param paths how many futures; 0: none are sampled
 * @param seed same seed, same futures, so that one plan can be held against the next
 */
@ConfigurationProperties("plenish.uncertainty")
public record UncertaintyProperties(
        @DefaultValue("1000") int paths, @DefaultValue("1") long seed) {

    private static final int MOST_PATHS = 100_000;

    /** @throws IllegalArgumentException if there are fewer than 0 paths, or too many to keep in memory */
    public UncertaintyProperties {
        if (paths < 0 || paths > MOST_PATHS) {
            throw new IllegalArgumentException("plenish.uncertainty.paths: " + paths + " must be 0 to " + MOST_PATHS
                    + ". Maybe 1000: the standard error of its shares is 1.6 percentage points at most.");
        }
    }

    public boolean isOn() {
        return paths > 0;
    }

    /** As planned or by policy; one processor is left for whoever reads the plan meanwhile. */
    public SimulationSettings settings(Conduct conduct) {
        return new SimulationSettings(
                seed, paths, Math.max(1, Runtime.getRuntime().availableProcessors() - 1), conduct);
    }
}
