package org.plenish.engine.model;

import java.time.DayOfWeek;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A way to move stock from one warehouse to another.
 *
 * @param shipmentCost cost of each started shipment (truck)
 * @param shipmentCapacityM3 what one shipment holds; null: not limited
 * @param weekdays days on which it leaves; empty: any
 */
public record TransferLane(
        WarehouseId from,
        WarehouseId to,
        int leadTimeDays,
        UnitPrice costPerUnit,
        UnitPrice costPerM3,
        Money shipmentCost,
        @Nullable Double shipmentCapacityM3,
        Set<DayOfWeek> weekdays) {

    public TransferLane {
        if (from.equals(to)) {
            throw new IllegalArgumentException("transfer lane: " + from + " must not lead to itself.");
        }
        Require.atLeast(0, leadTimeDays, "lead time (days)");
        weekdays = Set.copyOf(weekdays);
    }
}
