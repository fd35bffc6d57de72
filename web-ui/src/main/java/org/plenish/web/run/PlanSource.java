package org.plenish.web.run;

import org.jspecify.annotations.Nullable;
import org.plenish.engine.plan.RunListener;
import org.plenish.engine.plan.RunSettings;
import org.plenish.web.run.DatasetPlanning.ReadDataset;

/** Where a run gets its dataset and makes its plan. */
public interface PlanSource {

    /** For a person: what is planned. */
    String name();

    /** Of a stored dataset; null: the sample. */
    default @Nullable Long datasetId() {
        return null;
    }

    /** The what-if that is planned with it; null: none. */
    default @Nullable ScenarioStamp scenario() {
        return null;
    }

    /**
     * The dataset by itself, for what-ifs that change it.
     *
     * @throws IllegalStateException with a message for a person if it cannot be read
     */
    default ReadDataset read(RunListener listener) {
        throw new IllegalStateException("“" + name() + "” is no dataset that a scenario could change.");
    }

    /** @throws IllegalStateException with a message for a person if the dataset cannot be read */
    PlannedDataset plan(RunSettings settings, RunListener listener);
}
