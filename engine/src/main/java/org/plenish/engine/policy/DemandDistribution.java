package org.plenish.engine.policy;

/** The shape that demand over lead time and review period is taken to have where safety stock is computed. */
public enum DemandDistribution {
    NORMAL,
    /** Skewed, never negative. */
    GAMMA,
    /** Whole units, variance equal to the mean. */
    POISSON,
    /** Whole units, variance above the mean. */
    NEGATIVE_BINOMIAL,
    /** As it was in past intervals of the same length. */
    EMPIRICAL
}
