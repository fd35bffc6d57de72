package org.plenish.engine.plan.scenario;

import java.util.List;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.plan.DemandForecasts;
import org.plenish.engine.policy.PolicyEngine;

/** A dataset and its forecasts with a scenario's changes made, ready for a planning run. */
public final class ScenarioInput {

    private final Dataset dataset;
    private final DemandForecasts forecasts;
    private final List<ServiceTargetChange> serviceTargets;

    ScenarioInput(Dataset dataset, DemandForecasts forecasts, List<ServiceTargetChange> serviceTargets) {
        this.dataset = dataset;
        this.forecasts = forecasts;
        this.serviceTargets = List.copyOf(serviceTargets);
    }

    public Dataset dataset() {
        return dataset;
    }

    public DemandForecasts forecasts() {
        return forecasts;
    }

    /** The rule book with its answers on service replaced where the scenario says so. */
    public PolicyEngine policyEngine(PolicyEngine ruleBook) {
        return ServiceTargets.over(ruleBook, serviceTargets);
    }
}
