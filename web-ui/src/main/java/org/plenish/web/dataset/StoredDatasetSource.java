package org.plenish.web.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.plenish.engine.io.DatasetReader;
import org.plenish.engine.io.ImportResult;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.plan.RunListener;
import org.plenish.engine.plan.RunListener.Stage;
import org.plenish.engine.plan.RunSettings;
import org.plenish.web.run.DatasetPlanning;
import org.plenish.web.run.DatasetPlanning.ReadDataset;
import org.plenish.web.run.FileFingerprints;
import org.plenish.web.run.PlanSource;
import org.plenish.web.run.PlannedDataset;
import org.springframework.util.FileSystemUtils;

/** Plans a stored dataset, under the name that it is stored by. */
final class StoredDatasetSource implements PlanSource {

    private final StoredDataset stored;
    private final List<StoredFile> files;
    private final DatasetFolderWriter writer;
    private final DatasetPlanning planning;

    StoredDatasetSource(
            StoredDataset stored, List<StoredFile> files, DatasetFolderWriter writer, DatasetPlanning planning) {
        this.stored = stored;
        this.files = List.copyOf(files);
        this.writer = writer;
        this.planning = planning;
    }

    @Override
    public String name() {
        return stored.name();
    }

    @Override
    public Long datasetId() {
        return stored.id();
    }

    @Override
    public PlannedDataset plan(RunSettings settings, RunListener listener) {
        return planning.plan(() -> read(listener), settings, listener);
    }

    /** The reader takes a folder, so the dataset is written out for as long as it reads. */
    @Override
    public ReadDataset read(RunListener listener) {
        try {
            Path folder = Files.createTempDirectory("plenish-dataset");
            try {
                for (int i = 0; i < files.size(); i++) {
                    listener.at(
                            Stage.IMPORT, 0.5 * i / files.size(), files.get(i).name());
                    writer.write(stored.name(), files.get(i), folder);
                }
                listener.at(Stage.IMPORT, 0.5, "");
                ImportResult result = DatasetReader.read(folder);
                Dataset dataset = result.dataset();
                if (dataset == null) {
                    throw new IllegalStateException(
                            "The dataset “" + stored.name() + "” cannot be read: " + result.report());
                }
                return new ReadDataset(dataset, fingerprints()).named(stored.name());
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The dataset “" + stored.name() + "” cannot be written out to be read: " + e.getMessage()
                            + ". Maybe the disk is full.",
                    e);
        }
    }

    /** As the writer has found them. */
    private FileFingerprints fingerprints() {
        return new FileFingerprints(files.stream()
                .collect(Collectors.toMap(StoredFile::name, StoredFile::sha256, (one, other) -> one, TreeMap::new)));
    }
}
