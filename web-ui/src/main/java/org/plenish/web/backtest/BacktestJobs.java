package org.plenish.web.backtest;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditEntry;
import org.plenish.web.shared.AuditTrail;
import org.plenish.web.shared.JobTable;
import org.plenish.web.shared.NothingFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Backtests as jobs in the database: asked for, at work, ended, deleted, each with its entry in the audit log. */
@Repository
@Transactional
public class BacktestJobs {

    static final String INTERRUPTED = "The application stopped twice while this backtest was at work.";

    private static final Actor PRODUCT = Actor.product("backtests");
    private static final String SUBJECT_KIND = "backtest";
    private static final int LISTED = 100;

    private static final String BACKTESTS = """
            SELECT b.id, b.name, b.dataset_id, d.name AS dataset_name, b.setup::text AS setup,
                b.book_check::text AS book_check, b.status, b.stage, b.stage_share, b.detail, b.error,
                b.cancel_requested_by, b.queued_by, b.queued_at, b.started_at, b.finished_at
            FROM backtest b LEFT JOIN dataset d ON d.id = b.dataset_id\s""";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final AuditTrail audit;
    private final JobTable table;

    BacktestJobs(JdbcClient jdbc, JsonMapper json, AuditTrail audit) {
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
        this.table = new JobTable(jdbc, audit, "backtest", SUBJECT_KIND, PRODUCT);
    }

    /** A dataset that may be replayed. */
    public record Dataset(long id, String name, boolean planned) {}

    /**
     * Asks for one.
     *
     * @param datasetId null: the sample
     * @param found in the changed rule book; null: none is changed
     * @param files of it; empty if none is changed
     */
    public long queue(
            Actor actor,
            String name,
            @Nullable Long datasetId,
            Setup setup,
            @Nullable BookFindings found,
            SortedMap<String, byte[]> files,
            Instant now) {
        long id = jdbc.sql("""
                        INSERT INTO backtest (name, dataset_id, setup, book_check, status, queued_by, queued_at)
                        VALUES (:name, :dataset, CAST(:setup AS jsonb), CAST(:check AS jsonb), 'QUEUED', :by, :now)
                        RETURNING id""")
                .param("name", name)
                .param("dataset", datasetId)
                .param("setup", json.writeValueAsString(setup))
                .param("check", found == null ? null : json.writeValueAsString(found))
                .param("by", actor.userName())
                .param("now", utc(now))
                .query(Long.class)
                .single();
        files.forEach((file, content) -> jdbc.sql(
                        "INSERT INTO backtest_rule_file (backtest_id, name, content) VALUES (:id, :name, :content)")
                .param("id", id)
                .param("name", file)
                .param("content", content)
                .update());
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("name", name);
        asked.put("dataset", datasetId);
        asked.put("setup", setup);
        if (found != null) {
            asked.put("files", files.keySet());
            asked.put("ruleBook", found.fingerprint());
        }
        table.record(actor, id, "start", asked);
        return id;
    }

    public Optional<Backtest> begin(Instant now) {
        return table.begin(Backtest.Stage.READ.name(), now).map(this::get);
    }

    /** @return whether somebody has asked for its end */
    public boolean progress(long id, Backtest.Stage stage, double share, String detail) {
        return table.progress(id, stage.name(), share, detail);
    }

    /** Stores what a job has found, unless somebody has asked for its end. */
    public void finish(long id, BacktestResult result, Instant now) {
        table.finish(
                id,
                now,
                () -> jdbc.sql("""
                        UPDATE backtest SET status = 'FINISHED', stage_share = 1, detail = '', finished_at = :now,
                            result = CAST(:result AS jsonb)
                        WHERE id = :id""")
                        .param("now", utc(now))
                        .param("result", json.writeValueAsString(result))
                        .param("id", id)
                        .update());
    }

    public void fail(long id, String error, Instant now) {
        table.fail(id, error, now);
    }

    public void cancel(long id, Instant now) {
        table.cancel(id, now);
    }

    public void requestCancel(Actor actor, long id, Instant now) {
        table.requestCancel(actor, id, now);
    }

    public void recover(Instant now) {
        table.recover(INTERRUPTED, now);
    }

    /** With the files of its rule book; of one that is not at work. */
    public void delete(Actor actor, Backtest backtest, String reason) {
        jdbc.sql("DELETE FROM backtest WHERE id = :id")
                .param("id", backtest.id())
                .update();
        audit.append(new AuditEntry(
                actor,
                SUBJECT_KIND,
                String.valueOf(backtest.id()),
                "delete",
                Map.of("name", backtest.name(), "status", backtest.status()),
                null,
                reason));
    }

    /** The latest first. */
    public List<Backtest> latest() {
        return jdbc.sql(BACKTESTS + "ORDER BY b.id DESC LIMIT :rows")
                .param("rows", LISTED)
                .query(Backtest.class)
                .list();
    }

    public long waiting() {
        return jdbc.sql("SELECT count(*) FROM backtest WHERE status = 'QUEUED'")
                .query(Long.class)
                .single();
    }

    /** @throws NothingFoundException if there is none of this number */
    public Backtest get(long id) {
        return get(id, "");
    }

    /** The same, held until the end of the transaction. */
    public Backtest lock(long id) {
        return get(id, " FOR UPDATE OF b");
    }

    private Backtest get(long id, String hold) {
        return jdbc.sql(BACKTESTS + "WHERE b.id = :id" + hold)
                .param("id", id)
                .query(Backtest.class)
                .optional()
                .orElseThrow(() -> new NothingFoundException("There is no backtest " + id + ", or it was deleted."));
    }

    /** The latest that people have brought in, the one that is planned first. */
    public List<Dataset> datasets() {
        return jdbc.sql("""
                        SELECT d.id, d.name, EXISTS (SELECT 1 FROM planned_dataset p WHERE p.dataset_id = d.id) AS planned
                        FROM dataset d ORDER BY planned DESC, d.id DESC LIMIT :rows""").param("rows", LISTED).query(Dataset.class).list();
    }

    /** @throws NothingFoundException if there is none of this number, be it listed or not */
    public String datasetName(long id) {
        return jdbc.sql("SELECT name FROM dataset WHERE id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NothingFoundException("There is no dataset " + id + "."));
    }

    /** Of the changed rule book; empty if there is none. */
    public SortedMap<String, byte[]> files(long id) {
        SortedMap<String, byte[]> files = new TreeMap<>();
        jdbc.sql("SELECT name, content FROM backtest_rule_file WHERE backtest_id = :id")
                .param("id", id)
                .query(row -> {
                    files.put(row.getString("name"), row.getBytes("content"));
                });
        return files;
    }

    public Setup setup(Backtest backtest) {
        return json.readValue(backtest.setup(), Setup.class);
    }

    public @Nullable BookFindings findings(Backtest backtest) {
        String found = backtest.bookCheck();
        return found == null ? null : json.readValue(found, BookFindings.class);
    }

    /** Of one that has finished. */
    public BacktestResult result(long id) {
        return json.readValue(
                jdbc.sql("SELECT result::text FROM backtest WHERE id = :id AND result IS NOT NULL")
                        .param("id", id)
                        .query(String.class)
                        .optional()
                        .orElseThrow(() -> new NothingFoundException("Backtest " + id + " has no report yet.")),
                BacktestResult.class);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
