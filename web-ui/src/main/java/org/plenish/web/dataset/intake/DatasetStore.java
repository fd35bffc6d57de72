package org.plenish.web.dataset.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.plenish.web.dataset.intake.ImportJob.Origin;
import org.plenish.web.dataset.intake.ImportJob.Stage;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditEntry;
import org.plenish.web.shared.AuditTrail;
import org.plenish.web.shared.OutboundEvent;
import org.plenish.web.shared.Webhooks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes a dataset of what a job's check found good: all of it, or nothing. */
@Component
class DatasetStore {

    /** Of a staging table: some hundred thousand rows. */
    private static final int PAGES_AT_ONCE = 2_000;

    /** Held from the first look at what is stored to the end of the transaction, by one import at a time. */
    private static final long LOCK = 0x696D706F7274L;

    private static final Map<String, String> INSERT_OF = Map.of(StagedRows.SALES, """
            INSERT INTO sales_row (content_id, line, date, item, warehouse, quantity, unit_price, customer, promotion)
            SELECT :content, number, date, item, warehouse, quantity, unit_price, customer, promotion FROM %s
            WHERE job_id = :job AND ctid >= CAST(:from AS tid) AND ctid < CAST(:to AS tid)""", StagedRows.STOCK_HISTORY, """
            INSERT INTO stock_history_row (content_id, line, date, item, warehouse, on_hand)
            SELECT :content, number, date, item, warehouse, on_hand FROM %s
            WHERE job_id = :job AND ctid >= CAST(:from AS tid) AND ctid < CAST(:to AS tid)""");

    private final JdbcClient jdbc;
    private final ImportJobStore jobs;
    private final AuditTrail audit;
    private final Webhooks webhooks;
    private final Clock clock;

    DatasetStore(JdbcClient jdbc, ImportJobStore jobs, AuditTrail audit, Webhooks webhooks, Clock clock) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.audit = audit;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    /** @param isNew false if there was a dataset of the same files */
    record Stored(long dataset, boolean isNew) {}

    /** What tells that a dataset of the same files is there already. */
    Optional<Long> find(String fingerprint) {
        return jdbc.sql("SELECT id FROM dataset WHERE fingerprint = :fingerprint")
                .param("fingerprint", fingerprint)
                .query(Long.class)
                .optional();
    }

    /**
     * Within the transaction that also notes the job as imported.
     *
     * @throws ImportCancelledException if somebody asked for the job's end
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Stored store(ImportJob job, ImportFolder folder, Actor actor) {
        String fingerprint = Objects.requireNonNull(job.fingerprint(), "a job without errors");
        jdbc.sql("SELECT pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, index) -> row.getObject(1))
                .list();
        // Held, so that nobody deletes it before the job refers to it.
        Optional<Long> known = jdbc.sql("SELECT id FROM dataset WHERE fingerprint = :fingerprint FOR KEY SHARE")
                .param("fingerprint", fingerprint)
                .query(Long.class)
                .optional();
        if (known.isPresent()) {
            removeStaged(job.id());
            return new Stored(known.get(), false);
        }
        List<CheckedFile> files = jobs.files(job.id());
        ImportProgress progress = new ImportProgress(jobs, job.id(), 1, clock);
        progress.begin(Stage.STORE);
        long dataset = insertDataset(job, fingerprint, actor);
        for (CheckedFile file : files) {
            long content = file.contentId() == null ? content(job, file, folder, progress) : file.contentId();
            jdbc.sql("INSERT INTO dataset_file (dataset_id, name, content_id) VALUES (:dataset, :name, :content)")
                    .param("dataset", dataset)
                    .param("name", file.name())
                    .param("content", content)
                    .update();
        }
        removeStaged(job.id());
        return new Stored(dataset, true);
    }

    /** Records a dataset that {@link #store} has made; after all else, as the audit log is held from here on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(ImportJob job, long dataset, Actor actor) {
        String fingerprint = Objects.requireNonNull(job.fingerprint(), "a job without errors");
        Map<String, Long> rows = new TreeMap<>();
        jobs.files(job.id()).forEach(file -> rows.put(file.name(), file.rows()));
        audit.append(new AuditEntry(
                actor,
                "dataset",
                String.valueOf(dataset),
                job.origin() == Origin.API ? "push" : "import",
                null,
                Map.of("fingerprint", fingerprint, "rows", rows, "name", job.name(), "import", job.id()),
                ""));
        if (job.origin() == Origin.API) {
            webhooks.publish(
                    OutboundEvent.DATASET_PUSHED,
                    Map.of("dataset", String.valueOf(dataset), "fingerprint", fingerprint));
        }
    }

    private long insertDataset(ImportJob job, String fingerprint, Actor actor) {
        return jdbc.sql("""
                        INSERT INTO dataset (name, fingerprint, based_on, origin, plan_date, currency, items, warehouses,
                            suppliers, created_at, created_by)
                        VALUES (:name, :fingerprint, :base, :origin, :planDate, :currency, :items, :warehouses,
                            :suppliers, :now, :user) RETURNING id""")
                .param("name", job.name())
                .param("fingerprint", fingerprint)
                .param("base", job.base().dataset())
                .param("origin", job.origin().name())
                .param("planDate", job.planDate())
                .param("currency", job.currency())
                .param("items", job.items())
                .param("warehouses", job.warehouses())
                .param("suppliers", job.suppliers())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("user", actor.userName())
                .query(Long.class)
                .single();
    }

    /** The same content is stored once, whichever dataset it came with. */
    private long content(ImportJob job, CheckedFile file, ImportFolder folder, ImportProgress progress) {
        Optional<Long> known = jdbc.sql(
                        "SELECT id FROM dataset_content WHERE name = :name AND sha256 = :sha256 FOR KEY SHARE")
                .param("name", file.name())
                .param("sha256", file.sha256())
                .query(Long.class)
                .optional();
        return known.orElseGet(() -> newContent(job, file, folder, progress));
    }

    private long newContent(ImportJob job, CheckedFile file, ImportFolder folder, ImportProgress progress) {
        boolean isLong = StagedRows.LONG_FILES.contains(file.name());
        long content = jdbc.sql("""
                        INSERT INTO dataset_content (name, sha256, row_count, byte_count, content)
                        VALUES (:name, :sha256, :rows, :bytes, :content) RETURNING id""")
                .param("name", file.name())
                .param("sha256", file.sha256())
                .param("rows", file.rows())
                .param("bytes", file.bytes())
                .param("content", isLong ? null : bytes(folder, file.name()), Types.BINARY)
                .query(Long.class)
                .single();
        if (isLong) {
            copyRows(job, file, content, progress);
        }
        return content;
    }

    private void copyRows(ImportJob job, CheckedFile file, long content, ImportProgress progress) {
        String table = StagingTables.of(file.name());
        String insert = Objects.requireNonNull(INSERT_OF.get(file.name())).formatted(table);
        long pages = jdbc.sql("SELECT pg_relation_size('" + table + "') / current_setting('block_size')::bigint")
                .query(Long.class)
                .single();
        long copied = 0;
        for (long page = 0; page < pages; page += PAGES_AT_ONCE) {
            copied += jdbc.sql(insert)
                    .param("content", content)
                    .param("job", job.id())
                    .param("from", "(" + page + ",0)")
                    .param("to", "(" + (page + PAGES_AT_ONCE) + ",0)")
                    .update();
            progress.stored(copied / (double) file.rows(), copied);
        }
        if (copied != file.rows()) {
            throw new ImportRefusedException(file.name() + ": " + copied + " of " + file.rows()
                    + " checked rows are still there. Check the files again.");
        }
    }

    private static byte[] bytes(ImportFolder folder, String name) {
        try {
            return Files.readAllBytes(folder.canonical().resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("The checked file " + name + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void removeStaged(long job) {
        jdbc.sql(new StagingTables(job).remove()).update();
    }
}
