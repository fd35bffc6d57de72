package org.plenish.web.shared;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Jobs as rows: they wait, work and end, each step with its entry in the audit log, in the caller's transaction. The table has
 * the columns {@code id, status, attempts, stage, stage_share, detail, error, cancel_requested_by, started_at, finished_at};
 * {@code status} is one of {@link JobStatus}.
 */
public final class JobTable {

    private static final int MOST_ATTEMPTS = 2;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final String table;
    private final String subjectKind;
    private final Actor product;

    /**
     * @param table its name, never what somebody has typed
     * @param subjectKind of the jobs in the audit log
     * @param product who works on them
     */
    public JobTable(JdbcClient jdbc, AuditTrail audit, String table, String subjectKind, Actor product) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.table = table;
        this.subjectKind = subjectKind;
        this.product = product;
    }

    private record Open(
            long id,
            JobStatus status,
            int attempts,
            @Nullable String cancelRequestedBy) {}

    /** Takes the job that waits longest to work. */
    public Optional<Long> begin(String stage, Instant now) {
        Optional<Long> begun = sql("""
                        UPDATE %1$s
                        SET status = 'RUNNING', attempts = attempts + 1, started_at = :now, stage = :stage,
                            stage_share = 0, detail = ''
                        WHERE id = (SELECT id FROM %1$s WHERE status = 'QUEUED' ORDER BY id LIMIT 1
                            FOR UPDATE SKIP LOCKED)
                        RETURNING id""")
                .param("now", utc(now))
                .param("stage", stage)
                .query(Long.class)
                .optional();
        begun.ifPresent(id -> record(product, id, "begin", null));
        return begun;
    }

    /** @return whether somebody has asked for its end */
    public boolean progress(long id, String stage, double share, String detail) {
        return sql("""
                        UPDATE %1$s SET stage = :stage, stage_share = :share, detail = :detail
                        WHERE id = :id AND status = 'RUNNING' RETURNING cancel_requested_by IS NOT NULL""")
                .param("stage", stage)
                .param("share", Math.min(1, Math.max(0, share)))
                .param("detail", detail)
                .param("id", id)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /**
     * Stores what a job has found, unless somebody has asked for its end; then it is cancelled.
     *
     * @param store makes the row one that is finished
     */
    public void finish(long id, Instant now, Runnable store) {
        boolean cancelled = sql("SELECT cancel_requested_by IS NOT NULL FROM %1$s WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(Boolean.class)
                .single();
        if (cancelled) {
            cancel(id, now);
            return;
        }
        store.run();
        record(product, id, "finish", null);
    }

    public void fail(long id, String error, Instant now) {
        sql("UPDATE %1$s SET status = 'FAILED', error = :error, finished_at = :now WHERE id = :id")
                .param("error", error)
                .param("now", utc(now))
                .param("id", id)
                .update();
        record(product, id, "fail", Map.of("error", error));
    }

    public void cancel(long id, Instant now) {
        sql("UPDATE %1$s SET status = 'CANCELLED', finished_at = :now WHERE id = :id")
                .param("now", utc(now))
                .param("id", id)
                .update();
        record(product, id, "cancel", null);
    }

    /** A job that waits ends at once, one at work at its next step; one that has ended stays as it is. */
    public void requestCancel(Actor actor, long id, Instant now) {
        Optional<Open> open = open("id = :id AND status IN ('QUEUED', 'RUNNING') AND cancel_requested_by IS NULL", id);
        if (open.isEmpty()) {
            return;
        }
        sql("UPDATE %1$s SET cancel_requested_by = :user WHERE id = :id")
                .param("user", actor.userName())
                .param("id", id)
                .update();
        record(actor, id, "request cancel", null);
        if (open.get().status() == JobStatus.QUEUED) {
            cancel(id, now);
        }
    }

    /**
     * What a stop of the application left at work waits again; what it interrupted twice has failed.
     *
     * @param interrupted told of the latter
     */
    public void recover(String interrupted, Instant now) {
        Optional<Open> left = open("status = 'RUNNING'", 0);
        if (left.isEmpty()) {
            return;
        }
        Open job = left.get();
        if (job.cancelRequestedBy() != null) {
            cancel(job.id(), now);
        } else if (job.attempts() >= MOST_ATTEMPTS) {
            fail(job.id(), interrupted, now);
        } else {
            sql("UPDATE %1$s SET status = 'QUEUED', stage_share = 0, detail = '' WHERE id = :id")
                    .param("id", job.id())
                    .update();
            record(product, job.id(), "queue again", null);
        }
    }

    private Optional<Open> open(String where, long id) {
        return sql("SELECT id, status, attempts, cancel_requested_by FROM %1$s WHERE " + where + " FOR UPDATE")
                .param("id", id)
                .query(Open.class)
                .optional();
    }

    public void record(Actor actor, long id, String action, @Nullable Object after) {
        audit.append(new AuditEntry(actor, subjectKind, String.valueOf(id), action, null, after, ""));
    }

    private JdbcClient.StatementSpec sql(String text) {
        return jdbc.sql(text.formatted(table));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
