package org.plenish.web.shared;

/** What an account may do. An account may have several, but an administrator approves nothing. */
public enum Role {
    /** Runs plans and scenarios, imports data. */
    PLANNER,
    /** Edits and submits orders. */
    BUYER,
    /** Edits rule books. */
    ANALYST,
    /** Approves orders, within limits, but never what they wrote or edited. */
    APPROVER,
    /** Reads everything, changes nothing. */
    AUDITOR,
    /** Manages accounts and their limits. */
    ADMINISTRATOR
}
