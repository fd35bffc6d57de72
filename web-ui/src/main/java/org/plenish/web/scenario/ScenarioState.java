package org.plenish.web.scenario;

/** Where a scenario stands. */
public enum ScenarioState {
    DRAFT,
    /** It was made the plan, and stays as it was then. */
    PROMOTED,
    DISCARDED
}
