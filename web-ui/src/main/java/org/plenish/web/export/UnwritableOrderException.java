package org.plenish.web.export;

/** An order says something that a format has no room for; the message tells a person what and what to do. */
public final class UnwritableOrderException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnwritableOrderException(String message) {
        super(message);
    }
}
