package org.plenish.web.scenario;

/** Leads a job out of the engine after a person has asked for its end. */
final class JobCancelledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JobCancelledException(long job) {
        super("Scenario run " + job + " was cancelled.");
    }
}
