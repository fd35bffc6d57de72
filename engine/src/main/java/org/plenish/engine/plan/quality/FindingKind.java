package org.plenish.engine.plan.quality;

/** What can look wrong about one SKU-location's data. */
public enum FindingKind {
    /** The record says less than nothing. */
    NEGATIVE_STOCK,
    /** The stock list and the noted history of stock disagree by more than what has sold since. */
    STOCK_CONTRADICTS_HISTORY,
    /** Noted stock fell by far more than was sold. */
    STOCK_JUMP,
    /** On hand for years at the rate at which it sells. */
    ABSURD_COVER,
    /** On hand, and no sale on record. */
    NEVER_SOLD,
    /** On hand, and neither a sale nor another stock noted for half a year. */
    STALE_RECORD,
    /** Sells, and the stock list does not have it. */
    SOLD_NOT_STOCKED,
    /** A unit costs nothing. */
    NO_COST,
    /** Sells, and no selling price is known. */
    NO_PRICE,
    /** Sells for less than it costs. */
    PRICE_BELOW_COST,
    /** Can be bought, with a lead time of no days. */
    NO_LEAD_TIME,
    /** An open order was promised for a time that its lead time does not tell. */
    LEAD_TIME_CONTRADICTED,
    /** Sells, and can be neither bought nor moved in. */
    NO_SUPPLY,
    /** A sale, a note of stock or an order is dated after the plan's date. */
    FUTURE_DATE,
    /** Takes no room in a warehouse whose room is limited. */
    NO_VOLUME
}
