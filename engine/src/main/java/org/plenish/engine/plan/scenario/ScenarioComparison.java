package org.plenish.engine.plan.scenario;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.plan.PlanComparison.Mover;
import org.plenish.engine.plan.ReplenishmentPlan;

/**
 * Scenarios beside their base.
 *
 * @param base an outline: its lines come without reasons
 */
public record ScenarioComparison(ReplenishmentPlan base, List<Planned> scenarios) {

    public ScenarioComparison {
        scenarios = List.copyOf(scenarios);
    }

    /**
     * One scenario, planned.
     *
     * @param plan an outline, of the base's buckets
     * @param movers against the base, the farthest first
     * @param drivers null if nobody asked
     */
    public record Planned(
            Scenario scenario,
            ReplenishmentPlan plan,
            List<Mover> movers,
            @Nullable DriverEffects drivers) {

        public Planned {
            movers = List.copyOf(movers);
        }
    }
}
