package org.plenish.engine.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A stocking place.
 *
 * @param capacityM3 null if its space is not limited
 * @param holdingCostRatePerYear cost of holding a unit for a year as a share of its unit cost; 0.25 if not given
 * @param storageClassCapacityM3 capacity of each limited storage class; part of {@code capacityM3}
 * @param parent the warehouse that feeds it, null if none
 */
public record Warehouse(
        WarehouseId id,
        String name,
        @Nullable Double capacityM3,
        double holdingCostRatePerYear,
        Map<String, Double> storageClassCapacityM3,
        @Nullable WarehouseId parent) {

    public Warehouse {
        if (capacityM3 != null) {
            Require.finiteAtLeast(0, capacityM3, "capacity (m³)");
        }
        Require.finiteAtLeast(0, holdingCostRatePerYear, "holding cost rate");
        storageClassCapacityM3 = Map.copyOf(storageClassCapacityM3);
    }
}
