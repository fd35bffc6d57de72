package org.plenish.engine.io;

import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.Dataset;

/**
 * A dataset, or the errors for which there is none.
 *
 * @param dataset null exactly if the report has errors
 */
public record ImportResult(@Nullable Dataset dataset, ImportReport report) {

    public ImportResult {
        if (report.hasErrors() != (dataset == null)) {
            throw new IllegalArgumentException("An import gives a dataset or errors, not both and not neither.");
        }
    }
}
