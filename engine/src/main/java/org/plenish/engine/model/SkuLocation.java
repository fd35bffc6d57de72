package org.plenish.engine.model;

/** One article at one warehouse: what a stock policy is made for. Ordered by item, then warehouse. */
public record SkuLocation(ItemId item, WarehouseId warehouse) implements Comparable<SkuLocation> {

    public static SkuLocation of(String item, String warehouse) {
        return new SkuLocation(new ItemId(item), new WarehouseId(warehouse));
    }

    @Override
    public int compareTo(SkuLocation other) {
        int byItem = item.compareTo(other.item);
        return byItem != 0 ? byItem : warehouse.compareTo(other.warehouse);
    }

    @Override
    public String toString() {
        return item + " at " + warehouse;
    }
}
