package org.plenish.web.shared;

import org.springframework.http.HttpStatus;

/** What was asked for is not done; the person is told why by a text of {@code messages.properties}. */
public class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String key;
    private final transient Object[] values;

    public RefusedException(HttpStatus status, String key, Object... values) {
        super(key);
        this.status = status;
        this.key = key;
        this.values = values.clone();
    }

    public final HttpStatus status() {
        return status;
    }

    public final String key() {
        return key;
    }

    public final Object[] values() {
        return values.clone();
    }
}
