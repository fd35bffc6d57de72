package org.plenish.web.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.io.DatasetReader;
import org.plenish.engine.io.ImportReport;
import org.plenish.engine.io.ImportResult;
import org.plenish.engine.model.Dataset;

/** A dataset, or bad input. */
final class Datasets {

    private Datasets() {}

    /** What was read and what is doubtful about it. */
    record Read(Dataset dataset, ImportReport report) {

        /** @throws BadInputException with the report, if there is no dataset */
        static Read of(@Nullable Dataset dataset, ImportReport report) {
            if (dataset == null) {
                throw new BadInputException(report.toString());
            }
            return new Read(dataset, report);
        }
    }

    static Read read(Path folder, ProgressDisplay progress) {
        progress.show("import", 0, folder.toString());
        ImportResult result = DatasetReader.read(folder);
        return Read.of(result.dataset(), result.report());
    }
}
