package org.plenish.web.scenario;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.plan.RunListener.Stage;
import org.plenish.engine.plan.RunSettings;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditEntry;
import org.plenish.web.shared.AuditTrail;
import org.plenish.web.shared.CurrentPlan;
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
    private static final int MOST_ATTEMPTS = 2;

    private static final String COLUMNS = """
            id, scenario_id, version, content, dataset_id, settings::text AS settings, status, attempts, stage,
            stage_share, detail, cut_short, error, cancel_requested_by, queued_by, queued_at, started_at, finished_at\s""";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final AuditTrail audit;
    private final CurrentPlan currentPlan;

    ScenarioJobs(JdbcClient jdbc, JsonMapper json, AuditTrail audit, CurrentPlan currentPlan) {
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
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
        record(
                actor,
                id,
                "queue",
                Map.of("scenario", scenario.id(), "version", scenario.version(), "content", scenario.content()));
        return id;
    }

    /** Takes the job that waits longest to work. */
    public Optional<ScenarioRun> begin(Instant now) {
        Optional<ScenarioRun> begun = jdbc.sql("""
                        UPDATE scenario_run
                        SET status = 'RUNNING', attempts = attempts + 1, started_at = :now, stage = 'IMPORT',
                            stage_share = 0, detail = ''
                        WHERE id = (SELECT id FROM scenario_run WHERE status = 'QUEUED' ORDER BY id LIMIT 1
                            FOR UPDATE SKIP LOCKED)
                        RETURNING\s""" + COLUMNS)
                .param("now", utc(now))
                .query(ScenarioRun.class)
                .optional();
        begun.ifPresent(run -> record(PRODUCT, run.id(), "begin", null));
        return begun;
    }

    /** @return whether somebody has asked for its end */
    public boolean progress(long id, Stage stage, double share, String detail) {
        return jdbc.sql("""
                        UPDATE scenario_run SET stage = :stage, stage_share = :share, detail = :detail
                        WHERE id = :id AND status = 'RUNNING' RETURNING cancel_requested_by IS NOT NULL""")
                .param("stage", stage.name())
                .param("share", Math.min(1, Math.max(0, share)))
                .param("detail", detail)
                .param("id", id)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Stores what a job has found, unless somebody has asked for its end. */
    public void finish(long id, ScenarioResult result, Instant now) {
        boolean cancelled = jdbc.sql(
                        "SELECT cancel_requested_by IS NOT NULL FROM scenario_run WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(Boolean.class)
                .single();
        if (cancelled) {
            cancel(id, now);
            return;
        }
        jdbc.sql("""
                        UPDATE scenario_run
                        SET status = 'FINISHED', stage = 'EXPLAIN', stage_share = 1, detail = '', finished_at = :now,
                            result = CAST(:result AS jsonb), cut_short = :cutShort
                        WHERE id = :id""")
                .param("now", utc(now))
                .param("result", json.writeValueAsString(result))
                .param("cutShort", result.cutShort())
                .param("id", id)
                .update();
        record(PRODUCT, id, "finish", null);
    }

    public void fail(long id, String error, Instant now) {
        jdbc.sql("UPDATE scenario_run SET status = 'FAILED', error = :error, finished_at = :now WHERE id = :id")
                .param("error", error)
                .param("now", utc(now))
                .param("id", id)
                .update();
        record(PRODUCT, id, "fail", Map.of("error", error));
    }

    public void cancel(long id, Instant now) {
        jdbc.sql("UPDATE scenario_run SET status = 'CANCELLED', finished_at = :now WHERE id = :id")
                .param("now", utc(now))
                .param("id", id)
                .update();
        record(PRODUCT, id, "cancel", null);
    }

    /** A job that waits ends at once, one at work at its next step; one that has ended stays as it is. */
    public void requestCancel(Actor actor, long scenarioId, Instant now) {
        Optional<ScenarioRun> open = jdbc.sql("SELECT " + COLUMNS + """
                        FROM scenario_run
                        WHERE scenario_id = :scenario AND status IN ('QUEUED', 'RUNNING') AND cancel_requested_by IS NULL
                        FOR UPDATE""")
                .param("scenario", scenarioId)
                .query(ScenarioRun.class)
                .optional();
        if (open.isEmpty()) {
            return;
        }
        long id = open.get().id();
        jdbc.sql("UPDATE scenario_run SET cancel_requested_by = :user WHERE id = :id")
                .param("user", actor.userName())
                .param("id", id)
                .update();
        record(actor, id, "request cancel", null);
        if (!open.get().isRunning()) {
            cancel(id, now);
        }
    }

    /** What a stop of the application left at work waits again; what it interrupted twice has failed. */
    public void recover(Instant now) {
        Optional<ScenarioRun> left = jdbc.sql(
                        "SELECT " + COLUMNS + "FROM scenario_run WHERE status = 'RUNNING' FOR UPDATE")
                .query(ScenarioRun.class)
                .optional();
        if (left.isEmpty()) {
            return;
        }
        ScenarioRun run = left.get();
        if (run.cancelRequestedBy() != null) {
            cancel(run.id(), now);
        } else if (run.attempts() >= MOST_ATTEMPTS) {
            fail(run.id(), INTERRUPTED, now);
        } else {
            jdbc.sql("UPDATE scenario_run SET status = 'QUEUED', stage_share = 0, detail = '' WHERE id = :id")
                    .param("id", run.id())
                    .update();
            record(PRODUCT, run.id(), "queue again", null);
        }
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

    public RunSettings settings(ScenarioRun run) {
        return json.readValue(run.settings(), RunSettings.class);
    }

    private void record(Actor actor, long id, String action, @Nullable Object after) {
        audit.append(new AuditEntry(actor, SUBJECT_KIND, String.valueOf(id), action, null, after, ""));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
