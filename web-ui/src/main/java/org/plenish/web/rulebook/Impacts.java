package org.plenish.web.rulebook;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.plan.RunSettings;
import org.plenish.web.run.RuleBooks.InForce;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditTrail;
import org.plenish.web.shared.JobTable;
import org.plenish.web.shared.NothingFoundException;
import org.plenish.web.shared.RefusedException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What drafts would change, as jobs in the database: asked for, at work, ended, each with its entry in the audit log. */
@Repository
@Transactional
public class Impacts {

    static final String INTERRUPTED = "The application stopped twice while this impact was at work.";

    private static final Actor PRODUCT = Actor.product("rule impacts");
    private static final int LISTED = 100;

    private static final String IMPACTS = """
            SELECT id, draft_id, draft_version, fingerprint, standing_version, standing_name, standing_fingerprint,
                dataset_id, dataset_name, settings::text AS settings, status, stage, stage_share, detail, error,
                cancel_requested_by, queued_by, queued_at, started_at, finished_at
            FROM rule_impact\s""";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final JobTable table;

    Impacts(JdbcClient jdbc, JsonMapper json, AuditTrail audit) {
        this.jdbc = jdbc;
        this.json = json;
        this.table = new JobTable(jdbc, audit, "rule_impact", "rule impact", PRODUCT);
    }

    /** A dataset that may be planned. */
    public record Dataset(long id, String name, boolean planned) {}

    /**
     * Asks for one.
     *
     * @param datasetId null: the sample
     * @throws RefusedException if one of the draft waits or is at work
     */
    public long queue(
            Actor actor,
            Draft draft,
            InForce standing,
            @Nullable Long datasetId,
            String datasetName,
            RunSettings settings,
            Instant now) {
        String fingerprint = standing.fingerprints().fingerprint();
        long id;
        try {
            id = jdbc.sql("""
                            INSERT INTO rule_impact (draft_id, draft_version, fingerprint, standing_version, standing_name,
                                standing_fingerprint, dataset_id, dataset_name, settings, status, queued_by, queued_at)
                            VALUES (:draft, :version, :fingerprint, :standing, :standingName, :standingFingerprint,
                                :dataset, :datasetName, CAST(:settings AS jsonb), 'QUEUED', :by, :now)
                            RETURNING id""")
                    .param("draft", draft.id())
                    .param("version", draft.version())
                    .param("fingerprint", draft.fingerprint())
                    .param("standing", standing.version())
                    .param("standingName", standing.name())
                    .param("standingFingerprint", fingerprint)
                    .param("dataset", datasetId)
                    .param("datasetName", datasetName)
                    .param("settings", json.writeValueAsString(settings))
                    .param("by", actor.userName())
                    .param("now", utc(now))
                    .query(Long.class)
                    .single();
        } catch (DuplicateKeyException open) {
            throw new RefusedException(HttpStatus.CONFLICT, "rulebook.refused.impactAtWork", draft.name());
        }
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("draft", draft.id());
        asked.put("fingerprint", draft.fingerprint());
        asked.put("standing", standing.version());
        asked.put("dataset", datasetId);
        table.record(actor, id, "queue", asked);
        return id;
    }

    public Optional<Impact> begin(Instant now) {
        return table.begin(Impact.Stage.READ.name(), now).map(this::get);
    }

    /** @return whether somebody has asked for its end */
    public boolean progress(long id, Impact.Stage stage, double share, String detail) {
        return table.progress(id, stage.name(), share, detail);
    }

    /** Stores what a job has found, unless somebody has asked for its end. */
    public void finish(long id, ImpactResult result, Instant now) {
        table.finish(
                id,
                now,
                () -> jdbc.sql("""
                        UPDATE rule_impact SET status = 'FINISHED', stage_share = 1, detail = '', finished_at = :now,
                            result = CAST(:result AS jsonb)
                        WHERE id = :id""")
                        .param("now", utc(now))
                        .param("result", json.writeValueAsString(result))
                        .param("id", id)
                        .update());
    }

    public void fail(long id, String error, Instant now) {
        table.fail(id, error.replace("\0", ""), now);
    }

    public void cancel(long id, Instant now) {
        table.cancel(id, now);
    }

    /** Of a draft, if one waits or is at work. */
    public void requestCancel(Actor actor, long draftId, Instant now) {
        jdbc.sql("SELECT id FROM rule_impact WHERE draft_id = :draft AND status IN ('QUEUED', 'RUNNING')")
                .param("draft", draftId)
                .query(Long.class)
                .optional()
                .ifPresent(id -> table.requestCancel(actor, id, now));
    }

    public void recover(Instant now) {
        table.recover(INTERRUPTED, now);
    }

    /** @throws NothingFoundException if there is none of this number */
    public Impact get(long id) {
        return jdbc.sql(IMPACTS + "WHERE id = :id")
                .param("id", id)
                .query(Impact.class)
                .optional()
                .orElseThrow(() -> new NothingFoundException("There is no impact " + id + "."));
    }

    public Optional<Impact> findLatest(long draftId) {
        return jdbc.sql(IMPACTS + "WHERE draft_id = :draft ORDER BY id DESC LIMIT 1")
                .param("draft", draftId)
                .query(Impact.class)
                .optional();
    }

    /** The latest of a draft exactly as it is, held against the book in force. */
    public Optional<Impact> findFinished(Draft draft, String standingFingerprint) {
        return jdbc.sql(IMPACTS + """
                        WHERE draft_id = :draft AND status = 'FINISHED' AND fingerprint = :fingerprint
                            AND standing_fingerprint = :standing
                        ORDER BY id DESC LIMIT 1""")
                .param("draft", draft.id())
                .param("fingerprint", draft.fingerprint())
                .param("standing", standingFingerprint)
                .query(Impact.class)
                .optional();
    }

    /** Of one that has finished. */
    public ImpactResult result(long id) {
        return json.readValue(
                jdbc.sql("SELECT result::text FROM rule_impact WHERE id = :id AND result IS NOT NULL")
                        .param("id", id)
                        .query(String.class)
                        .optional()
                        .orElseThrow(() -> new NothingFoundException("Impact " + id + " has no result yet.")),
                ImpactResult.class);
    }

    public RunSettings settings(Impact impact) {
        return json.readValue(impact.settings(), RunSettings.class);
    }

    /** The latest that people have brought in, the one that is planned first. */
    public List<Dataset> datasets() {
        return jdbc.sql("""
                        SELECT d.id, d.name, EXISTS (SELECT 1 FROM planned_dataset p WHERE p.dataset_id = d.id) AS planned
                        FROM dataset d ORDER BY planned DESC, d.id DESC LIMIT :rows""").param("rows", LISTED).query(Dataset.class).list();
    }

    /** @throws NothingFoundException if there is none of this number */
    public String datasetName(long id) {
        return jdbc.sql("SELECT name FROM dataset WHERE id = :id")
                .param("id", id)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new NothingFoundException("There is no dataset " + id + "."));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
