package org.plenish.engine.model;

import org.jspecify.annotations.Nullable;

/** What a person decided for an article, at one warehouse or (null) at all; null fields are left to the rules. */
public record PolicyOverride(
        ItemId item,
        @Nullable WarehouseId warehouse,
        @Nullable Integer safetyStockUnits,
        @Nullable Integer reorderPointUnits,
        @Nullable Integer orderUpToLevelUnits,
        @Nullable Integer minQuantityUnits,
        @Nullable Integer maxQuantityUnits,
        @Nullable Double serviceLevel,
        boolean stopBuy,
        String reason) {}
