package org.plenish.web.run;

import org.jspecify.annotations.Nullable;
import org.plenish.engine.plan.ReplenishmentPlan;
import org.plenish.engine.plan.RunListener;
import org.plenish.engine.plan.RunSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes a stored plan once more, for what needs all of it and not only what is stored: a run that goes by the number of
 * moves finds the same plan on the same data.
 */
@Component
public class PlanAgain {

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final PlanSource sample;
    private final StoredDatasets datasets;
    private final ScenarioPlanning scenarios;

    PlanAgain(
            JdbcClient jdbc, JsonMapper json, PlanSource sample, StoredDatasets datasets, ScenarioPlanning scenarios) {
        this.jdbc = jdbc;
        this.json = json;
        this.sample = sample;
        this.datasets = datasets;
        this.scenarios = scenarios;
    }

    private record Recorded(
            String settings,
            @Nullable Long datasetId,
            @Nullable Long scenarioId,
            @Nullable String scenarioContent,
            double totalCost,
            double lowerBound,
            long scoreCalculations) {

        boolean isOf(ReplenishmentPlan plan) {
            return plan.cost().total() == totalCost
                    && plan.lowerBound() == lowerBound
                    && plan.scoreCalculations() == scoreCalculations;
        }
    }

    /**
     * Takes as long as the run itself.
     *
     * @throws IllegalStateException with a message for a person if the same plan does not come out
     */
    public PlannedDataset make(long runId) {
        Recorded recorded =
                jdbc.sql("""
                        SELECT settings::text AS settings, dataset_id, scenario_id, scenario_content, total_cost, lower_bound,
                            score_calculations
                        FROM planning_run r JOIN plan p ON p.run_id = r.id WHERE r.id = :run""").param("run", runId).query(Recorded.class).single();
        PlannedDataset planned =
                source(recorded).plan(json.readValue(recorded.settings(), RunSettings.class), RunListener.SILENT);
        if (!recorded.isOf(planned.plan())) {
            throw new IllegalStateException("Planning run " + runId + " does not come out the same once more: "
                    + planned.plan().cost().total() + " of cost must be " + recorded.totalCost()
                    + ". Maybe orders, overrides, forecasts or rules have changed since, or it went by the clock. Plan"
                    + " again.");
        }
        return planned;
    }

    private PlanSource source(Recorded recorded) {
        Long dataset = recorded.datasetId();
        PlanSource base = dataset == null
                ? sample
                : datasets.find(dataset)
                        .orElseThrow(() -> new IllegalStateException("Dataset " + dataset
                                + ", from which the plan was made, is no longer there. Plan another one."));
        return recorded.scenarioId() == null || recorded.scenarioContent() == null
                ? base
                : scenarios.source(base, new ScenarioStamp(recorded.scenarioId(), recorded.scenarioContent()));
    }
}
