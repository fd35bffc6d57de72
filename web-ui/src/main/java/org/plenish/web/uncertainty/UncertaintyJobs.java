package org.plenish.web.uncertainty;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.plenish.web.run.UncertaintyProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What is to be worked out, as jobs in the database: one a plan. */
@Repository
@Transactional
class UncertaintyJobs {

    static final String INTERRUPTED = "The application stopped twice while this was worked out. Plan again.";

    private static final int MOST_ATTEMPTS = 2;
    private static final String COLUMNS =
            "run_id, status, attempts, seed, paths, error, queued_at, started_at, finished_at";

    private final JdbcClient jdbc;

    UncertaintyJobs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the transaction that stores the plan. */
    public void queue(long runId, UncertaintyProperties settings, Instant now) {
        jdbc.sql("""
                        INSERT INTO uncertainty_job (run_id, status, seed, paths, queued_at)
                        VALUES (:run, 'QUEUED', :seed, :paths, :now)""")
                .param("run", runId)
                .param("seed", settings.seed())
                .param("paths", settings.paths())
                .param("now", utc(now))
                .update();
    }

    /** Takes the plan that is shown to work; those that waited longer are no longer shown, and never asked for again. */
    public Optional<UncertaintyJob> begin(Instant now) {
        jdbc.sql("DELETE FROM uncertainty_job WHERE status = 'QUEUED' AND run_id < (SELECT max(run_id) FROM plan)")
                .update();
        return jdbc.sql("""
                        UPDATE uncertainty_job SET status = 'RUNNING', attempts = attempts + 1, started_at = :now
                        WHERE run_id = (SELECT run_id FROM uncertainty_job WHERE status = 'QUEUED'
                            ORDER BY run_id DESC LIMIT 1 FOR UPDATE SKIP LOCKED)
                        RETURNING\s""" + COLUMNS)
                .param("now", utc(now))
                .query(UncertaintyJob.class)
                .optional();
    }

    /** In the transaction that stores what was found. */
    public void finish(long runId, Instant now) {
        jdbc.sql("UPDATE uncertainty_job SET status = 'FINISHED', finished_at = :now WHERE run_id = :run")
                .param("now", utc(now))
                .param("run", runId)
                .update();
    }

    public void fail(long runId, String error, Instant now) {
        jdbc.sql("UPDATE uncertainty_job SET status = 'FAILED', error = :error, finished_at = :now WHERE run_id = :run")
                .param("error", error)
                .param("now", utc(now))
                .param("run", runId)
                .update();
    }

    /**
     * What a stop of the application left at work waits again; what it interrupted twice has failed; a plan that was stored
     * before there was this waits, too.
     */
    public void recover(UncertaintyProperties settings, Instant now) {
        jdbc.sql("""
                        UPDATE uncertainty_job SET status = 'FAILED', error = :error, finished_at = :now
                        WHERE status = 'RUNNING' AND attempts >= :most""")
                .param("error", INTERRUPTED)
                .param("now", utc(now))
                .param("most", MOST_ATTEMPTS)
                .update();
        jdbc.sql("UPDATE uncertainty_job SET status = 'QUEUED', started_at = NULL WHERE status = 'RUNNING'")
                .update();
        if (settings.isOn()) {
            jdbc.sql("""
                            INSERT INTO uncertainty_job (run_id, status, seed, paths, queued_at)
                            SELECT max(run_id), 'QUEUED', :seed, :paths, :now FROM plan HAVING max(run_id) IS NOT NULL
                            ON CONFLICT DO NOTHING""")
                    .param("seed", settings.seed())
                    .param("paths", settings.paths())
                    .param("now", utc(now))
                    .update();
        }
    }

    /** Empty: it was never to be worked out. */
    public Optional<UncertaintyJob> find(long runId) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM uncertainty_job WHERE run_id = :run")
                .param("run", runId)
                .query(UncertaintyJob.class)
                .optional();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
