package org.plenish.web.shared;

/**
 * Where attempts that were refused are recorded, in the log of changes: that somebody tried is evidence too. Nobody fills
 * the log with them: texts are cut, and of many attempts in a short time only the first are recorded one by one.
 */
public interface DeniedAttempts {

    /**
     * Records in the transaction at work, or in one of its own if there is none. What is refused by a transaction that is
     * rolled back is to be recorded after it, or is lost with it.
     *
     * @param attempt its action in words: {@code approve refused}; its reason: why it was refused
     */
    void record(AuditEntry attempt);

    /** Whether the next attempt of the actor is recorded, by itself or as one too many. */
    boolean isRecorded(Actor actor);
}
