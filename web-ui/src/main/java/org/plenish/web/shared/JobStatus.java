package org.plenish.web.shared;

/** Where a job stands. */
public enum JobStatus {
    QUEUED,
    RUNNING,
    FINISHED,
    FAILED,
    CANCELLED;

    /** Whether it waits or works. */
    public boolean isOpen() {
        return this == QUEUED || this == RUNNING;
    }
}
