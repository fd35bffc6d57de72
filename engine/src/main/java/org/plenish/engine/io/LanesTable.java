package org.plenish.engine.io;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.TransferLane;
import org.plenish.engine.model.UnitPrice;
import org.plenish.engine.model.WarehouseId;

/** {@code lanes.csv} */
final class LanesTable extends CsvTable {

    private static final double LEAST_SHIPMENT_M3 = 0.001;

    private final Column fromWarehouse = required("from_warehouse");
    private final Column toWarehouse = required("to_warehouse");
    private final Column leadTimeDays = required("lead_time_days");
    private final Column costPerUnit = optional("cost_per_unit");
    private final Column costPerM3 = optional("cost_per_m3");
    private final Column shipmentCost = optional("shipment_cost");
    private final Column shipmentCapacityM3 = optional("shipment_capacity_m3");
    private final Column weekdays = optional("weekdays");

    private final Keys<WarehouseId> warehouses;
    private final Once once = new Once("from_warehouse and to_warehouse");
    private final List<TransferLane> lanes = new ArrayList<>();

    LanesTable(Keys<WarehouseId> warehouses) {
        this.warehouses = warehouses;
    }

    @Override
    protected void read(CsvRow row) {
        WarehouseId from = warehouses.refer(row, fromWarehouse);
        WarehouseId to = warehouses.refer(row, toWarehouse);
        if (row.isGood() && from.equals(to)) {
            row.error(toWarehouse, "must name another warehouse than from_warehouse", null);
        }
        once.claim(row, fromWarehouse, from, to);
        int days = row.wholeNumber(leadTimeDays, 0, SuppliersTable.LONGEST_DAYS);
        UnitPrice unitCost = row.unitPriceOr(costPerUnit, UnitPrice.ZERO);
        UnitPrice volumeCost = row.unitPriceOr(costPerM3, UnitPrice.ZERO);
        Money truckCost = row.moneyOr(shipmentCost, Money.ZERO);
        Double truckM3 = row.numberIfGiven(shipmentCapacityM3, LEAST_SHIPMENT_M3, CsvRow.LARGEST_NUMBER);
        Set<DayOfWeek> departures = row.weekdays(weekdays);
        if (row.isGood()) {
            lanes.add(new TransferLane(from, to, days, unitCost, volumeCost, truckCost, truckM3, departures));
        }
    }

    List<TransferLane> lanes() {
        return lanes;
    }
}
