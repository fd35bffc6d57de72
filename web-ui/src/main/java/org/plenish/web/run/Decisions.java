package org.plenish.web.run;

import org.plenish.engine.model.Dataset;

/**
 * What people have decided about one thing since a dataset was written, which a run has to take as given. Every bean of
 * this kind is asked, in no particular order: each touches parts of the dataset that no other does.
 */
public interface Decisions {

    /** The dataset with them. */
    Dataset addTo(Dataset dataset);
}
