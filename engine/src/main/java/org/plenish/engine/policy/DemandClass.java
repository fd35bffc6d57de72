package org.plenish.engine.policy;

/** Pattern of demand (Syntetos, Boylan & Croston 2005), by mean interval between demands and CV² of their sizes. */
public enum DemandClass {
    SMOOTH,
    ERRATIC,
    INTERMITTENT,
    LUMPY,
    /** Nothing was sold in the window looked at. */
    NO_DEMAND
}
