package org.plenish.web.shared;

/** A dataset that another program sends is not taken; the message says why and what to do. */
public final class IntakeRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public IntakeRefusedException(String message, Throwable cause) {
        super(message, cause);
    }

    public IntakeRefusedException(String message) {
        super(message);
    }
}
