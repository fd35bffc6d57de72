package org.plenish.engine.io;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.Warehouse;
import org.plenish.engine.model.WarehouseId;

/** {@code warehouses.csv} */
final class WarehousesTable extends CsvTable {

    private static final double USUAL_HOLDING_COST_RATE = 0.25;
    private static final double LARGEST_HOLDING_COST_RATE = 10;
    private static final Pattern CLASS_CAPACITY = Pattern.compile("([^=]+)=([0-9]{1,12}(?:[.][0-9]{1,12})?)");

    private final Column warehouse = required("warehouse");
    private final Column name = optional("name");
    private final Column capacityM3 = optional("capacity_m3");
    private final Column holdingCostRate = optional("holding_cost_rate");
    private final Column storageClassCapacity = optional("storage_class_capacity");
    private final Column parent = optional("parent");

    private final Keys<WarehouseId> keys;
    private final Map<WarehouseId, Warehouse> warehouses = new HashMap<>();

    WarehousesTable(Keys<WarehouseId> keys) {
        this.keys = keys;
    }

    @Override
    protected void read(CsvRow row) {
        WarehouseId id = keys.define(row, warehouse);
        Warehouse read = new Warehouse(
                id,
                row.textOr(name, id.value()),
                row.numberIfGiven(capacityM3, 0, CsvRow.LARGEST_NUMBER),
                row.numberOr(holdingCostRate, 0, LARGEST_HOLDING_COST_RATE, USUAL_HOLDING_COST_RATE),
                capacityByStorageClass(row),
                feeder(row, id));
        if (row.isGood()) {
            warehouses.put(id, read);
        }
    }

    private Map<String, Double> capacityByStorageClass(CsvRow row) {
        Map<String, Double> capacities = new HashMap<>();
        if (!row.isGiven(storageClassCapacity)) {
            return capacities;
        }
        for (String part : row.text(storageClassCapacity).split(";", -1)) {
            Matcher pair = CLASS_CAPACITY.matcher(part.strip());
            if (!pair.matches() || capacities.put(pair.group(1).strip(), Double.parseDouble(pair.group(2))) != null) {
                row.error(storageClassCapacity, "must list m³ of each class once, like chilled=120;hazard=15", null);
                return capacities;
            }
        }
        return capacities;
    }

    private @Nullable WarehouseId feeder(CsvRow row, WarehouseId id) {
        WarehouseId feeder = keys.referWithin(row, parent);
        if (id.equals(feeder)) {
            row.error(parent, "must name another warehouse", "no other feeds it: leave the cell empty");
        }
        return feeder;
    }

    Map<WarehouseId, Warehouse> warehouses() {
        return warehouses;
    }
}
