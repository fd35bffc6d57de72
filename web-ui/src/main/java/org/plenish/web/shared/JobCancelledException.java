package org.plenish.web.shared;

/** Leads a job out of the engine after a person has asked for its end. */
public final class JobCancelledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param job for the log, such as {@code Scenario run 7} */
    public JobCancelledException(String job) {
        super(job + " was cancelled.");
    }
}
