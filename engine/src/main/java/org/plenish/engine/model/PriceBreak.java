package org.plenish.engine.model;

/** From {@code minQuantityUnits} on, every unit of the order line costs {@code unitCost} (all-units discount). */
public record PriceBreak(int minQuantityUnits, UnitPrice unitCost) {

    public PriceBreak {
        Require.atLeast(1, minQuantityUnits, "price break quantity (units)");
    }
}
