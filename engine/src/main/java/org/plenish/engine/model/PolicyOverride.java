package org.plenish.engine.model;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided for an article, at one warehouse or (null) at all; null fields are left to the rules.
 *
 * @param expiresOn last day on which it holds, null if it has no end
 */
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
        String reason,
        @Nullable LocalDate expiresOn) {

    /** An override without end. */
    public PolicyOverride(
            ItemId item,
            @Nullable WarehouseId warehouse,
            @Nullable Integer safetyStockUnits,
            @Nullable Integer reorderPointUnits,
            @Nullable Integer orderUpToLevelUnits,
            @Nullable Integer minQuantityUnits,
            @Nullable Integer maxQuantityUnits,
            @Nullable Double serviceLevel,
            boolean stopBuy,
            String reason) {
        this(
                item,
                warehouse,
                safetyStockUnits,
                reorderPointUnits,
                orderUpToLevelUnits,
                minQuantityUnits,
                maxQuantityUnits,
                serviceLevel,
                stopBuy,
                reason,
                null);
    }

    public boolean isInForceOn(LocalDate day) {
        return expiresOn == null || !day.isAfter(expiresOn);
    }
}
