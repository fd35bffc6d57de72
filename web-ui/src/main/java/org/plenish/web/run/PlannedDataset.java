package org.plenish.web.run;

import org.plenish.engine.model.Dataset;
import org.plenish.engine.plan.ReplenishmentPlan;

/** A plan and the dataset it was made from, which knows the names. */
public record PlannedDataset(Dataset dataset, ReplenishmentPlan plan) {}
