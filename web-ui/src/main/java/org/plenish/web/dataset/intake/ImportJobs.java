package org.plenish.web.dataset.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenish.web.dataset.intake.ImportJob.Origin;
import org.plenish.web.dataset.intake.ImportJob.State;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditEntry;
import org.plenish.web.shared.AuditTrail;
import org.plenish.web.shared.NothingFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Imports from the files' arrival to the dataset. Each step is noted before it is done: {@link #start} keeps the files,
 * {@link #check} and {@link #commit} return at once and are done in the background, {@link #await} waits for their end.
 */
@Service
public class ImportJobs {

    private static final long MILLISECONDS_BETWEEN_LOOKS = 50;

    private final ImportJobStore jobs;
    private final ImportFolders folders;
    private final UploadReceiver receiver;
    private final ImportWorker worker;
    private final AuditTrail audit;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ImportJobs(
            ImportJobStore jobs,
            ImportFolders folders,
            UploadReceiver receiver,
            ImportWorker worker,
            AuditTrail audit,
            JdbcClient jdbc,
            TransactionTemplate transaction) {
        this.jobs = jobs;
        this.folders = folders;
        this.receiver = receiver;
        this.worker = worker;
        this.audit = audit;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /**
     * Keeps the files and guesses what they are; nothing is checked yet.
     *
     * @param files are moved away from where they are; a zip is unpacked
     * @param name of the dataset; blank: what its settings say
     * @return the job's number
     * @throws ImportRefusedException if a file cannot be read at all; then nothing is kept
     * @throws org.plenish.web.shared.ArchiveRefusedException if one cannot be unpacked
     */
    public long start(Actor actor, List<GivenFile> files, String name, ImportBase base) {
        return start(actor, files, name, base, Origin.UPLOAD);
    }

    long start(Actor actor, List<GivenFile> files, String name, ImportBase base, Origin origin) {
        ImportFolder incoming = folders.incoming();
        try {
            List<Upload> uploads = receiver.receive(files, incoming, origin == Origin.UPLOAD).stream()
                    .map(upload -> origin == Origin.UPLOAD ? remembered(upload) : upload)
                    .toList();
            return transaction.execute(status -> {
                requireBase(base);
                long job = jobs.create(origin, name.strip(), base, actor.userName(), uploads);
                List<String> names = uploads.stream().map(Upload::name).toList();
                record(actor, job, "start", Map.of("files", names, "base", base.kind()));
                folders.give(incoming, job);
                return job;
            });
        } finally {
            incoming.delete();
        }
    }

    /** Holds it, so that nobody deletes it before the import that is based on it is seen. */
    private void requireBase(ImportBase base) {
        if (base.dataset() != null
                && jdbc.sql("SELECT id FROM dataset WHERE id = :id FOR KEY SHARE")
                        .param("id", base.dataset())
                        .query(Long.class)
                        .optional()
                        .isEmpty()) {
            throw new ImportRefusedException("There is no dataset " + base.dataset() + ". Choose one that is listed.");
        }
    }

    private Upload remembered(Upload upload) {
        return upload.header().isEmpty()
                ? upload
                : jobs.mappedBefore(upload).map(upload::mappedLike).orElse(upload);
    }

    /**
     * Says what the files mean. After a check, it has to be checked again.
     *
     * @throws ImportRefusedException if the job is at work or over, if a file is to be one that no dataset has, or if
     *     two are to be the same one
     */
    public void map(Actor actor, long id, List<MappedUpload> mapping) {
        transaction.executeWithoutResult(status -> {
            ImportJob job = lock(id);
            if (job.isWorking() || job.isOver()) {
                throw new ImportRefusedException("The import is at work or over. Look at its page.");
            }
            requireFilesOfADataset(mapping);
            requireOneOfEach(mapping);
            mapping.forEach(mapped -> jobs.map(id, mapped));
            dropChecked(job);
            record(actor, id, "map", mapping);
        });
    }

    /** A target becomes a file's name, so that it must be one of those that are offered. */
    private static void requireFilesOfADataset(List<MappedUpload> mapping) {
        for (MappedUpload mapped : mapping) {
            String target = mapped.target();
            if (!target.isEmpty()
                    && !target.equals(Upload.SETTINGS)
                    && ImportPages.table(target).isEmpty()) {
                throw new ImportRefusedException(target + " is no file of a dataset. Choose one that is listed.");
            }
        }
    }

    private static void requireOneOfEach(List<MappedUpload> mapping) {
        Set<String> targets = new HashSet<>();
        for (MappedUpload mapped : mapping) {
            if (!mapped.target().isEmpty() && !targets.add(mapped.target())) {
                throw new ImportRefusedException("Two files are to be " + mapped.target()
                        + ". A dataset has one: leave one of them aside, or join them before you upload them.");
            }
        }
    }

    private void requireWhatMustBeKnown(long id, List<Upload> uploads) {
        for (Upload upload : uploads) {
            if (upload.isDecimalMarkMissing()) {
                throw new ImportRefusedException(
                        upload.name() + ": say whether its numbers have a decimal point or a decimal comma.");
            }
            receiver.requireShort(upload, folders.of(id));
        }
    }

    private void dropChecked(ImportJob job) {
        if (job.state() == State.CHECKED) {
            jdbc.sql(new StagingTables(job.id()).remove()).update();
            jobs.rest(job.id(), State.CHECKED, State.MAPPING, "");
        }
    }

    /**
     * Has the dataset checked that would come of it; returns at once.
     *
     * @throws ImportRefusedException if the job is at work or over, if nobody said how a file's numbers are written, or
     *     if a file that is held in memory is too long
     */
    public void check(Actor actor, long id) {
        transaction.executeWithoutResult(status -> {
            ImportJob job = lock(id);
            List<Upload> uploads = jobs.uploads(id);
            requireOneOfEach(uploads.stream().map(Upload::mapped).toList());
            requireWhatMustBeKnown(id, uploads);
            dropChecked(job);
            step(actor, job, State.MAPPING, State.CHECKING);
        });
        worker.submit(id, actor);
    }

    /**
     * Has the checked dataset stored; returns at once.
     *
     * @throws ImportRefusedException if it was not checked, has errors, is at work or over
     */
    public void commit(Actor actor, long id) {
        transaction.executeWithoutResult(status -> {
            ImportJob job = lock(id);
            if (job.state() == State.CHECKED && job.errors() > 0) {
                throw new ImportRefusedException("The import has " + job.errors()
                        + " errors; nothing is imported while there is one. Correct the files and upload them again.");
            }
            step(actor, job, State.CHECKED, State.IMPORTING);
        });
        worker.submit(id, actor);
    }

    private void step(Actor actor, ImportJob job, State from, State to) {
        if (!jobs.begin(job.id(), from, to, actor.userName())) {
            throw new ImportRefusedException("The import has gone on meanwhile. Look at its page.");
        }
        record(actor, job.id(), to == State.CHECKING ? "request check" : "request import", null);
    }

    /** Asks a job at work to stop at its next step; one that has ended meanwhile stays as it ended. */
    public void cancel(Actor actor, long id) {
        transaction.executeWithoutResult(status -> {
            if (jobs.requestCancel(id, actor.userName())) {
                record(actor, id, "request cancel", null);
            }
        });
    }

    /**
     * Removes all that is kept of it.
     *
     * @throws ImportRefusedException if it is at work; cancel it first
     */
    public void discard(Actor actor, long id) {
        boolean discarded = transaction.execute(status -> {
            ImportJob job = lock(id);
            if (job.isWorking()) {
                throw new ImportRefusedException("The import is at work. Cancel it first.");
            }
            if (job.isOver()) {
                return false;
            }
            jdbc.sql(new StagingTables(id).remove()).update();
            jobs.rest(id, job.state(), State.DISCARDED, "");
            record(actor, id, "discard", null);
            return true;
        });
        if (discarded) {
            folders.of(id).delete();
        }
    }

    /** Of a job that is over. */
    void removeFiles(long id) {
        folders.of(id).delete();
    }

    /** Waits until it is not at work. */
    public ImportJob await(long id) {
        ImportJob job = get(id);
        try {
            while (job.isWorking()) {
                Thread.sleep(MILLISECONDS_BETWEEN_LOOKS);
                job = get(id);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while import " + id + " was at work.", e);
        }
        return job;
    }

    /** @throws NothingFoundException if there is no such job */
    public ImportJob get(long id) {
        return find(id).orElseThrow(() -> new NothingFoundException("There is no import " + id + "."));
    }

    public Optional<ImportJob> find(long id) {
        return jobs.find(id);
    }

    private ImportJob lock(long id) {
        return jobs.lock(id).orElseThrow(() -> new NothingFoundException("There is no import " + id + "."));
    }

    private void record(Actor actor, long job, String action, @Nullable Object after) {
        audit.append(new AuditEntry(actor, ImportWorker.SUBJECT_KIND, String.valueOf(job), action, null, after, ""));
    }
}
