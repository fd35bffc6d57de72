package org.plenish.web.scenario;

import java.util.List;
import java.util.stream.Stream;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.plan.PlanSimulation;
import org.plenish.engine.plan.ReplenishmentPlan;
import org.plenish.engine.simulate.sample.PlanUncertainty;
import org.plenish.engine.simulate.sample.SimulationSettings;
import org.plenish.engine.simulate.sample.SimulationSettings.Conduct;
import org.plenish.engine.simulate.sample.Spread;
import org.plenish.web.run.UncertaintyProperties;

/**
 * What may happen to a scenario and to its base, both as planned and by policy, as it is stored. Both meet the same
 * futures: what is different is the scenario's doing and not luck.
 *
 * @param seed of the futures
 * @param paths how many
 */
public record ScenarioFutures(long seed, int paths, List<Range> base, List<Range> scenario) {

    /**
     * How a figure is spread over the futures.
     *
     * @param low one future in twenty is below
     * @param high one in twenty is above
     */
    public record Range(Conduct conduct, String figure, double low, double median, double high) {

        private static Range of(Conduct conduct, String figure, Spread spread) {
            return new Range(conduct, figure, spread.low(), spread.median(), spread.high());
        }
    }

    /** A plan and what it was made from. */
    record Planned(Dataset dataset, ReplenishmentPlan plan) {}

    public ScenarioFutures {
        base = List.copyOf(base);
        scenario = List.copyOf(scenario);
    }

    static ScenarioFutures of(Planned base, Planned scenario, UncertaintyProperties how) {
        return new ScenarioFutures(how.seed(), how.paths(), ranges(base, how), ranges(scenario, how));
    }

    private static List<Range> ranges(Planned planned, UncertaintyProperties how) {
        return Stream.of(Conduct.values())
                .flatMap(conduct -> ranges(planned, how.settings(conduct)))
                .toList();
    }

    private static Stream<Range> ranges(Planned planned, SimulationSettings settings) {
        PlanUncertainty found = PlanSimulation.of(planned.dataset(), planned.plan(), settings);
        Conduct conduct = settings.conduct();
        return Stream.of(
                Range.of(conduct, "SERVICE_LEVEL", found.serviceLevel()),
                Range.of(conduct, "FILL_RATE", found.fillRate()),
                Range.of(conduct, "AVERAGE_STOCK", found.averageStockValue()),
                Range.of(conduct, "CASH", found.cash()),
                Range.of(conduct, "COST", found.cost().total()));
    }
}
