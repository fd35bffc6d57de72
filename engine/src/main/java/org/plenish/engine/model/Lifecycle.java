package org.plenish.engine.model;

/** Where an article stands in its life. */
public enum Lifecycle {
    NEW,
    ACTIVE,
    PHASE_OUT,
    DISCONTINUED
}
