package org.plenish.engine.plan.scenario;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.Warehouse;
import org.plenish.engine.model.WarehouseId;

/**
 * Warehouses have more or less room.
 *
 * @param warehouses empty: all that have a limit
 * @param factor times the room of the warehouse and of each storage class in it; null where {@code capacityM3} is given
 * @param capacityM3 of each of the warehouses as a whole; null where {@code factor} is given
 */
record SpaceChange(
        Set<WarehouseId> warehouses,
        @Nullable Double factor,
        @Nullable Double capacityM3) implements Change {

    static final ChangeKind KIND = new ChangeKind("space", SpaceChange::read);
    private static final double LARGEST_CAPACITY_M3 = 1e9;

    SpaceChange {
        warehouses = Set.copyOf(warehouses);
    }

    private static SpaceChange read(ChangeFields fields) {
        fields.requireOneOf("factor", "capacity_m3");
        SpaceChange change = new SpaceChange(
                fields.warehouses("warehouses"),
                fields.numberIfGiven("factor", 0, DemandChange.LARGEST_FACTOR),
                fields.numberIfGiven("capacity_m3", 0, LARGEST_CAPACITY_M3));
        if (change.factor != null) {
            for (WarehouseId id : change.warehouses) {
                Warehouse warehouse = fields.dataset().warehouses().get(id);
                if (warehouse != null && warehouse.capacityM3() == null) {
                    fields.error("factor", "must be a capacity instead: the space of " + id + " has no limit", null);
                }
            }
        }
        return change;
    }

    @Override
    public Driver driver() {
        return Driver.LIMITS;
    }

    @Override
    public String sentence() {
        String where = warehouses.isEmpty() ? "all warehouses" : Selection.names(warehouses);
        if (capacityM3 != null) {
            return "Space of " + where + " is " + Words.number(capacityM3) + " m³.";
        }
        return "Space of " + where + " × " + (factor == null ? "1" : Words.number(factor)) + ".";
    }

    @Override
    public NoReplay noReplay() {
        return NoReplay.LIMITS;
    }

    @Override
    public void applyTo(Draft draft) {
        draft.warehouses.replaceAll(
                (id, warehouse) -> warehouses.isEmpty() || warehouses.contains(id) ? changed(warehouse) : warehouse);
    }

    private Warehouse changed(Warehouse warehouse) {
        Map<String, Double> classes = new HashMap<>(warehouse.storageClassCapacityM3());
        @Nullable Double capacity = warehouse.capacityM3();
        if (capacityM3 != null) {
            capacity = capacityM3;
        } else if (factor != null) {
            double times = factor;
            classes.replaceAll((name, room) -> room * times);
            capacity = capacity == null ? null : (Double) (capacity * times);
        }
        return new Warehouse(
                warehouse.id(),
                warehouse.name(),
                capacity,
                warehouse.holdingCostRatePerYear(),
                classes,
                warehouse.parent());
    }
}
