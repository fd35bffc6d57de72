package org.plenish.engine.optimize;

/** The levels by which top-up planning orders; see {@link TopUpPlanner}. */
public interface OrderLevels {

    /**
     * @param reorderPointUnits an order is due when the inventory position is at or below it
     * @param orderUpToUnits where an order brings the position to
     */
    record Level(int reorderPointUnits, int orderUpToUnits) {}

    /** What can be ordered when a SKU-location is reviewed: what is due then must last until the next order arrives. */
    record Review(int sku, int warehouse, int period, int arrivalPeriod, int nextArrivalPeriod) {}

    /** Inventory position: opening stock less backlog, and all that is on its way. */
    Level at(Review review);
}
