package org.plenish.engine.policy;

/** What may deserve a person's attention. */
public enum SituationKind {
    /** Nothing is left that is not owed or promised. */
    STOCKOUT_NOW,
    /** Stock will run out, even with all that is proposed. */
    COMING_SHORTAGE,
    /** A purchase order is past its due date. */
    LATE_ORDER,
    /** An article must be ordered, but what is needed from its supplier stays below the supplier's least order value. */
    SUPPLIER_MINIMUM_NOT_REACHED,
    /** More on hand than sells in the time the rules allow. */
    EXCESS,
    /** On hand and not selling. */
    DEAD_STOCK,
    /** On hand of an article that has been discontinued. */
    DISCONTINUED_STOCK,
    /** Some of it will expire before it sells. */
    EXPIRING,
    /** Some of it has expired and is still recorded as on hand. */
    EXPIRED,
    /** The forecast has erred to one side for longer than chance explains. */
    FORECAST_OUT_OF_CONTROL,
    /** The record says less than nothing. */
    NEGATIVE_STOCK,
    /** A warehouse, or a storage class of it, is too full. */
    OVER_SPACE,
    /** More is ordered than there is cash for. */
    OVER_CASH,
    /** The plan breaks another limit. */
    LIMIT_NOT_KEPT,
    /** What a person decided for a time is not in force any more. */
    OVERRIDE_EXPIRED,
    /** A person decided, and nobody says why. */
    OVERRIDE_WITHOUT_REASON
}
