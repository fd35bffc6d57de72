package org.plenish.web.run;

import org.plenish.engine.model.Dataset;

/** What people have decided since a dataset was written, which a run has to take as given. */
public interface Decisions {

    /** The dataset with them. */
    Dataset addTo(Dataset dataset);
}
