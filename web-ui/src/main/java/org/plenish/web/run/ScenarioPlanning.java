package org.plenish.web.run;

/** Makes what-ifs the plan. */
public interface ScenarioPlanning {

    /** A dataset with a what-if, as an earlier run planned it. */
    PlanSource source(PlanSource base, ScenarioStamp scenario);
}
