package org.plenish.web.run;

import org.plenish.engine.model.Dataset;
import org.plenish.engine.plan.scenario.Scenario;

/** What people have decided about forecasts, to stand for every run. */
public interface ForecastDecisions {

    /**
     * The changes that stand, as those of a what-if; equal ones are equal.
     *
     * @param dataset with all that people have decided otherwise; what a change names is in it
     */
    Scenario standing(Dataset dataset);
}
