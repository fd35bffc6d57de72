package org.plenish.web.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.plenish.engine.io.DatasetReader;
import org.plenish.engine.io.ImportResult;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.plan.RunListener;
import org.plenish.engine.plan.RunSettings;
import org.plenish.web.run.DatasetPlanning.ReadDataset;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Plans the sample that ships with the product. */
@Component
class SamplePlanSource implements PlanSource {

    private final DatasetPlanning planning;

    SamplePlanSource(DatasetPlanning planning) {
        this.planning = planning;
    }

    @Override
    public String name() {
        return SampleFiles.NAME;
    }

    @Override
    public PlannedDataset plan(RunSettings settings, RunListener listener) {
        return planning.plan(() -> read(listener), settings, listener);
    }

    /** The reader takes a folder, so the sample is copied out of the product for as long as it reads. */
    @Override
    public ReadDataset read(RunListener listener) {
        try {
            Path folder = Files.createTempDirectory("plenish-sample");
            try {
                SampleFiles.copyTo(folder);
                ImportResult result = DatasetReader.read(folder);
                Dataset dataset = result.dataset();
                if (dataset == null) {
                    throw new IllegalStateException("The sample cannot be read: " + result.report());
                }
                return new ReadDataset(dataset, FileFingerprints.of(folder));
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The sample cannot be copied: " + e.getMessage(), e);
        }
    }
}
