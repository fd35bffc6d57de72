package org.plenish.engine.model;

import java.time.LocalDate;

/** Demand that is already known. */
public record OpenSalesOrder(String order, SkuLocation location, int quantityUnits, LocalDate dueDate) {

    public OpenSalesOrder {
        Require.atLeast(1, quantityUnits, "quantity (units)");
    }
}
