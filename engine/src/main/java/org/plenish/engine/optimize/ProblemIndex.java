package org.plenish.engine.optimize;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.Supplier;
import org.plenish.engine.model.SupplierId;
import org.plenish.engine.model.SupplyOption;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.engine.model.TransferLane;
import org.plenish.engine.model.WarehouseId;

/**
 * What the problem's indices mean in the dataset's words, and on which day a period's orders are placed.
 *
 * @param items by SKU
 * @param options by SKU and source
 */
public record ProblemIndex(
        TimeBuckets buckets,
        List<Item> items,
        List<WarehouseId> warehouses,
        List<Supplier> suppliers,
        List<List<SupplyOption>> options,
        List<TransferLane> lanes) {

    public ProblemIndex {
        items = List.copyOf(items);
        warehouses = List.copyOf(warehouses);
        suppliers = List.copyOf(suppliers);
        options = List.copyOf(options);
        lanes = List.copyOf(lanes);
    }

    public SkuLocation location(int sku, int warehouse) {
        return new SkuLocation(items.get(sku).id(), warehouses.get(warehouse));
    }

    public Supplier supplier(SupplierId id) {
        return suppliers.stream()
                .filter(supplier -> supplier.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("supplier " + id + " must be in the problem."));
    }

    /** The first day of the period on which the supplier accepts orders and the terms hold; null if there is none. */
    public static @Nullable LocalDate orderDate(
            SupplyOption option, Supplier supplier, TimeBuckets buckets, int period) {
        for (LocalDate day = buckets.start(period); day.isBefore(buckets.start(period + 1)); day = day.plusDays(1)) {
            if (supplier.acceptsOrdersOn(day) && option.isValidOn(day)) {
                return day;
            }
        }
        return null;
    }

    /** The first day of the period on which the lane is served; its start for a lane served less often. */
    public static LocalDate shipDate(TransferLane lane, TimeBuckets buckets, int period) {
        LocalDate day = buckets.start(period);
        for (int i = 0; i < 7 && !lane.weekdays().isEmpty(); i++) {
            if (lane.weekdays().contains(day.plusDays(i).getDayOfWeek())) {
                return day.plusDays(i);
            }
        }
        return day;
    }
}
