package org.plenish.engine.policy;

/** How the usual order quantity is found, before multiples, MOQ, prices and limits. */
public enum OrderSizing {
    /** Economic order quantity. */
    ECONOMIC,
    /** So many days of expected demand. */
    DAYS_OF_COVER,
    /** The supplier's minimum. */
    MINIMUM
}
