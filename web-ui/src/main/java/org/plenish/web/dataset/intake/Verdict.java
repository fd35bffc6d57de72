package org.plenish.web.dataset.intake;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.io.ImportReport;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.DatasetSettings;
import org.plenish.web.run.FileFingerprints;

/**
 * What a check found.
 *
 * @param settings null exactly if there are errors
 * @param files of the dataset; none if there are errors
 */
record Verdict(
        ImportReport report,
        @Nullable DatasetSettings settings,
        int items,
        int warehouses,
        int suppliers,
        List<CheckedFile> files) {

    Verdict {
        files = List.copyOf(files);
    }

    static Verdict of(ImportReport report, @Nullable Dataset dataset, List<CheckedFile> files) {
        return dataset == null
                ? new Verdict(report, null, 0, 0, 0, List.of())
                : new Verdict(
                        report,
                        dataset.settings(),
                        dataset.items().size(),
                        dataset.warehouses().size(),
                        dataset.suppliers().size(),
                        files);
    }

    @Nullable
    String fingerprint() {
        if (settings == null) {
            return null;
        }
        TreeMap<String, String> hashes = new TreeMap<>();
        files.forEach(file -> hashes.put(file.name(), file.sha256()));
        return new FileFingerprints(hashes).fingerprint();
    }
}
