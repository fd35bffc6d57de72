package org.plenish.engine.io;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.Promotion;
import org.plenish.engine.model.WarehouseId;

/** {@code promotions.csv} */
final class PromotionsTable extends CsvTable {

    private static final double LARGEST_UPLIFT = 1_000;

    private final Column item = required("item");
    private final Column warehouse = optional("warehouse");
    private final Column from = required("from");
    private final Column to = required("to");
    private final Column uplift = optional("uplift");

    private final References references;
    private final Once once = new Once("item, warehouse and from");
    private final List<Promotion> promotions = new ArrayList<>();

    PromotionsTable(References references) {
        this.references = references;
    }

    @Override
    protected void read(CsvRow row) {
        ItemId itemId = references.items().refer(row, item);
        WarehouseId warehouseId = references.warehouses().referIfGiven(row, warehouse);
        LocalDate firstDay = row.date(from);
        LocalDate lastDay = row.date(to);
        double factor = row.numberOr(uplift, 0, LARGEST_UPLIFT, 1);
        row.notBefore(to, lastDay, from, firstDay);
        if (row.isGood()) {
            once.claim(row, item, itemId, warehouseId, firstDay);
            promotions.add(new Promotion(itemId, warehouseId, firstDay, lastDay, factor));
        }
    }

    List<Promotion> promotions() {
        return promotions;
    }
}
