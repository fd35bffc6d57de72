package org.plenish.web.account;

import org.springframework.http.HttpStatus;

/** What was asked for is against a rule; the person is told which by a text of {@code messages.properties}. */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String key;
    private final transient Object[] values;

    RefusedException(String key, Object... values) {
        this(HttpStatus.BAD_REQUEST, key, values);
    }

    private RefusedException(HttpStatus status, String key, Object... values) {
        super(key);
        this.status = status;
        this.key = key;
        this.values = values.clone();
    }

    /** Somebody else was quicker. */
    static RefusedException stale(String userName) {
        return new RefusedException(HttpStatus.CONFLICT, "account.refused.stale", userName);
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
