package org.plenish.web.account;

import java.time.Duration;
import org.springframework.security.core.AuthenticationException;

/** A password was tried too often. */
final class TooManyAttemptsException extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    private final Duration toWait;

    TooManyAttemptsException(Duration toWait) {
        super("too many attempts");
        this.toWait = toWait;
    }

    /** Rounded up. */
    long minutesToWait() {
        return toWait.plusSeconds(59).toMinutes();
    }
}
