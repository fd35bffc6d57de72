package org.plenish.engine.policy;

/** How safety stock is computed from the forecast's error. */
public enum SafetyStockMethod {
    /** Cycle service level, normal demand over the protection interval. */
    NORMAL_CYCLE_SERVICE,
    /** Cycle service level, gamma demand: skewed, never negative. */
    GAMMA_CYCLE_SERVICE,
    /** Cycle service level, negative-binomial demand (Poisson where variance does not exceed the mean). */
    NEGATIVE_BINOMIAL_CYCLE_SERVICE,
    /** So many days of expected demand. */
    DAYS_OF_COVER,
    /** None is kept. */
    NONE
}
