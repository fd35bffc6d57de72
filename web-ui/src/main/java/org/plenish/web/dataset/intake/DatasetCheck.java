package org.plenish.web.dataset.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.io.CsvFormat;
import org.plenish.engine.io.DatasetReader;
import org.plenish.engine.io.DatasetTable;
import org.plenish.engine.io.ImportResult;
import org.plenish.web.dataset.intake.BaseFiles.BaseFile;
import org.plenish.web.dataset.intake.ImportJob.Stage;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Checks the dataset that comes of a job's files and its base. The verdict is the engine's own: its reader goes through
 * all files, the long ones row by row into tables of the job.
 */
@Component
class DatasetCheck {

    private final BaseFiles bases;
    private final ImportJobStore store;
    private final DataSource dataSource;
    private final Clock clock;

    DatasetCheck(BaseFiles bases, ImportJobStore store, DataSource dataSource, Clock clock) {
        this.bases = bases;
        this.store = store;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /**
     * Within a transaction, which holds the rows of the long files.
     *
     * @throws ImportCancelledException if somebody asked for the job's end
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Verdict check(ImportJob job, List<Upload> uploads, ImportFolder folder) {
        try {
            return new OneCheck(job, uploads, folder).run();
        } catch (IOException e) {
            throw new UncheckedIOException("The files of the import cannot be read or written: " + e.getMessage(), e);
        }
    }

    private final class OneCheck {

        private final ImportJob job;
        private final List<Upload> uploads;
        private final ImportFolder folder;
        private final Map<String, CsvFormat> formats = new HashMap<>();
        private Map<String, BaseFile> base = Map.of();

        OneCheck(ImportJob job, List<Upload> uploads, ImportFolder folder) {
            this.job = job;
            this.uploads = uploads;
            this.folder = folder;
        }

        Verdict run() throws IOException {
            layFiles();
            ImportProgress progress = new ImportProgress(store, job.id(), bytesOfLongFiles(), clock);
            progress.begin(Stage.READ);
            Connection connection = DataSourceUtils.getConnection(dataSource);
            try (StagedRows rows = new StagedRows(connection, new StagingTables(job.id()), kept(), progress)) {
                ImportResult result = DatasetReader.read(folder.dataset(), formats, rows);
                rows.finish();
                List<CheckedFile> files = result.report().hasErrors() ? List.of() : files(rows);
                return Verdict.of(result.report(), result.dataset(), files);
            } finally {
                DataSourceUtils.releaseConnection(connection, dataSource);
                ImportFolder.deleteTree(folder.dataset());
            }
        }

        private void layFiles() throws IOException {
            ImportFolder.emptyFolder(folder.dataset());
            ImportFolder.emptyFolder(folder.canonical());
            Set<String> given = new HashSet<>();
            for (Upload upload : uploads) {
                if (upload.mapped().target().isEmpty()) {
                    continue;
                }
                String name =
                        upload.isSettings() ? Upload.SETTINGS : upload.mapped().target() + ".csv";
                given.add(name);
                link(
                        folder.upload(upload.number(), upload.name()),
                        folder.dataset().resolve(name));
            }
            for (DatasetTable table : DatasetTable.all()) {
                uploads.stream()
                        .filter(upload -> upload.mapped().target().equals(table.name()))
                        .forEach(upload -> formats.put(table.name(), upload.format(table)));
                // What is kept, and the sample, has decimal points, whatever the settings given now say.
                formats.putIfAbsent(table.name(), CsvFormat.STANDARD);
            }
            base = bases.lay(job.base(), folder.dataset(), given);
        }

        private static void link(Path file, Path name) throws IOException {
            try {
                Files.createLink(name, file);
            } catch (UnsupportedOperationException | FileSystemException noLinks) {
                Files.copy(file, name);
            }
        }

        private long bytesOfLongFiles() throws IOException {
            long bytes = 0;
            for (String name : StagedRows.LONG_FILES) {
                Path file = folder.dataset().resolve(name);
                bytes += Files.exists(file) ? Files.size(file) : 0;
            }
            return bytes;
        }

        /** The base's files that were not given anew, as far as they are stored. */
        private Set<String> kept() {
            return base.values().stream()
                    .filter(file -> keptFile(file.name()) != null)
                    .map(BaseFile::name)
                    .collect(Collectors.toSet());
        }

        private @Nullable CheckedFile keptFile(String name) {
            BaseFile file = base.get(name);
            return file == null || isGiven(name) ? null : file.stored();
        }

        private boolean isGiven(String name) {
            return uploads.stream()
                    .map(upload -> upload.mapped().target())
                    .anyMatch(target -> target.equals(name) || (target + ".csv").equals(name));
        }

        private List<CheckedFile> files(StagedRows rows) throws IOException {
            List<CheckedFile> files = new ArrayList<>();
            for (DatasetTable table : DatasetTable.all()) {
                String name = table.name() + ".csv";
                Path file = find(table);
                CheckedFile keptFile = keptFile(name);
                if (file == null) {
                    continue;
                }
                if (keptFile != null) {
                    files.add(keptFile);
                } else if (StagedRows.LONG_FILES.contains(name)) {
                    files.add(rows.file(name, baseRows(name)));
                } else {
                    Path target = folder.canonical().resolve(name);
                    CsvFormat format = formats.getOrDefault(table.name(), CsvFormat.STANDARD);
                    files.add(ShortFile.write(table, file, format, target, baseRows(name)));
                }
            }
            Path settings = folder.dataset().resolve(Upload.SETTINGS);
            CheckedFile keptSettings = keptFile(Upload.SETTINGS);
            if (keptSettings != null) {
                files.add(keptSettings);
            } else if (Files.exists(settings)) {
                Path target = folder.canonical().resolve(Upload.SETTINGS);
                files.add(ShortFile.writeSettings(settings, target, baseRows(Upload.SETTINGS)));
            }
            return files;
        }

        private @Nullable Path find(DatasetTable table) {
            Path plain = folder.dataset().resolve(table.name() + ".csv");
            Path compressed = folder.dataset().resolve(table.name() + ".csv.gz");
            return Files.exists(plain) ? plain : Files.exists(compressed) ? compressed : null;
        }

        private @Nullable Long baseRows(String name) {
            BaseFile file = base.get(name);
            return file == null ? null : (Long) file.rows();
        }
    }
}
