package org.plenish.web.cli;

/** The records named cannot be worked with; the message tells a person why and what to do. Nothing has been changed. */
public final class RecordsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RecordsException(String problem, Throwable cause) {
        super(problem, cause);
    }
}
