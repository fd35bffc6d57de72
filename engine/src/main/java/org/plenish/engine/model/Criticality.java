package org.plenish.engine.model;

/** VED analysis: what lacking the article means to those who need it, whatever it is worth. */
public enum Criticality {
    /** Work stops, or somebody comes to harm. */
    VITAL,
    ESSENTIAL,
    /** Something else does for a while. */
    DESIRABLE
}
