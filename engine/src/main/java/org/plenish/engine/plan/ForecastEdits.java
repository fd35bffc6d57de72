package org.plenish.engine.plan;

import org.plenish.engine.model.Dataset;

/** What people make of the forecasts that a run has computed, before anything is planned with them. */
@FunctionalInterface
public interface ForecastEdits {

    /** Forecasts as they were computed. */
    ForecastEdits NONE = (dataset, computed) -> computed;

    /**
     * A pure function.
     *
     * @param computed of {@code dataset}
     */
    DemandForecasts edit(Dataset dataset, DemandForecasts computed);
}
