package org.plenish.web.run;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.plenish.engine.plan.RunListener.Stage;
import org.plenish.engine.plan.RunSettings;
import org.plenish.web.run.RunProgress.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The record of every planning run: begun, at work, ended. */
@Repository
public class PlanningRuns {

    static final String INTERRUPTED = "The application stopped while this run was at work.";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    public PlanningRuns(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @throws org.springframework.dao.DuplicateKeyException if another run is at work */
    public long start(String source, RunSettings settings, Instant now) {
        return jdbc.sql("""
                        INSERT INTO planning_run (source, status, stage, settings, started_at)
                        VALUES (:source, 'RUNNING', 'IMPORT', CAST(:settings AS jsonb), :now) RETURNING id""")
                .param("source", source)
                .param("settings", json.writeValueAsString(settings))
                .param("now", utc(now))
                .query(Long.class)
                .single();
    }

    public void progress(long id, Stage stage, double share, String detail) {
        jdbc.sql("""
                        UPDATE planning_run SET stage = :stage, stage_share = :share, detail = :detail
                        WHERE id = :id AND status = 'RUNNING'""")
                .param("stage", stage.name())
                .param("share", Math.min(1, Math.max(0, share)))
                .param("detail", detail)
                .param("id", id)
                .update();
    }

    public void finish(long id, Instant now) {
        jdbc.sql("""
                        UPDATE planning_run
                        SET status = 'FINISHED', stage = 'EXPLAIN', stage_share = 1, detail = '', finished_at = :now
                        WHERE id = :id""").param("now", utc(now)).param("id", id).update();
    }

    public void fail(long id, String error, Instant now) {
        jdbc.sql("UPDATE planning_run SET status = 'FAILED', error = :error, finished_at = :now WHERE id = :id")
                .param("error", error)
                .param("now", utc(now))
                .param("id", id)
                .update();
    }

    /** Marks the run that a stop of the application left at work; returns whether there was one. */
    public boolean failInterrupted(Instant now) {
        return jdbc.sql("""
                                UPDATE planning_run SET status = 'FAILED', error = :error, finished_at = :now
                                WHERE status = 'RUNNING'""").param("error", INTERRUPTED).param("now", utc(now)).update() > 0;
    }

    public Optional<RunProgress> findLatest() {
        return jdbc.sql("""
                        SELECT id, source, status, stage, stage_share, detail, error, started_at, finished_at
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
