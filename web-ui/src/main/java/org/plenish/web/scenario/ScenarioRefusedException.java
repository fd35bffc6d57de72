package org.plenish.web.scenario;

import org.springframework.http.HttpStatus;

/** What was asked for is not done; the person is told why by a text of {@code messages.properties}. */
final class ScenarioRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String key;
    private final long scenarioId;
    private final transient Object[] values;

    ScenarioRefusedException(HttpStatus status, long scenarioId, String key, Object... values) {
        super(key);
        this.status = status;
        this.scenarioId = scenarioId;
        this.key = key;
        this.values = values.clone();
    }

    public HttpStatus status() {
        return status;
    }

    public String key() {
        return key;
    }

    public long scenarioId() {
        return scenarioId;
    }

    public Object[] values() {
        return values.clone();
    }
}
