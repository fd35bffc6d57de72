package org.plenish.web.run;

import org.plenish.engine.plan.RunListener;
import org.plenish.engine.plan.RunSettings;

/** Where a run gets its dataset and makes its plan. */
public interface PlanSource {

    /** For a person: what is planned. */
    String name();

    /** @throws IllegalStateException with a message for a person if the dataset cannot be read */
    PlannedDataset plan(RunSettings settings, RunListener listener);
}
