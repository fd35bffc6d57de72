package org.plenish.engine.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plenish.engine.inventory.InventoryProjection;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.WarehouseId;

/**
 * Special storage of which a plan needs more than there is. The optimizer keeps to a warehouse's whole space, not to that
 * of its storage classes, so the plan is looked at afterwards.
 *
 * @param bucket the first in which it does not suffice
 * @param mostUsedM3 in any bucket, measured as the whole space is: after arrivals, before demand
 */
record StorageClassShortage(
        WarehouseId warehouse, String storageClass, int bucket, double capacityM3, double mostUsedM3) {

    /** Less than this is rounding (m³). */
    private static final double TOLERANCE_M3 = 1e-6;

    /** By warehouse, then storage class. */
    static List<StorageClassShortage> in(Dataset dataset, List<SkuLocationPlan> locations) {
        SortedMap<WarehouseId, SortedMap<String, double[]>> used = new TreeMap<>();
        for (SkuLocationPlan location : locations) {
            Item item = location.profile().item();
            WarehouseId warehouse = location.location().warehouse();
            if (dataset.warehouse(warehouse).storageClassCapacityM3().containsKey(item.storageClass())) {
                InventoryProjection stock = location.withProposals();
                double[] usedM3 = used.computeIfAbsent(warehouse, none -> new TreeMap<>())
                        .computeIfAbsent(
                                item.storageClass(),
                                none -> new double[stock.buckets().count()]);
                for (int t = 0; t < usedM3.length; t++) {
                    usedM3[t] += item.unitVolumeM3() * stock.peakUnits(t);
                }
            }
        }
        List<StorageClassShortage> found = new ArrayList<>();
        used.forEach((warehouse, byClass) -> byClass.forEach((storageClass, usedM3) -> {
            double capacityM3 = dataset.warehouse(warehouse)
                    .storageClassCapacityM3()
                    .getOrDefault(storageClass, Double.POSITIVE_INFINITY);
            int first = -1;
            double most = 0;
            for (int t = usedM3.length - 1; t >= 0; t--) {
                most = Math.max(most, usedM3[t]);
                first = usedM3[t] > capacityM3 + TOLERANCE_M3 ? t : first;
            }
            if (first >= 0) {
                found.add(new StorageClassShortage(warehouse, storageClass, first, capacityM3, most));
            }
        }));
        return found;
    }
}
