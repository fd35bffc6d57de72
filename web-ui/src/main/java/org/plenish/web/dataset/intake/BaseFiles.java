package org.plenish.web.dataset.intake;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.io.CsvFile;
import org.plenish.engine.io.CsvFormat;
import org.plenish.engine.io.ImportProblems;
import org.postgresql.PGConnection;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/** Lays the files of a base where a check reads them. */
@Component
class BaseFiles {

    private static final String SAMPLE = "classpath*:sample/*";
    private static final Map<String, String> ROWS_OF_LONG_FILES = Map.of(
            StagedRows.SALES,
            """
            SELECT date, item, warehouse, quantity, trim_scale(unit_price) AS unit_price,
                nullif(customer, '') AS customer, nullif(promotion, '') AS promotion
            FROM sales_row WHERE content_id = %d ORDER BY line\
            """,
            StagedRows.STOCK_HISTORY,
            "SELECT date, item, warehouse, on_hand FROM stock_history_row WHERE content_id = %d ORDER BY line");

    private final JdbcClient jdbc;
    private final DataSource dataSource;

    BaseFiles(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
    }

    /**
     * A file of the base.
     *
     * @param stored null: the base is the sample, which is not stored
     */
    record BaseFile(String name, long rows, @Nullable CheckedFile stored) {}

    private record Content(long id, String name, String sha256, long rowCount, long byteCount) {}

    /**
     * Lays there all files of the base but those given anew, and tells of all; within a transaction.
     *
     * @param given their names with {@code .csv}
     */
    Map<String, BaseFile> lay(ImportBase base, Path folder, Set<String> given) throws IOException {
        return switch (base.kind()) {
            case NOTHING -> Map.of();
            case SAMPLE -> laySample(folder, given);
            case DATASET -> layStored(Objects.requireNonNull(base.dataset()), folder, given);
        };
    }

    private static Map<String, BaseFile> laySample(Path folder, Set<String> given) throws IOException {
        Map<String, BaseFile> files = new TreeMap<>();
        for (Resource resource : new PathMatchingResourcePatternResolver().getResources(SAMPLE)) {
            String name = Objects.requireNonNull(resource.getFilename());
            String plain = name.replaceFirst("[.]gz$", "");
            if (name.endsWith(".md")) {
                continue;
            }
            Path file = folder.resolve(given.contains(plain) ? "replaced-" + name : name);
            try (InputStream in = resource.getInputStream()) {
                Files.copy(in, file);
            }
            files.put(plain, new BaseFile(plain, plain.equals(Upload.SETTINGS) ? 0 : rows(file), null));
            if (given.contains(plain)) {
                Files.delete(file);
            }
        }
        return files;
    }

    private static long rows(Path file) {
        long[] rows = new long[1];
        new CsvFile(file, CsvFormat.STANDARD, new ImportProblems())
                .readRecords(
                        new CsvFile.Records() {
                            @Override
                            public boolean header(List<String> fields, long line) {
                                return true;
                            }

                            @Override
                            public void row(List<String> fields, long line) {
                                rows[0]++;
                            }
                        },
                        Short.MAX_VALUE);
        return rows[0];
    }

    private Map<String, BaseFile> layStored(long dataset, Path folder, Set<String> given) throws IOException {
        Map<String, BaseFile> files = new TreeMap<>();
        for (Content content :
                jdbc.sql("""
                        SELECT c.id, c.name, c.sha256, c.row_count, c.byte_count
                        FROM dataset_file f JOIN dataset_content c ON c.id = f.content_id
                        WHERE f.dataset_id = :dataset ORDER BY c.name""").param("dataset", dataset).query(Content.class).list()) {
            if (!given.contains(content.name())) {
                write(content, folder.resolve(content.name()));
            }
            CheckedFile stored = new CheckedFile(
                    content.name(),
                    content.sha256(),
                    content.rowCount(),
                    content.byteCount(),
                    content.id(),
                    content.rowCount());
            files.put(content.name(), new BaseFile(content.name(), content.rowCount(), stored));
        }
        return files;
    }

    private void write(Content content, Path file) throws IOException {
        if (!StagedRows.LONG_FILES.contains(content.name())) {
            Files.write(
                    file,
                    jdbc.sql("SELECT content FROM dataset_content WHERE id = :id")
                            .param("id", content.id())
                            .query(byte[].class)
                            .single());
            return;
        }
        String rows = String.format(Objects.requireNonNull(ROWS_OF_LONG_FILES.get(content.name())), content.id());
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY (" + rows + ") TO STDOUT (FORMAT csv, HEADER)", out);
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException(
                    "The rows of " + content.name() + " cannot be read: " + e.getMessage(), e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }
}
