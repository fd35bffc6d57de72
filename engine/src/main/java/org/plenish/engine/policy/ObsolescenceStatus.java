package org.plenish.engine.policy;

/** How far stock is on its way to not being sold. */
public enum ObsolescenceStatus {
    HEALTHY,
    SLOW,
    EXCESS,
    DEAD,
    EXPIRING,
    /** Lots lie there that may no longer be sold. */
    EXPIRED,
    DISCONTINUED
}
