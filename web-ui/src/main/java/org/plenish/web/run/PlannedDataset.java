package org.plenish.web.run;

import org.plenish.engine.model.Dataset;
import org.plenish.engine.plan.ReplenishmentPlan;

/** A plan, the dataset it was made from, which knows the names, and the files of both dataset and rules. */
public record PlannedDataset(Dataset dataset, ReplenishmentPlan plan, PlanInputs inputs) {}
