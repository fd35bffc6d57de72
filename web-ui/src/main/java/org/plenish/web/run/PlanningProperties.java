package org.plenish.web.run;

import org.plenish.engine.optimize.OptimizerSettings;
import org.plenish.engine.plan.RunSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the application plans.
 *
 * @param moves score calculations of the optimizer: a count, so that the same data gives the same plan on any machine
 */
@ConfigurationProperties("plenish.planning")
public record PlanningProperties(
        @DefaultValue("200000") long moves,
        @DefaultValue("1") long seed) {

    public RunSettings settings() {
        int threads = Runtime.getRuntime().availableProcessors();
        return new RunSettings(OptimizerSettings.ofMoves(moves, seed, threads), threads);
    }
}
