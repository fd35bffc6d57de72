package org.plenish.web.run;

/** Leads a run out of the engine after a person has asked for its end. */
final class RunCancelledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RunCancelledException(long run) {
        super("Planning run " + run + " was cancelled.");
    }
}
