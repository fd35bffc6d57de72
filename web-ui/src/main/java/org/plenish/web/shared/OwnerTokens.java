package org.plenish.web.shared;

/** The tokens of a person, for who ends what the person may do. */
public interface OwnerTokens {

    /** Ends all of them for good, within the transaction of the change that is the reason. */
    void revokeAll(Actor actor, String owner, String reason);
}
