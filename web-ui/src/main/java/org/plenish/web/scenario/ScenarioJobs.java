package org.plenish.web.scenario;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.plenish.engine.plan.RunListener.Stage;
import org.plenish.engine.plan.RunSettings;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditTrail;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.JobTable;
import org.plenish.web.shared.PlanHeader;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The runs of scenarios as jobs in the database: asked for, at work, ended, each with its entry in the audit log. */
@Repository
@Transactional
public class ScenarioJobs {

    static final String INTERRUPTED = "The application stopped twice while this run was at work.";

    private static final Actor PRODUCT = Actor.product("scenarios");
    private static final String SUBJECT_KIND = "scenario run";

    private static final String COLUMNS = """
            id, scenario_id, version, content, dataset_id, settings::text AS settings, status, attempts, stage,
            stage_share, detail, cut_short, error, cancel_requested_by, queued_by, queued_at, started_at, finished_at\s""";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final JobTable table;
    private final CurrentPlan currentPlan;

    ScenarioJobs(JdbcClient jdbc, JsonMapper json, AuditTrail audit, CurrentPlan currentPlan) {
        this.jdbc = jdbc;
        this.json = json;
        this.table = new JobTable(jdbc, audit, "scenario_run", SUBJECT_KIND, PRODUCT);
        this.currentPlan = currentPlan;
    }

    /** @throws ScenarioRefusedException if a run of the scenario waits or is at work */
    public long queue(Actor actor, StoredScenario scenario, RunSettings settings, Instant now) {
        long id;
        try {
            id = jdbc.sql("""
                            INSERT INTO scenario_run (scenario_id, version, content, dataset_id, base_run, settings, status,
                                queued_by, queued_at)
                            VALUES (:scenario, :version, :content, :dataset, :base, CAST(:settings AS jsonb), 'QUEUED',
                                :by, :now)
                            RETURNING id""")
                    .param("scenario", scenario.id())
                    .param("version", scenario.version())
                    .param("content", scenario.content())
                    .param("dataset", scenario.datasetId())
                    .param("base", currentPlan.find().map(PlanHeader::runId).orElse(null))
                    .param("settings", json.writeValueAsString(settings))
                    .param("by", actor.userName())
                    .param("now", utc(now))
                    .query(Long.class)
                    .single();
        } catch (DuplicateKeyException open) {
            throw new ScenarioRefusedException(HttpStatus.CONFLICT, scenario.id(), "scenario.refused.atWork");
        }
        table.record(
                actor,
                id,
                "queue",
                Map.of("scenario", scenario.id(), "version", scenario.version(), "content", scenario.content()));
        return id;
    }

    /** Takes the job that waits longest to work. */
    public Optional<ScenarioRun> begin(Instant now) {
        return table.begin(Stage.IMPORT.name(), now).map(this::get);
    }

    private ScenarioRun get(long id) {
        return jdbc.sql("SELECT " + COLUMNS + "FROM scenario_run WHERE id = :id")
                .param("id", id)
                .query(ScenarioRun.class)
                .single();
    }

    /** @return whether somebody has asked for its end */
    public boolean progress(long id, Stage stage, double share, String detail) {
        return table.progress(id, stage.name(), share, detail);
    }

    /** Stores what a job has found, unless somebody has asked for its end. */
    public void finish(long id, ScenarioResult result, Instant now) {
        table.finish(
                id,
                now,
                () -> jdbc.sql("""
                        UPDATE scenario_run
                        SET status = 'FINISHED', stage = 'EXPLAIN', stage_share = 1, detail = '', finished_at = :now,
                            result = CAST(:result AS jsonb), cut_short = :cutShort
                        WHERE id = :id""")
                        .param("now", utc(now))
                        .param("result", json.writeValueAsString(result))
                        .param("cutShort", result.cutShort())
                        .param("id", id)
                        .update());
    }

    public void fail(long id, String error, Instant now) {
        table.fail(id, error, now);
    }

    public void cancel(long id, Instant now) {
        table.cancel(id, now);
    }

    /** A job that waits ends at once, one at work at its next step; one that has ended stays as it is. */
    public void requestCancel(Actor actor, long scenarioId, Instant now) {
        jdbc.sql("SELECT id FROM scenario_run WHERE scenario_id = :scenario AND status IN ('QUEUED', 'RUNNING')")
                .param("scenario", scenarioId)
                .query(Long.class)
                .optional()
                .ifPresent(id -> table.requestCancel(actor, id, now));
    }

    /** What a stop of the application left at work waits again; what it interrupted twice has failed. */
    public void recover(Instant now) {
        table.recover(INTERRUPTED, now);
    }

    public Optional<ScenarioRun> findLatest(long scenarioId) {
        return jdbc.sql("SELECT " + COLUMNS + "FROM scenario_run WHERE scenario_id = :id ORDER BY id DESC LIMIT 1")
                .param("id", scenarioId)
                .query(ScenarioRun.class)
                .optional();
    }

    /** Of a run that has finished. */
    public ScenarioResult result(long id) {
        return json.readValue(
                jdbc.sql("SELECT result::text FROM scenario_run WHERE id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single(),
                ScenarioResult.class);
    }

    /** What may happen to the plans of a run that has finished. */
    public void addFutures(long id, ScenarioFutures futures) {
        jdbc.sql("UPDATE scenario_run SET futures = CAST(:futures AS jsonb) WHERE id = :id AND status = 'FINISHED'")
                .param("futures", json.writeValueAsString(futures))
                .param("id", id)
                .update();
    }

    /** Empty as long as they are not worked out. */
    public Optional<ScenarioFutures> findFutures(long id) {
        return jdbc.sql("SELECT futures::text FROM scenario_run WHERE id = :id AND futures IS NOT NULL")
                .param("id", id)
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, ScenarioFutures.class));
    }

    public RunSettings settings(ScenarioRun run) {
        return json.readValue(run.settings(), RunSettings.class);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
