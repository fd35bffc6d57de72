package org.plenish.engine.policy;

/** What is to be done about stock or buying, beyond replenishing. */
public enum LifecycleAction {
    NONE,
    STOP_BUY,
    TRANSFER_OUT,
    RETURN_TO_SUPPLIER,
    MARK_DOWN,
    /** A part of its value is written down in the books; it stays for sale. */
    PROVISION,
    WRITE_OFF
}
