package org.plenish.engine.io;

import org.plenish.engine.io.CsvTable.Column;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.SupplierId;
import org.plenish.engine.model.WarehouseId;

/** What rows of other files may refer to. */
record References(Keys<ItemId> items, Keys<WarehouseId> warehouses, Keys<SupplierId> suppliers) {

    static References empty() {
        return new References(
                new Keys<>("items.csv", ItemId::new),
                new Keys<>("warehouses.csv", WarehouseId::new),
                new Keys<>("suppliers.csv", SupplierId::new));
    }

    SkuLocation location(CsvRow row, Column item, Column warehouse) {
        return new SkuLocation(items.refer(row, item), warehouses.refer(row, warehouse));
    }
}
