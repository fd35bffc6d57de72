package org.plenish.engine.plan;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.inventory.InventoryProjection;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.TransferLane;
import org.plenish.engine.model.WarehouseId;

/** What warehouses hold above their safety stock all through the horizon, with all that is proposed. */
final class SpareStock {

    private final List<TransferLane> lanes;
    private final Map<SkuLocation, Integer> spareUnits = new HashMap<>();

    SpareStock(Dataset dataset, List<SkuLocationPlan> locations) {
        this.lanes = dataset.lanes();
        for (SkuLocationPlan location : locations) {
            spareUnits.put(location.location(), leastAboveSafetyStock(location.withProposals()));
        }
    }

    /** Who can spare most of it for a warehouse. */
    Spare forWarehouse(SkuLocation location) {
        Spare most = Spare.NONE;
        for (TransferLane lane : lanes) {
            if (lane.to().equals(location.warehouse())) {
                int units = spareUnits.getOrDefault(new SkuLocation(location.item(), lane.from()), 0);
                most = units > most.units() ? new Spare(lane.from(), units) : most;
            }
        }
        return most;
    }

    private static int leastAboveSafetyStock(InventoryProjection stock) {
        int least = Integer.MAX_VALUE;
        for (int t = 0; t < stock.buckets().count(); t++) {
            least = Math.min(least, stock.closingUnits()[t] - stock.safetyStockUnits()[t]);
        }
        return Math.max(0, least);
    }

    /** @param sender null if nobody can spare any */
    record Spare(@Nullable WarehouseId sender, int units) {

        static final Spare NONE = new Spare(null, 0);
    }
}
