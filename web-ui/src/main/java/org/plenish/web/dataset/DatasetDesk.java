package org.plenish.web.dataset;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenish.web.run.BackgroundPlanning;
import org.plenish.web.run.RunAtWorkException;
import org.plenish.web.run.SampleFiles;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditEntry;
import org.plenish.web.shared.AuditTrail;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.NothingFoundException;
import org.plenish.web.shared.PlanHeader;
import org.plenish.web.shared.RefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Chooses which dataset is planned, and deletes what no plan was made of; each with its entry in the audit log. */
@Service
class DatasetDesk {

    private static final int LONGEST_REASON = 500;
    private static final String SUBJECT_KIND = "dataset";

    private final JdbcClient jdbc;
    private final DatasetQueries queries;
    private final BackgroundPlanning planning;
    private final CurrentPlan currentPlan;
    private final AuditTrail audit;
    private final Clock clock;

    DatasetDesk(
            JdbcClient jdbc,
            DatasetQueries queries,
            BackgroundPlanning planning,
            CurrentPlan currentPlan,
            AuditTrail audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.planning = planning;
        this.currentPlan = currentPlan;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is chosen, as the audit log has it. */
    private record Chosen(@Nullable Long dataset, String name) {}

    /**
     * Makes a dataset the one that is planned and starts a run of it.
     *
     * @param dataset null: the sample
     * @param replacing the run of the plan that the person was told would be replaced; 0: none
     * @throws RefusedException if another plan is shown meanwhile or a run is at work
     */
    @Transactional
    public void plan(Actor actor, @Nullable Long dataset, long replacing) {
        Chosen after = chosen(dataset);
        jdbc.sql("LOCK TABLE planned_dataset IN EXCLUSIVE MODE").update();
        long shown = currentPlan.find().map(PlanHeader::runId).orElse(0L);
        if (shown != replacing) {
            throw new RefusedException(HttpStatus.CONFLICT, "datasets.refused.otherPlan", shown);
        }
        Chosen before = chosen(queries.findPlanned().orElse(null));
        jdbc.sql("""
                        INSERT INTO planned_dataset (only_row, dataset_id, chosen_at, chosen_by)
                        VALUES (true, :dataset, :now, :by)
                        ON CONFLICT (only_row) DO UPDATE SET dataset_id = excluded.dataset_id,
                            chosen_at = excluded.chosen_at, chosen_by = excluded.chosen_by""")
                .param("dataset", dataset)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("by", actor.userName())
                .update();
        try {
            planning.start(actor);
        } catch (RunAtWorkException atWork) {
            throw new RefusedException(HttpStatus.CONFLICT, "datasets.refused.atWork");
        }
        // Last: the audit log is held from here on, and the run's row may have to be waited for.
        audit.append(new AuditEntry(actor, SUBJECT_KIND, subject(dataset), "choose to plan", before, after, ""));
    }

    /** @throws RefusedException if something refers to it or no reason is given */
    @Transactional
    public void delete(Actor actor, long id, String reason) {
        // Whoever chooses it meanwhile is done before, or no longer finds it.
        jdbc.sql("SELECT id FROM dataset WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(Long.class)
                .optional();
        StoredDataset dataset = find(id);
        String said = reason.strip();
        if (said.isEmpty() || said.length() > LONGEST_REASON) {
            throw new RefusedException(HttpStatus.BAD_REQUEST, "datasets.refused.reason", LONGEST_REASON);
        }
        if (dataset.openImports() > 0) {
            throw new RefusedException(HttpStatus.CONFLICT, "datasets.refused.openImports");
        }
        if (!dataset.isDeletable()) {
            throw new RefusedException(HttpStatus.CONFLICT, "datasets.refused.used");
        }
        List<Long> contents = jdbc.sql("SELECT content_id FROM dataset_file WHERE dataset_id = :id")
                .param("id", id)
                .query(Long.class)
                .list();
        jdbc.sql("DELETE FROM dataset WHERE id = :id").param("id", id).update();
        deleteUnused(contents);
        audit.append(new AuditEntry(
                actor,
                SUBJECT_KIND,
                subject(id),
                "delete",
                Map.of("name", dataset.name(), "fingerprint", dataset.fingerprint()),
                null,
                said));
    }

    /** Files that no other dataset has. One that somebody is just taking over into another dataset stays. */
    private void deleteUnused(List<Long> contents) {
        if (contents.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        DELETE FROM dataset_content WHERE id IN (
                            SELECT id FROM dataset_content c WHERE id IN (:contents)
                            AND NOT EXISTS (SELECT 1 FROM dataset_file f WHERE f.content_id = c.id)
                            FOR UPDATE SKIP LOCKED)""").param("contents", contents).update();
    }

    StoredDataset find(long id) {
        return queries.find(id).orElseThrow(() -> new NothingFoundException("There is no dataset " + id + "."));
    }

    private Chosen chosen(@Nullable Long dataset) {
        return dataset == null
                ? new Chosen(null, SampleFiles.NAME)
                : new Chosen(dataset, find(dataset).name());
    }

    /** As the run that planned it names it. */
    private static String subject(@Nullable Long dataset) {
        return dataset == null ? SampleFiles.NAME : String.valueOf(dataset);
    }
}
