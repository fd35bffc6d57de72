package org.plenish.web.export;

/** An order was not mailed; the message tells a person why and what to do. */
public final class UnsentMailException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnsentMailException(String message) {
        super(message);
    }

    UnsentMailException(String message, Throwable cause) {
        super(message, cause);
    }
}
