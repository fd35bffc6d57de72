package org.plenish.engine.plan;

import org.plenish.engine.optimize.OptimizerSettings;

/** How a run is done; what it plans stands in the dataset. */
public record RunSettings(OptimizerSettings optimizer, int threads) {}
