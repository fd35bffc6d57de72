package org.plenish.web.rulebook;

/** Where a draft of the rule book stands. */
public enum DraftState {
    /** Analysts work on it. */
    OPEN,
    /** It waits for another person to publish it or to send it back; nobody changes it. */
    SUBMITTED,
    /** It has become a version. */
    PUBLISHED,
    DISCARDED
}
