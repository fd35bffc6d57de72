package org.plenish.web.backtest;

import org.springframework.http.HttpStatus;

/** What was asked for is not done; the person is told why by a text of {@code messages.properties}. */
final class BacktestRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String key;
    private final transient Object[] values;

    BacktestRefusedException(HttpStatus status, String key, Object... values) {
        super(key);
        this.status = status;
        this.key = key;
        this.values = values.clone();
    }

    public HttpStatus status() {
        return status;
    }

    public String key() {
        return key;
    }

    public Object[] values() {
        return values.clone();
    }
}
