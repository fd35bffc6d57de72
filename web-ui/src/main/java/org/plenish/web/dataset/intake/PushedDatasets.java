package org.plenish.web.dataset.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.plenish.engine.io.ImportProblem;
import org.plenish.web.dataset.intake.ImportJob.Origin;
import org.plenish.web.dataset.intake.ImportJob.State;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.DatasetIntake;
import org.plenish.web.shared.IntakeRefusedException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Datasets that programs push in: the same jobs as people's, run to their end at once, and nothing in them guessed. */
@Component
class PushedDatasets implements DatasetIntake {

    private static final int ALL_LISTED = 1_000;

    private final ImportJobs jobs;
    private final ImportJobStore store;
    private final ImportWorker worker;
    private final TransactionTemplate newTransaction;

    PushedDatasets(ImportJobs jobs, ImportJobStore store, ImportWorker worker, TransactionTemplate transaction) {
        this.jobs = jobs;
        this.store = store;
        this.worker = worker;
        this.newTransaction =
                new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager(), "transactions"));
        this.newTransaction.setPropagationBehavior(Propagation.REQUIRES_NEW.value());
    }

    @Override
    public Checked check(Actor actor, Path folder) {
        try {
            long id = jobs.start(actor, files(folder), "", ImportBase.NOTHING, Origin.API);
            return check(actor, id);
        } catch (ImportRefusedException refused) {
            throw new IntakeRefusedException(String.valueOf(refused.getMessage()), refused);
        }
    }

    private Checked check(Actor actor, long id) {
        try {
            jobs.check(actor, id);
            ImportJob job = jobs.await(id);
            if (job.state() != State.CHECKED) {
                throw new IllegalStateException("The dataset was not checked. " + job.error());
            }
            List<String> problems = store.problems(id, 0, ALL_LISTED).stream()
                    .map(ImportProblem::toString)
                    .toList();
            return new Checked(id, Objects.requireNonNullElse(job.fingerprint(), ""), job.errors(), problems);
        } catch (RuntimeException failure) {
            discardAfter(failure, actor, id);
            throw failure;
        }
    }

    /** What cannot be discarded now is discarded at the next start. */
    private void discardAfter(RuntimeException failure, Actor actor, long id) {
        try {
            jobs.discard(actor, id);
        } catch (RuntimeException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }

    private static List<GivenFile> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted()
                    .map(file -> new GivenFile(String.valueOf(file.getFileName()), file))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The files that were sent cannot be read: " + e.getMessage(), e);
        }
    }

    /** That it is at work is noted outside of the caller's transaction, which would hold what tells of its progress. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Taken take(Actor actor, Checked checked) {
        boolean begun = newTransaction.execute(
                status -> store.begin(checked.job(), State.CHECKED, State.IMPORTING, actor.userName()));
        if (!begun) {
            throw new IntakeRefusedException(
                    "The dataset was dropped between its check and its import. Send it again.");
        }
        ImportJob job = jobs.get(checked.job());
        DatasetStore.Stored stored = worker.store(job, actor);
        return new Taken(stored.dataset(), stored.isNew(), job.items(), job.warehouses(), job.suppliers());
    }

    @Override
    public void discard(Actor actor, Checked checked) {
        ImportJob job = jobs.get(checked.job());
        if (job.state() == State.IMPORTING) { // the caller's transaction was taken back
            newTransaction.executeWithoutResult(status -> store.rest(job.id(), State.IMPORTING, State.CHECKED, ""));
        }
        jobs.discard(actor, checked.job());
        jobs.removeFiles(checked.job());
    }
}
