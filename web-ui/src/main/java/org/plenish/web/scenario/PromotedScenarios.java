package org.plenish.web.scenario;

import org.plenish.web.run.DatasetPlanning;
import org.plenish.web.run.PlanSource;
import org.plenish.web.run.ScenarioPlanning;
import org.plenish.web.run.ScenarioStamp;
import org.springframework.stereotype.Component;

/** Plans datasets with scenarios for the runs. */
@Component
class PromotedScenarios implements ScenarioPlanning {

    private final DatasetPlanning planning;

    PromotedScenarios(DatasetPlanning planning) {
        this.planning = planning;
    }

    @Override
    public PlanSource source(PlanSource base, ScenarioStamp scenario) {
        return new ScenarioSource(base, scenario, planning);
    }
}
