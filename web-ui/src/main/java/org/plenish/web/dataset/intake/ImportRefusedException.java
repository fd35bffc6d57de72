package org.plenish.web.dataset.intake;

/** What was asked for is not done; the message says why and what to do, for a person. */
public final class ImportRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ImportRefusedException(String message) {
        super(message);
    }

    ImportRefusedException(String message, Throwable cause) {
        super(message, cause);
    }
}
