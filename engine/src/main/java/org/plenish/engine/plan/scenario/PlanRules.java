package org.plenish.engine.plan.scenario;

import org.plenish.engine.forecast.MethodRules;
import org.plenish.engine.optimize.Optimizer;
import org.plenish.engine.plan.ForecastEdits;
import org.plenish.engine.plan.PlanningRun;
import org.plenish.engine.policy.ExceptionRules;
import org.plenish.engine.policy.PolicyEngine;

/** What a rule book decides in a planning run. Two are the same book if they are the same object. */
public final class PlanRules {

    private final MethodRules methods;
    private final PolicyEngine policies;
    private final ExceptionRules exceptions;
    private final ForecastEdits edits;

    public PlanRules(MethodRules methods, PolicyEngine policies, ExceptionRules exceptions) {
        this(methods, policies, exceptions, ForecastEdits.NONE);
    }

    /** @param edits what people make of the base's forecasts, which every scenario starts from */
    public PlanRules(MethodRules methods, PolicyEngine policies, ExceptionRules exceptions, ForecastEdits edits) {
        this.methods = methods;
        this.policies = policies;
        this.exceptions = exceptions;
        this.edits = edits;
    }

    /** A run of the dataset as it is. */
    PlanningRun run(Optimizer optimizer) {
        return new PlanningRun(methods, policies, exceptions, optimizer, edits);
    }

    PlanningRun run(ScenarioInput input, Optimizer optimizer) {
        return new PlanningRun(methods, input.policyEngine(policies), exceptions, optimizer);
    }
}
