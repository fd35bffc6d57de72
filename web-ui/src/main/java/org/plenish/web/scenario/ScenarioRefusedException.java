package org.plenish.web.scenario;

import org.plenish.web.shared.RefusedException;
import org.springframework.http.HttpStatus;

/** What was asked of a scenario is not done. */
final class ScenarioRefusedException extends RefusedException {

    private static final long serialVersionUID = 1L;

    private final long scenarioId;

    ScenarioRefusedException(HttpStatus status, long scenarioId, String key, Object... values) {
        super(status, key, values);
        this.scenarioId = scenarioId;
    }

    public long scenarioId() {
        return scenarioId;
    }
}
