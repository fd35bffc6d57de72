package org.plenish.engine.plan.scenario;

import org.plenish.engine.forecast.MethodRules;
import org.plenish.engine.optimize.Optimizer;
import org.plenish.engine.plan.PlanningRun;
import org.plenish.engine.policy.ExceptionRules;
import org.plenish.engine.policy.PolicyEngine;

/** What a rule book decides in a planning run. Two are the same book if they are the same object. */
public final class PlanRules {

    private final MethodRules methods;
    private final PolicyEngine policies;
    private final ExceptionRules exceptions;

    public PlanRules(MethodRules methods, PolicyEngine policies, ExceptionRules exceptions) {
        this.methods = methods;
        this.policies = policies;
        this.exceptions = exceptions;
    }

    /** A run of the dataset as it is. */
    PlanningRun run(Optimizer optimizer) {
        return new PlanningRun(methods, policies, exceptions, optimizer);
    }

    PlanningRun run(ScenarioInput input, Optimizer optimizer) {
        return new PlanningRun(methods, input.policyEngine(policies), exceptions, optimizer);
    }
}
