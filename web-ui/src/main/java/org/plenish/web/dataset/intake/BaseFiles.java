package org.plenish.web.dataset.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.io.CsvFile;
import org.plenish.engine.io.CsvFormat;
import org.plenish.engine.io.ImportProblems;
import org.plenish.web.dataset.DatasetFolderWriter;
import org.plenish.web.dataset.StoredFile;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lays the files of a base where a check reads them. */
@Component
class BaseFiles {

    private static final String SAMPLE = "classpath*:sample/*";

    private final JdbcClient jdbc;
    private final DatasetFolderWriter writer;

    BaseFiles(JdbcClient jdbc, DatasetFolderWriter writer) {
        this.jdbc = jdbc;
        this.writer = writer;
    }

    /**
     * A file of the base.
     *
     * @param stored null: the base is the sample, which is not stored
     */
    record BaseFile(String name, long rows, @Nullable CheckedFile stored) {}

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
        for (StoredFile file :
                jdbc.sql("""
                        SELECT c.name, c.id AS content_id, c.sha256, c.row_count, c.byte_count, c.content IS NULL AS in_rows
                        FROM dataset_file f JOIN dataset_content c ON c.id = f.content_id
                        WHERE f.dataset_id = :dataset ORDER BY c.name""").param("dataset", dataset).query(StoredFile.class).list()) {
            if (!given.contains(file.name())) {
                writer.write(String.valueOf(dataset), file, folder);
            }
            CheckedFile stored = new CheckedFile(
                    file.name(), file.sha256(), file.rowCount(), file.byteCount(), file.contentId(), file.rowCount());
            files.put(file.name(), new BaseFile(file.name(), file.rowCount(), stored));
        }
        return files;
    }
}
