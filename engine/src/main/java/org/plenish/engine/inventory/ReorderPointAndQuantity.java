package org.plenish.engine.inventory;

/**
 * An (r,Q) policy: as soon as the inventory position is {@code reorderPointUnits} or less, {@code orderQuantityUnits} are
 * ordered. Not rounded; the reorder point may be negative where orders are to wait for backorders.
 */
public record ReorderPointAndQuantity(double reorderPointUnits, double orderQuantityUnits) {}
