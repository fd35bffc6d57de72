package org.plenish.web.run;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.plan.RunListener.Stage;
import org.plenish.engine.plan.RunSettings;
import org.plenish.web.run.RunProgress.Status;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditEntry;
import org.plenish.web.shared.AuditTrail;
import org.plenish.web.shared.ProductVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The record of every planning run: begun, at work, ended, each with its entry in the audit log. */
@Repository
@Transactional
public class PlanningRuns {

    static final String INTERRUPTED = "The application stopped while this run was at work.";

    private static final Logger LOG = LoggerFactory.getLogger(PlanningRuns.class);
    private static final String SUBJECT_KIND = "planning run";
    static final Actor PRODUCT = Actor.product("planning");

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final AuditTrail audit;

    public PlanningRuns(JdbcClient jdbc, JsonMapper json, AuditTrail audit) {
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
    }

    /**
     * Begins a run.
     *
     * @param datasetId of a stored dataset; null: the sample
     * @throws org.springframework.dao.DuplicateKeyException if another run is at work
     */
    public long start(Actor actor, String source, @Nullable Long datasetId, RunSettings settings, Instant now) {
        String version = ProductVersion.read().product();
        long id = jdbc.sql("""
                        INSERT INTO planning_run (source, dataset_id, status, stage, settings, started_by, started_at,
                            product_version)
                        VALUES (:source, :dataset, 'RUNNING', 'IMPORT', CAST(:settings AS jsonb), :by, :now, :version)
                        RETURNING id""")
                .param("source", source)
                .param("dataset", datasetId)
                .param("by", actor.userName())
                .param("settings", json.writeValueAsString(settings))
                .param("now", utc(now))
                .param("version", version)
                .query(Long.class)
                .single();
        record(actor, id, "start", Map.of("source", source, "settings", settings, "productVersion", version));
        return id;
    }

    /** Notes which what-if a run plans, in the transaction that starts it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(long id, ScenarioStamp scenario) {
        jdbc.sql("UPDATE planning_run SET scenario_id = :scenario, scenario_content = :content WHERE id = :id")
                .param("scenario", scenario.id())
                .param("content", scenario.content())
                .param("id", id)
                .update();
        record(PRODUCT, id, "plan scenario", scenario);
    }

    /** Notes when a stage began, so that later runs can tell how long theirs will take; the first time counts. */
    public void enter(long id, Stage stage, Instant now) {
        jdbc.sql("INSERT INTO run_stage VALUES (:id, :stage, :now) ON CONFLICT DO NOTHING")
                .param("id", id)
                .param("stage", stage.name())
                .param("now", utc(now))
                .update();
    }

    /** @return whether somebody has asked for the run's end */
    public boolean progress(long id, Stage stage, double share, String detail) {
        return jdbc.sql("""
                        UPDATE planning_run SET stage = :stage, stage_share = :share, detail = :detail
                        WHERE id = :id AND status = 'RUNNING' RETURNING cancel_requested_by IS NOT NULL""")
                .param("stage", stage.name())
                .param("share", Math.min(1, Math.max(0, share)))
                .param("detail", detail)
                .param("id", id)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /**
     * Holds the run's row from before its plan is stored, so that whoever asks for its end waits rather than holds what
     * its finish needs.
     *
     * @return whether somebody has asked for the run's end
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean lock(long id) {
        return jdbc.sql("SELECT cancel_requested_by IS NOT NULL FROM planning_run WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    public void finish(long id, PlanInputs inputs, Instant now) {
        String dataset = inputs.dataset().fingerprint();
        String rules = inputs.rules().fingerprint();
        String planned = jdbc.sql("""
                        UPDATE planning_run
                        SET status = 'FINISHED', stage = 'EXPLAIN', stage_share = 1, detail = '', finished_at = :now,
                            dataset_fingerprint = :dataset, dataset_files = CAST(:datasetFiles AS jsonb),
                            rulebook = :ruleBook, rulebook_fingerprint = :rules,
                            rulebook_files = CAST(:ruleFiles AS jsonb)
                        WHERE id = :id RETURNING coalesce(dataset_id::text, source)""")
                .param("now", utc(now))
                .param("dataset", dataset)
                .param("datasetFiles", json.writeValueAsString(inputs.dataset().sha256ByName()))
                .param("ruleBook", inputs.ruleBook())
                .param("rules", rules)
                .param("ruleFiles", json.writeValueAsString(inputs.rules().sha256ByName()))
                .param("id", id)
                .query(String.class)
                .single();
        audit.append(new AuditEntry(
                PRODUCT, "dataset", planned, "plan", null, Map.of("fingerprint", dataset, "run", id), ""));
        record(
                PRODUCT,
                id,
                "finish",
                Map.of("dataset", dataset, "ruleBook", inputs.ruleBook(), "ruleBookFingerprint", rules));
    }

    public void fail(long id, String error, Instant now) {
        jdbc.sql("UPDATE planning_run SET status = 'FAILED', error = :error, finished_at = :now WHERE id = :id")
                .param("error", error)
                .param("now", utc(now))
                .param("id", id)
                .update();
        record(PRODUCT, id, "fail", Map.of("error", error));
    }

    /**
     * A run that a stop of the application left at work.
     *
     * @param scenario the what-if that it planned; null: none
     */
    public record Interrupted(
            RunSettings settings, @Nullable ScenarioStamp scenario) {}

    private record Left(
            long id,
            String settings,
            @Nullable Long scenarioId,
            @Nullable String scenarioContent) {}

    /**
     * Marks the run that a stop of the application left at work; returns how it was done, if there was one.
     *
     * @param otherwise what to return if another version of the product wrote settings that this one cannot read
     */
    public Optional<Interrupted> failInterrupted(Instant now, RunSettings otherwise) {
        Optional<Left> left = jdbc.sql("""
                        SELECT id, settings::text AS settings, scenario_id, scenario_content
                        FROM planning_run WHERE status = 'RUNNING' FOR UPDATE""").query(Left.class).optional();
        left.ifPresent(run -> fail(run.id(), INTERRUPTED, now));
        return left.map(run -> new Interrupted(
                settings(run, otherwise),
                run.scenarioId() == null || run.scenarioContent() == null
                        ? null
                        : new ScenarioStamp(run.scenarioId(), run.scenarioContent())));
    }

    private RunSettings settings(Left run, RunSettings otherwise) {
        try {
            return json.readValue(run.settings(), RunSettings.class);
        } catch (JacksonException unknown) {
            LOG.warn(
                    "Run {} was interrupted; how it was to plan cannot be read, so it is made again as the"
                            + " application's settings say now.",
                    run.id(),
                    unknown);
            return otherwise;
        }
    }

    /** Asks the run at work, if there is one, to stop at its next step. */
    public void requestCancel(Actor actor) {
        jdbc.sql("""
                        UPDATE planning_run SET cancel_requested_by = :user
                        WHERE status = 'RUNNING' AND cancel_requested_by IS NULL RETURNING id""")
                .param("user", actor.userName())
                .query(Long.class)
                .optional()
                .ifPresent(id -> audit.append(
                        new AuditEntry(actor, SUBJECT_KIND, String.valueOf(id), "request cancel", null, null, "")));
    }

    public void cancel(long id, Instant now) {
        jdbc.sql("UPDATE planning_run SET status = 'CANCELLED', finished_at = :now WHERE id = :id")
                .param("now", utc(now))
                .param("id", id)
                .update();
        record(PRODUCT, id, "cancel", null);
    }

    private void record(Actor actor, long id, String action, @Nullable Object after) {
        audit.append(new AuditEntry(actor, SUBJECT_KIND, String.valueOf(id), action, null, after, ""));
    }

    public Optional<RunProgress> findLatest() {
        return jdbc.sql("""
                        SELECT id, source, status, stage, stage_share, detail, error, cancel_requested_by,
                            started_at, finished_at
                        FROM planning_run ORDER BY id DESC LIMIT 1""")
                .query((row, index) -> {
                    OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
                    return new RunProgress(
                            row.getLong("id"),
                            row.getString("source"),
                            Status.valueOf(row.getString("status")),
                            Stage.valueOf(row.getString("stage")),
                            row.getDouble("stage_share"),
                            row.getString("detail"),
                            row.getString("error"),
                            row.getString("cancel_requested_by"),
                            row.getObject("started_at", OffsetDateTime.class).toInstant(),
                            finished == null ? null : finished.toInstant());
                })
                .optional();
    }

    public boolean hasFinished() {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM planning_run WHERE status = 'FINISHED')")
                .query(Boolean.class)
                .single();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
