package org.plenish.engine.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A line already on order; due before the plan's date means late. */
public record OpenPurchaseOrder(
        String order,
        SupplierId supplier,
        SkuLocation location,
        int quantityUnits,
        LocalDate dueDate,
        @Nullable LocalDate orderDate,
        @Nullable UnitPrice unitCost) {

    public OpenPurchaseOrder {
        Require.atLeast(1, quantityUnits, "quantity (units)");
    }
}
