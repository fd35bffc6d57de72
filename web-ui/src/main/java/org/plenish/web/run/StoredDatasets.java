package org.plenish.web.run;

import java.util.Optional;

/** The datasets that people have brought in. */
public interface StoredDatasets {

    /** Whether it is chosen to be planned or not; empty if there is none of this number. */
    Optional<PlanSource> find(long datasetId);
}
