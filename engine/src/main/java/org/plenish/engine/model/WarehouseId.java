package org.plenish.engine.model;

/** A stocking place: the key of {@code warehouses.csv}. Compared as text, case-sensitive. */
public record WarehouseId(String value) implements Comparable<WarehouseId> {

    /** @throws IllegalArgumentException if {@code value} is blank */
    public WarehouseId {
        Require.notBlank(value, "WarehouseId");
    }

    @Override
    public int compareTo(WarehouseId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
