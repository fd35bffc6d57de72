package org.plenish.web.forecast;

/** How a change makes a forecast another one. */
public enum ForecastKind {
    /** So many units a bucket, of the whole level. */
    SET,
    /** So many units a bucket more, of the whole level; below 0: less. */
    ADD,
    /** So many percent more; below 0: less. */
    PERCENT,
    /** So many percent more in a promotion, which is no usual demand when it has passed. */
    PROMOTION,
    /** So many percent of the forecast of another item, in place of its own. */
    LIKE
}
