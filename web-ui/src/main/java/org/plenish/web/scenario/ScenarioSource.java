package org.plenish.web.scenario;

import org.jspecify.annotations.Nullable;
import org.plenish.engine.plan.RunListener;
import org.plenish.engine.plan.RunSettings;
import org.plenish.web.run.DatasetPlanning;
import org.plenish.web.run.DatasetPlanning.ReadDataset;
import org.plenish.web.run.PlanSource;
import org.plenish.web.run.PlannedDataset;
import org.plenish.web.run.ScenarioStamp;

/** Plans a dataset as a scenario changes it, under a name that tells both. */
record ScenarioSource(PlanSource base, ScenarioStamp stamp, DatasetPlanning planning) implements PlanSource {

    @Override
    public String name() {
        return base.name() + ", what if: " + text().name("scenario " + stamp.id());
    }

    private ScenarioText text() {
        return new ScenarioText(stamp.content());
    }

    @Override
    public @Nullable Long datasetId() {
        return base.datasetId();
    }

    @Override
    public ScenarioStamp scenario() {
        return stamp;
    }

    @Override
    public ReadDataset read(RunListener listener) {
        return base.read(listener).named(name());
    }

    @Override
    public PlannedDataset plan(RunSettings settings, RunListener listener) {
        return planning.plan(() -> read(listener), text()::scenario, settings, listener);
    }
}
