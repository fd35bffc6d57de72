package org.plenish.engine.policy;

/** Where an article stands in its life at one place, as far as buying it is concerned. */
public enum LifecycleStage {
    /** Too short on sale to judge by its own history. */
    INTRODUCTION,
    REGULAR,
    /** A successor takes over: what is left is sold, nothing is built up. */
    SUPERSEDED,
    PHASE_OUT,
    /** Soon it cannot be ordered any more: what will still be needed is bought while it can be. */
    LAST_TIME_BUY,
    END_OF_LIFE
}
