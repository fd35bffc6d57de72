package org.plenish.web.shared;

/** What the address names is not part of the plan; the message is shown to the person. */
public final class NothingFoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NothingFoundException(String message) {
        super(message);
    }
}
