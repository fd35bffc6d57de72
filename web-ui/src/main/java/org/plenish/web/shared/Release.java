package org.plenish.web.shared;

/** When a proposal is to be released, counted from the plan's date. Only the first two are to be acted on. */
public enum Release {
    /** On the plan's date, or overdue. */
    TODAY,
    /** Later within the first bucket: a supplier or lane that is not served today, but before the next plan. */
    SOON,
    /** After the first bucket; the next run decides it anew. */
    OUTLOOK
}
