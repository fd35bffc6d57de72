package org.plenish.web.dataset.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.io.CsvFile;
import org.plenish.engine.io.CsvFormat;
import org.plenish.engine.io.CsvHead;
import org.plenish.engine.io.CsvTable.Column;
import org.plenish.engine.io.DatasetTable;
import org.plenish.engine.io.ImportProblem;
import org.plenish.engine.io.ImportProblems;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the pages of imports show. */
@Component
class ImportPages {

    static final int PROBLEMS_A_PAGE = 100;
    private static final int PREVIEWED_ROWS = 5;
    private static final int ALL_LISTED = 1_000;

    private final ImportJobStore store;
    private final ImportFolders folders;
    private final JdbcClient jdbc;

    ImportPages(ImportJobStore store, ImportFolders folders, JdbcClient jdbc) {
        this.store = store;
        this.folders = folders;
        this.jdbc = jdbc;
    }

    /** A dataset that files can be laid upon. */
    record BaseChoice(long id, String name) {}

    /**
     * A column of the dataset and where it is found.
     *
     * @param given the file's column; empty: none
     */
    record ColumnChoice(String name, boolean required, String given) {

        public boolean isMissing() {
            return required && given.isEmpty();
        }
    }

    /**
     * A file and what it is taken for.
     *
     * @param columns of the dataset's file that it is
     * @param leftAside its columns that mean nothing there
     * @param preview its first rows
     */
    record FileMapping(Upload upload, List<ColumnChoice> columns, List<String> leftAside, List<List<String>> preview) {

        public boolean isComplete() {
            return !upload.isDecimalMarkMissing() && columns.stream().noneMatch(ColumnChoice::isMissing);
        }
    }

    /**
     * @param yourFile the given file's name; null: it is named as the dataset's is
     * @param yourColumn its column's name; likewise
     */
    record ProblemRow(
            ImportProblem problem,
            @Nullable String yourFile,
            @Nullable String yourColumn) {}

    List<BaseChoice> bases() {
        return jdbc.sql("SELECT id, name FROM dataset ORDER BY id DESC LIMIT 100")
                .query(BaseChoice.class)
                .list();
    }

    List<FileMapping> mapping(long job) {
        return store.uploads(job).stream().map(upload -> mapping(job, upload)).toList();
    }

    private FileMapping mapping(long job, Upload upload) {
        Map<String, String> columns = upload.mapped().columns();
        List<ColumnChoice> choices = table(upload.mapped().target()).stream()
                .flatMap(table -> table.columns().stream())
                .map(column -> choice(column, columns))
                .toList();
        List<String> leftAside = new ArrayList<>(upload.header());
        leftAside.removeAll(columns.values());
        Path file = folders.of(job).upload(upload.number(), upload.name());
        CsvHead head = upload.header().isEmpty()
                ? null
                : new CsvFile(file, CsvFormat.STANDARD, new ImportProblems()).head(PREVIEWED_ROWS);
        return new FileMapping(upload, choices, leftAside, head == null ? List.of() : head.rows());
    }

    /** The names of the dataset's files that were given. */
    Set<String> given(long job) {
        return store.uploads(job).stream()
                .map(upload ->
                        upload.isSettings() ? Upload.SETTINGS : upload.mapped().target() + ".csv")
                .collect(Collectors.toSet());
    }

    private static ColumnChoice choice(Column column, Map<String, String> columns) {
        return new ColumnChoice(column.name(), column.required(), columns.getOrDefault(column.name(), ""));
    }

    static Collection<DatasetTable> table(String target) {
        return DatasetTable.all().stream()
                .filter(table -> table.name().equals(target))
                .toList();
    }

    List<ProblemRow> problems(long job, int page) {
        return rows(job, (page - 1) * PROBLEMS_A_PAGE, PROBLEMS_A_PAGE).toList();
    }

    Stream<ProblemRow> allProblems(long job) {
        return rows(job, 0, ALL_LISTED);
    }

    private Stream<ProblemRow> rows(long job, int first, int most) {
        List<Upload> uploads = store.uploads(job);
        return store.problems(job, first, most).stream().map(problem -> row(problem, uploads));
    }

    private static ProblemRow row(ImportProblem problem, List<Upload> uploads) {
        Upload upload = uploads.stream()
                .filter(given -> problem.file().equals(given.mapped().target() + ".csv"))
                .findFirst()
                .orElse(null);
        if (upload == null) {
            return new ProblemRow(problem, null, null);
        }
        String column = problem.column();
        String given = column == null ? null : upload.mapped().columns().get(column);
        return new ProblemRow(
                problem,
                upload.name().equals(problem.file()) ? null : upload.name(),
                Objects.equals(given, column) ? null : given);
    }
}
