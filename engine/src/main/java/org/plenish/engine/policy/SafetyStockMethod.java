package org.plenish.engine.policy;

/** What safety stock is to achieve. The shape of demand is an answer of its own: {@link DemandDistribution}. */
public enum SafetyStockMethod {
    /** P1: the service target's share of replenishment cycles ends without stockout. */
    CYCLE_SERVICE,
    /** P2: the service target's share of demand is served from stock. */
    FILL_RATE,
    /** P3: stock is above zero the service target's share of the time. */
    READY_RATE,
    /** Holding and shortages together cost least. */
    SHORTAGE_COST,
    /** So many days of expected demand. */
    DAYS_OF_COVER,
    /** None is kept. */
    NONE;

    /** Whether the shape of demand matters. */
    public boolean needsDistribution() {
        return this != DAYS_OF_COVER && this != NONE;
    }
}
