package org.plenish.engine.policy;

/** The kind of reorder policy (Silver, Pyke & Thomas 2017, §6.3). */
public enum PolicyType {
    /** (s,Q): when the position falls to s, order Q. */
    REORDER_POINT_ORDER_QUANTITY,
    /** (s,S): when the position falls to s, order up to S. */
    MIN_MAX,
    /** (R,S): every R days, order up to S. */
    PERIODIC_ORDER_UP_TO,
    /** Bought only against firm demand; nothing is kept. */
    DO_NOT_STOCK
}
