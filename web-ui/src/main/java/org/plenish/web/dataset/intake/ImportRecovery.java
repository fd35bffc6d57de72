package org.plenish.web.dataset.intake;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plenish.web.dataset.intake.ImportJob.Origin;
import org.plenish.web.dataset.intake.ImportJob.State;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditEntry;
import org.plenish.web.shared.AuditTrail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts imports right that a stop of the application interrupted. A check is done again; an import is offered again, as
 * nothing of it was stored; what a program sent is dropped, as it got no answer. What no job needs is removed.
 */
@Component
class ImportRecovery implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRecovery.class);
    private static final Actor PRODUCT = Actor.product("import");
    private static final String INTERRUPTED = "The application stopped while this was at work.";

    private final ImportJobStore jobs;
    private final ImportFolders folders;
    private final ImportWorker worker;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private List<Path> foldersBefore = List.of();
    private long lastBefore;

    ImportRecovery(
            ImportJobStore jobs,
            ImportFolders folders,
            ImportWorker worker,
            AuditTrail audit,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.jobs = jobs;
        this.folders = folders;
        this.worker = worker;
        this.audit = audit;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** Before the first request is served: what comes from then on is nobody's leftover. */
    @Override
    public void afterSingletonsInstantiated() {
        foldersBefore = folders.list();
        lastBefore = jdbc.sql("SELECT coalesce(max(id), 0) FROM import_job")
                .query(Long.class)
                .single();
    }

    /** One that cannot be put right stops neither the others nor the application. */
    @EventListener(ApplicationReadyEvent.class)
    public void recover() {
        Set<Path> needed = new HashSet<>();
        for (ImportJob job : jobs.open()) {
            if (job.id() > lastBefore) {
                continue;
            }
            try {
                if (recover(job) != State.DISCARDED) {
                    needed.add(folders.of(job.id()).root());
                }
            } catch (RuntimeException e) {
                needed.add(folders.of(job.id()).root());
                LOG.error("Import {} stays {}: it cannot be put right.", job.id(), job.state(), e);
            }
        }
        removeStaged();
        foldersBefore.stream().filter(folder -> !needed.contains(folder)).forEach(ImportRecovery::remove);
    }

    private State recover(ImportJob job) {
        State state = recovered(job);
        if (state != job.state()) {
            transaction.executeWithoutResult(status -> {
                jobs.rest(job.id(), job.state(), state, INTERRUPTED);
                audit.append(new AuditEntry(
                        PRODUCT,
                        ImportWorker.SUBJECT_KIND,
                        String.valueOf(job.id()),
                        "recover",
                        Map.of("state", job.state()),
                        Map.of("state", state),
                        ""));
            });
            LOG.info("Import {} was {} and is {} again.", job.id(), job.state(), state);
        }
        if (state == State.CHECKING) {
            worker.submit(job.id(), PRODUCT);
        }
        return state;
    }

    private State recovered(ImportJob job) {
        if (job.origin() == Origin.API || !folders.of(job.id()).exists()) {
            return State.DISCARDED;
        }
        return switch (job.state()) {
            case IMPORTING, CHECKED -> job.errors() == 0 && !isStaged(job.id()) ? State.CHECKING : State.CHECKED;
            case MAPPING, CHECKING, IMPORTED, DISCARDED -> job.state();
        };
    }

    /** Whether the rows that were checked are still there: a crash of the database empties tables that are not logged. */
    private boolean isStaged(long job) {
        return jobs.files(job).stream()
                .filter(file -> StagedRows.LONG_FILES.contains(file.name()) && file.contentId() == null)
                .allMatch(file -> rows(StagingTables.of(file.name()), job) == file.rows());
    }

    private long rows(String table, long job) {
        return jdbc.sql("SELECT count(*) FROM " + table + " WHERE job_id = :job")
                .param("job", job)
                .query(Long.class)
                .single();
    }

    /** Rows are seen together with the end of their job's check, so those of a job that goes on meanwhile stay. */
    private void removeStaged() {
        for (String table : List.of(StagingTables.of(StagedRows.SALES), StagingTables.of(StagedRows.STOCK_HISTORY))) {
            try {
                jdbc.sql("DELETE FROM " + table + " WHERE job_id NOT IN"
                                + " (SELECT id FROM import_job WHERE state NOT IN ('IMPORTED', 'DISCARDED'))")
                        .update();
            } catch (DataAccessException e) {
                LOG.error("Rows of imports that are over are left in {}.", table, e);
            }
        }
    }

    private static void remove(Path folder) {
        try {
            ImportFolder.deleteTree(folder);
        } catch (UncheckedIOException e) {
            LOG.error("A folder of an import that is over is left.", e);
        }
    }
}
