package org.plenish.engine.policy;

/** How soon an exception must be looked at, gravest first. */
public enum Severity {
    /** Today: money or customers are being lost. */
    CRITICAL,
    /** This week: something can still be done. */
    WARNING,
    /** When there is time. */
    NOTICE
}
