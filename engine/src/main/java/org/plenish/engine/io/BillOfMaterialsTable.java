package org.plenish.engine.io;

import java.util.ArrayList;
import java.util.List;
import org.plenish.engine.model.BillOfMaterialsLine;
import org.plenish.engine.model.ItemId;

/** {@code bill_of_materials.csv} */
final class BillOfMaterialsTable extends CsvTable {

    private static final double LEAST_QUANTITY = 0.000_001;
    private static final double LARGEST_SCRAP_RATE = 0.99;

    private final Column parentItem = required("parent_item");
    private final Column componentItem = required("component_item");
    private final Column quantityPer = required("quantity_per");
    private final Column scrapRate = optional("scrap_rate");

    private final Keys<ItemId> items;
    private final Once once = new Once("parent_item and component_item");
    private final List<BillOfMaterialsLine> lines = new ArrayList<>();

    BillOfMaterialsTable(Keys<ItemId> items) {
        this.items = items;
    }

    @Override
    protected void read(CsvRow row) {
        ItemId parent = items.refer(row, parentItem);
        ItemId component = items.refer(row, componentItem);
        double quantity = row.number(quantityPer, LEAST_QUANTITY, CsvRow.LARGEST_NUMBER);
        double scrap = row.numberOr(scrapRate, 0, LARGEST_SCRAP_RATE, 0);
        if (row.isGood() && parent.equals(component)) {
            row.error(componentItem, "must name another item than parent_item", null);
        }
        if (row.isGood()) {
            once.claim(row, parentItem, parent, component);
            lines.add(new BillOfMaterialsLine(parent, component, quantity, scrap));
        }
    }

    List<BillOfMaterialsLine> lines() {
        return lines;
    }
}
