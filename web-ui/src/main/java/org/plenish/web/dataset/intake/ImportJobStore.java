package org.plenish.web.dataset.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plenish.engine.io.ImportProblem;
import org.plenish.web.dataset.intake.ImportJob.Origin;
import org.plenish.web.dataset.intake.ImportJob.Stage;
import org.plenish.web.dataset.intake.ImportJob.State;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The record of imports. */
@Repository
class ImportJobStore {

    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> COLUMNS = new TypeReference<>() {};
    private static final String SELECT_JOB = "SELECT * FROM import_job";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final JsonMapper json;
    private final Clock clock;

    ImportJobStore(JdbcClient jdbc, JdbcTemplate batches, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
        this.clock = clock;
    }

    long create(Origin origin, String name, ImportBase base, String user, List<Upload> uploads) {
        long id = jdbc.sql("""
            INSERT INTO import_job (origin, name, base, base_dataset_id, state, created_at, created_by,
                changed_at, changed_by)
            VALUES (:origin, :name, :base, :dataset, 'MAPPING', :now, :user, :now, :user) RETURNING id\
            """)
                .param("origin", origin.name())
                .param("name", name)
                .param("base", base.kind().name())
                .param("dataset", base.dataset())
                .param("now", now())
                .param("user", user)
                .query(Long.class)
                .single();
        for (Upload upload : uploads) {
            jdbc.sql("""
                INSERT INTO import_upload (job_id, number, name, sha256, byte_count, encoding, delimiter,
                    columns, target, decimal_comma, mapping)
                VALUES (:job, :number, :name, :sha256, :bytes, :encoding, :delimiter,
                    CAST(:columns AS jsonb), :target, :comma, CAST(:mapping AS jsonb))\
                """)
                    .param("job", id)
                    .param("number", upload.number())
                    .param("name", upload.name())
                    .param("sha256", upload.sha256())
                    .param("bytes", upload.byteCount())
                    .param("encoding", upload.encoding())
                    .param("delimiter", upload.delimiter())
                    .param("columns", json.writeValueAsString(upload.header()))
                    .param("target", upload.mapped().target())
                    .param("comma", upload.mapped().decimalComma(), Types.BOOLEAN)
                    .param("mapping", json.writeValueAsString(upload.mapped().columns()))
                    .update();
        }
        return id;
    }

    Optional<ImportJob> find(long id) {
        return jdbc.sql(SELECT_JOB + " WHERE id = :id")
                .param("id", id)
                .query(ImportJobStore::job)
                .optional();
    }

    /** Until the transaction's end, nobody else changes it. */
    Optional<ImportJob> lock(long id) {
        return jdbc.sql(SELECT_JOB + " WHERE id = :id FOR UPDATE")
                .param("id", id)
                .query(ImportJobStore::job)
                .optional();
    }

    /** The latest first. */
    List<ImportJob> latest(int most) {
        return jdbc.sql(SELECT_JOB + " ORDER BY id DESC LIMIT :most")
                .param("most", most)
                .query(ImportJobStore::job)
                .list();
    }

    List<ImportJob> open() {
        return jdbc.sql(SELECT_JOB + " WHERE state NOT IN ('IMPORTED', 'DISCARDED') ORDER BY id")
                .query(ImportJobStore::job)
                .list();
    }

    List<Upload> uploads(long job) {
        return jdbc.sql("SELECT * FROM import_upload WHERE job_id = :job ORDER BY number")
                .param("job", job)
                .query((row, index) -> upload(row))
                .list();
    }

    void map(long job, MappedUpload mapped) {
        jdbc.sql("""
            UPDATE import_upload SET target = :target, decimal_comma = :comma,
                mapping = CAST(:mapping AS jsonb)
            WHERE job_id = :job AND number = :number\
            """)
                .param("job", job)
                .param("number", mapped.number())
                .param("target", mapped.target())
                .param("comma", mapped.decimalComma(), Types.BOOLEAN)
                .param("mapping", json.writeValueAsString(mapped.columns()))
                .update();
    }

    /** How a file with the same columns was mapped the last time that a dataset came of it. */
    Optional<MappedUpload> mappedBefore(Upload upload) {
        return jdbc.sql("""
            SELECT u.* FROM import_upload u JOIN import_job j ON j.id = u.job_id
            WHERE u.columns = CAST(:columns AS jsonb) AND u.target <> '' AND j.state = 'IMPORTED'
            ORDER BY j.id DESC LIMIT 1\
            """)
                .param("columns", json.writeValueAsString(upload.header()))
                .query((row, index) -> upload(row))
                .optional()
                .map(before -> before.delimiter().equals(upload.delimiter())
                        ? before.mapped()
                        : new MappedUpload(
                                upload.number(),
                                before.mapped().target(),
                                null, // what was said of other delimiters was not said of these
                                before.mapped().columns()));
    }

    /** The latest job that brought in the same files, byte by byte, upon the same base. */
    Optional<ImportJob> importedBefore(ImportJob job) {
        return jdbc.sql(SELECT_JOB + """
                         j WHERE state = 'IMPORTED' AND dataset_id IS NOT NULL AND base = :base AND base_dataset_id IS NOT DISTINCT FROM :dataset
                        AND (SELECT array_agg(sha256 ORDER BY sha256) FROM import_upload WHERE job_id = j.id)
                            = (SELECT array_agg(sha256 ORDER BY sha256) FROM import_upload WHERE job_id = :job)
                        ORDER BY id DESC LIMIT 1""")
                .param("base", job.base().kind().name())
                .param("dataset", job.base().dataset(), Types.BIGINT)
                .param("job", job.id())
                .query(ImportJobStore::job)
                .optional();
    }

    /** @return whether the job was in one of the states */
    boolean begin(long job, State from, State to, String user) {
        return jdbc.sql("""
            UPDATE import_job SET state = :to, stage = 'WAIT', stage_share = 0, row_number = 0,
                cancel_requested_by = NULL, error = '', changed_at = :now, changed_by = :user
            WHERE id = :job AND state = :from\
            """)
                        .param("job", job)
                        .param("from", from.name())
                        .param("to", to.name())
                        .param("now", now())
                        .param("user", user)
                        .update()
                == 1;
    }

    /**
     * The job's step has ended, or is taken back.
     *
     * @return whether it was in that state; if not, it stays as it is
     */
    boolean rest(long job, State from, State state, String error) {
        return jdbc.sql("""
                        UPDATE import_job SET state = :state, stage = 'WAIT', stage_share = 0, row_number = 0,
                            cancel_requested_by = NULL, error = :error, changed_at = :now
                        WHERE id = :job AND state = :from""")
                        .param("job", job)
                        .param("from", from.name())
                        .param("state", state.name())
                        .param("error", error)
                        .param("now", now())
                        .update()
                == 1;
    }

    /**
     * In a transaction of its own, so that it is seen while the job's is at work.
     *
     * @return whether somebody has asked for the job's end
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean progress(long job, Stage stage, double share, long rows) {
        return jdbc.sql("""
            UPDATE import_job SET stage = :stage, stage_share = :share, row_number = :rows
            WHERE id = :job RETURNING cancel_requested_by IS NOT NULL\
            """)
                .param("stage", stage.name())
                .param("share", share)
                .param("rows", rows)
                .param("job", job)
                .query(Boolean.class)
                .single();
    }

    /** @return whether there was a job at work that nobody had asked to stop */
    boolean requestCancel(long job, String user) {
        return jdbc.sql("""
            UPDATE import_job SET cancel_requested_by = :user
            WHERE id = :job AND state IN ('CHECKING', 'IMPORTING') AND cancel_requested_by IS NULL\
            """).param("user", user).param("job", job).update() == 1;
    }

    void storeVerdict(long job, Verdict verdict) {
        jdbc.sql("DELETE FROM import_problem WHERE job_id = :job")
                .param("job", job)
                .update();
        jdbc.sql("DELETE FROM import_file WHERE job_id = :job")
                .param("job", job)
                .update();
        List<ImportProblem> problems = verdict.report().listed();
        int[] number = {0};
        batches.batchUpdate("""
                        INSERT INTO import_problem (job_id, number, severity, file, line, column_name, value,
                            requirement, suggestion)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)\
                        """, problems, 500, (row, problem) -> {
            row.setLong(1, job);
            row.setInt(2, ++number[0]);
            row.setString(3, problem.severity().name());
            row.setString(4, problem.file());
            row.setLong(5, problem.line());
            row.setString(6, problem.column());
            row.setString(7, problem.value());
            row.setString(8, problem.requirement());
            row.setString(9, problem.suggestion());
        });
        for (CheckedFile file : verdict.files()) {
            jdbc.sql("""
                INSERT INTO import_file (job_id, name, sha256, row_count, byte_count, content_id, base_rows)
                VALUES (:job, :name, :sha256, :rows, :bytes, :content, :baseRows)\
                """)
                    .param("job", job)
                    .param("name", file.name())
                    .param("sha256", file.sha256())
                    .param("rows", file.rows())
                    .param("bytes", file.bytes())
                    .param("content", file.contentId())
                    .param("baseRows", file.baseRows())
                    .update();
        }
        jdbc.sql("""
            UPDATE import_job SET name = coalesce(nullif(name, ''), :name), fingerprint = :fingerprint,
                plan_date = :planDate, currency = :currency, items = :items,
                warehouses = :warehouses, suppliers = :suppliers, errors = :errors,
                warnings = :warnings, notices = :notices
            WHERE id = :job\
            """)
                .param("job", job)
                .param(
                        "name",
                        verdict.settings() == null ? "" : verdict.settings().name())
                .param("fingerprint", verdict.fingerprint())
                .param(
                        "planDate",
                        verdict.settings() == null ? null : verdict.settings().asOf(),
                        Types.DATE)
                .param(
                        "currency",
                        verdict.settings() == null ? null : verdict.settings().currency())
                .param("items", verdict.items())
                .param("warehouses", verdict.warehouses())
                .param("suppliers", verdict.suppliers())
                .param("errors", verdict.report().errors())
                .param("warnings", verdict.report().warnings())
                .param("notices", verdict.report().notices())
                .update();
    }

    List<CheckedFile> files(long job) {
        return jdbc.sql("""
            SELECT name, sha256, row_count AS rows, byte_count AS bytes, content_id, base_rows
            FROM import_file WHERE job_id = :job ORDER BY name\
            """).param("job", job).query(CheckedFile.class).list();
    }

    List<ImportProblem> problems(long job, int first, int most) {
        return jdbc.sql("""
            SELECT severity, file, line, column_name, value, requirement, suggestion FROM import_problem
            WHERE job_id = :job ORDER BY number OFFSET :first LIMIT :most\
            """)
                .param("job", job)
                .param("first", first)
                .param("most", most)
                .query((row, index) -> new ImportProblem(
                        ImportProblem.Severity.valueOf(row.getString("severity")),
                        row.getString("file"),
                        row.getLong("line"),
                        row.getString("column_name"),
                        row.getString("value"),
                        row.getString("requirement"),
                        row.getString("suggestion")))
                .list();
    }

    void imported(long job, long dataset) {
        jdbc.sql("UPDATE import_job SET dataset_id = :dataset WHERE id = :job")
                .param("dataset", dataset)
                .param("job", job)
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private Upload upload(ResultSet row) throws SQLException {
        int number = row.getInt("number");
        return new Upload(
                number,
                row.getString("name"),
                row.getString("sha256"),
                row.getLong("byte_count"),
                row.getString("encoding"),
                row.getString("delimiter"),
                json.readValue(row.getString("columns"), NAMES),
                new MappedUpload(
                        number,
                        row.getString("target"),
                        row.getObject("decimal_comma", Boolean.class),
                        json.readValue(row.getString("mapping"), COLUMNS)));
    }

    private static ImportJob job(ResultSet row, int index) throws SQLException {
        return new ImportJob(
                row.getLong("id"),
                Origin.valueOf(row.getString("origin")),
                row.getString("name"),
                new ImportBase(
                        ImportBase.Kind.valueOf(row.getString("base")), row.getObject("base_dataset_id", Long.class)),
                State.valueOf(row.getString("state")),
                Stage.valueOf(row.getString("stage")),
                row.getDouble("stage_share"),
                row.getLong("row_number"),
                row.getString("cancel_requested_by"),
                row.getString("error"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getString("created_by"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("changed_by"),
                row.getString("fingerprint"),
                row.getObject("plan_date", LocalDate.class),
                row.getString("currency"),
                row.getInt("items"),
                row.getInt("warehouses"),
                row.getInt("suppliers"),
                row.getLong("errors"),
                row.getLong("warnings"),
                row.getLong("notices"),
                row.getObject("dataset_id", Long.class));
    }
}
