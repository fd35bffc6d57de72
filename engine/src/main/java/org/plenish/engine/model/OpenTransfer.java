package org.plenish.engine.model;

import java.time.LocalDate;

/** Stock under way between two warehouses. It has left the sender. */
public record OpenTransfer(
        String order, WarehouseId from, WarehouseId to, ItemId item, int quantityUnits, LocalDate dueDate) {

    public OpenTransfer {
        Require.atLeast(1, quantityUnits, "quantity (units)");
    }
}
