package org.plenish.web.cli;

/** The files given cannot be worked with; the message lists all problems. Nothing has been written. */
final class BadInputException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BadInputException(String problems) {
        super(problems);
    }

    BadInputException(RuntimeException problems) {
        super(problems.getMessage(), problems);
    }
}
