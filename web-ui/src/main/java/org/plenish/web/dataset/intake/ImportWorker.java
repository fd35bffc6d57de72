package org.plenish.web.dataset.intake;

import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.plenish.web.dataset.intake.ImportJob.State;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditEntry;
import org.plenish.web.shared.AuditTrail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks and imports on a thread of its own, one job at a time; others wait their turn. */
@Component
class ImportWorker implements DisposableBean {

    static final String SUBJECT_KIND = "import";
    static final String FAILED = "It failed for a reason that is in the application's log, and nothing of it was kept."
            + " Try again; if it fails again, show the log to whoever looks after the application.";
    private static final String CANCELLED = "It was cancelled by %s.";
    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);

    private final DatabasePatience patience = new DatabasePatience();
    private final ImportJobStore jobs;
    private final ImportFolders folders;
    private final DatasetCheck check;
    private final DatasetStore datasets;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final ExecutorService executor = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "import");
        thread.setDaemon(true);
        return thread;
    });

    ImportWorker(
            ImportJobStore jobs,
            ImportFolders folders,
            DatasetCheck check,
            DatasetStore datasets,
            AuditTrail audit,
            TransactionTemplate transaction) {
        this.jobs = jobs;
        this.folders = folders;
        this.check = check;
        this.datasets = datasets;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Does what the job's state says; returns at once. */
    void submit(long job, Actor actor) {
        executor.execute(() -> work(job, actor));
    }

    private void work(long id, Actor actor) {
        ImportJob job = patience.untilItAnswers(() -> jobs.find(id)).orElseThrow();
        try {
            if (job.cancelRequestedBy() != null) {
                throw new ImportCancelledException(id);
            }
            if (job.state() == State.CHECKING) {
                check(job, actor);
            } else if (job.state() == State.IMPORTING) {
                transaction.executeWithoutResult(status -> store(job, actor));
            }
        } catch (ImportCancelledException cancelled) {
            LOG.info("{}", cancelled.getMessage());
            endWithoutResult(job, actor, "cancel", CANCELLED);
        } catch (ImportRefusedException refused) {
            LOG.warn("Import {}: {}", id, refused.getMessage());
            endWithoutResult(job, actor, "fail", String.valueOf(refused.getMessage()));
        } catch (RuntimeException | Error failure) {
            LOG.error("Import {} failed.", id, failure);
            endWithoutResult(job, actor, "fail", FAILED);
        }
        removeFilesOfImported(id);
    }

    /** Files that cannot be removed now are removed at the next start. */
    private void removeFilesOfImported(long id) {
        try {
            if (jobs.find(id).orElseThrow().state() == State.IMPORTED) {
                folders.of(id).delete();
            }
        } catch (UncheckedIOException | DataAccessException e) {
            LOG.warn("The files of import {} are left until the next start.", id, e);
        }
    }

    private void check(ImportJob job, Actor actor) {
        transaction.executeWithoutResult(status -> {
            Verdict verdict = check.check(job, jobs.uploads(job.id()), folders.of(job.id()));
            stopIfAsked(job);
            jobs.storeVerdict(job.id(), verdict);
            jobs.rest(job.id(), State.CHECKING, State.CHECKED, "");
            record(
                    actor,
                    job.id(),
                    "check",
                    Map.of(
                            "errors",
                            verdict.report().errors(),
                            "warnings",
                            verdict.report().warnings(),
                            "fingerprint",
                            Objects.requireNonNullElse(verdict.fingerprint(), "")));
        });
    }

    /** Within a transaction. */
    DatasetStore.Stored store(ImportJob job, Actor actor) {
        DatasetStore.Stored stored = datasets.store(job, folders.of(job.id()), actor);
        stopIfAsked(job);
        jobs.rest(job.id(), State.IMPORTING, State.IMPORTED, "");
        jobs.imported(job.id(), stored.dataset());
        if (stored.isNew()) {
            datasets.record(job, stored.dataset(), actor);
        }
        record(actor, job.id(), "import", Map.of("dataset", stored.dataset(), "isNew", stored.isNew()));
        return stored;
    }

    /** Holds the job from here on, so that whoever asks for its end waits, and finds it done. */
    private void stopIfAsked(ImportJob job) {
        if (jobs.lock(job.id()).orElseThrow().cancelRequestedBy() != null) {
            throw new ImportCancelledException(job.id());
        }
    }

    /** Of a job that has come to its end all the same, as when the answer to its commit was lost, nothing changes. */
    private void endWithoutResult(ImportJob job, Actor actor, String action, String error) {
        State back = job.state() == State.IMPORTING ? State.CHECKED : State.MAPPING;
        patience.untilItAnswers(() -> transaction.execute(status -> {
            ImportJob now = jobs.lock(job.id()).orElseThrow();
            String why = error.equals(CANCELLED) ? CANCELLED.formatted(now.cancelRequestedBy()) : error;
            boolean ended = jobs.rest(job.id(), job.state(), back, why);
            if (ended) {
                record(actor, job.id(), action, Map.of("error", why));
            }
            return ended;
        }));
    }

    private void record(Actor actor, long job, String action, Object after) {
        audit.append(new AuditEntry(actor, SUBJECT_KIND, String.valueOf(job), action, null, after, ""));
    }

    /** What is at work now is found at the next start. */
    @Override
    public void destroy() {
        executor.shutdownNow();
    }
}
