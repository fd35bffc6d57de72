package org.plenish.web.scenario;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.plan.RunSettings;
import org.plenish.web.run.BackgroundPlanning;
import org.plenish.web.run.ChosenDataset;
import org.plenish.web.run.PlanSource;
import org.plenish.web.run.PlanningProperties;
import org.plenish.web.run.RunAtWorkException;
import org.plenish.web.run.ScenarioStamp;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.PlanHeader;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a scenario the plan, after a person has seen what that changes. */
@Service
class Promotion {

    private final JdbcClient jdbc;
    private final ScenarioQueries queries;
    private final ScenarioJobs jobs;
    private final ScenarioDesk desk;
    private final ScenarioDatasets datasets;
    private final ChosenDataset chosen;
    private final PromotedScenarios promoted;
    private final BackgroundPlanning planning;
    private final PlanningProperties properties;
    private final CurrentPlan currentPlan;

    Promotion(
            JdbcClient jdbc,
            ScenarioQueries queries,
            ScenarioJobs jobs,
            ScenarioDesk desk,
            ScenarioDatasets datasets,
            ChosenDataset chosen,
            PromotedScenarios promoted,
            BackgroundPlanning planning,
            PlanningProperties properties,
            CurrentPlan currentPlan) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.jobs = jobs;
        this.desk = desk;
        this.datasets = datasets;
        this.chosen = chosen;
        this.promoted = promoted;
        this.planning = planning;
        this.properties = properties;
        this.currentPlan = currentPlan;
    }

    /**
     * What a person is shown before.
     *
     * @param obstacle key of the text why it cannot be made the plan now; null: it can
     * @param run of the scenario as it is; null: there is none that has finished
     */
    record Outlook(
            StoredScenario scenario,
            @Nullable ScenarioRun run,
            @Nullable String obstacle) {}

    Outlook outlook(Actor actor, long id) {
        StoredScenario scenario = queries.get(actor.userName(), id);
        ScenarioRun run = jobs.findLatest(id)
                .filter(ScenarioRun::isFinished)
                .filter(latest -> latest.isOf(scenario))
                .orElse(null);
        return new Outlook(scenario, run, obstacle(scenario, run));
    }

    private @Nullable String obstacle(StoredScenario scenario, @Nullable ScenarioRun run) {
        if (scenario.isDiscarded()) {
            return "scenario.refused.discarded";
        }
        Long planned = chosen.find().map(PlanSource::datasetId).orElse(null);
        if (!Objects.equals(planned, scenario.datasetId())) {
            return "scenario.refused.otherDataset";
        }
        return run == null ? "scenario.refused.notRun" : null;
    }

    /**
     * Starts a planning run with the scenario.
     *
     * @param replacing the run of the plan that the person was told would be replaced; 0: none
     * @throws ScenarioRefusedException if anything is otherwise than the person was told
     */
    @Transactional
    public void promote(Actor actor, long id, int version, long replacing) {
        // Two who promote at once: the second finds a run at work.
        jdbc.sql("LOCK TABLE planned_dataset IN EXCLUSIVE MODE").update();
        StoredScenario scenario = queries.lock(actor.userName(), id);
        ScenarioDesk.requireVersion(scenario, version);
        String obstacle = outlook(actor, id).obstacle();
        if (obstacle != null) {
            throw new ScenarioRefusedException(HttpStatus.CONFLICT, id, obstacle);
        }
        long shown = currentPlan.find().map(PlanHeader::runId).orElse(0L);
        if (shown != replacing) {
            throw new ScenarioRefusedException(HttpStatus.CONFLICT, id, "scenario.refused.otherPlan", shown);
        }
        desk.promoted(actor, scenario);
        RunSettings settings = new ScenarioText(scenario.content()).settings(properties.settings());
        PlanSource source =
                promoted.source(datasets.source(scenario.datasetId()), new ScenarioStamp(id, scenario.content()));
        try {
            planning.start(actor, source, settings);
        } catch (RunAtWorkException atWork) {
            throw new ScenarioRefusedException(HttpStatus.CONFLICT, id, "scenario.refused.planAtWork");
        }
    }
}
