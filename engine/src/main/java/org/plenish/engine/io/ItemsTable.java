package org.plenish.engine.io;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.Criticality;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.Lifecycle;

/** {@code items.csv} */
final class ItemsTable extends CsvTable {

    private final Column item = required("item");
    private final Column description = optional("description");
    private final Column category = optional("category");
    private final Column unitCost = required("unit_cost");
    private final Column unitPrice = optional("unit_price");
    private final Column unitVolumeM3 = optional("unit_volume_m3");
    private final Column unitWeightKg = optional("unit_weight_kg");
    private final Column shelfLifeDays = optional("shelf_life_days");
    private final Column lifecycle = optional("lifecycle");
    private final Column replacedBy = optional("replaced_by");
    private final Column storageClass = optional("storage_class");
    private final Column uom = optional("uom");
    private final Column introducedOn = optional("introduced_on");
    private final Column shortageCostPerUnit = optional("shortage_cost_per_unit");
    private final Column likeItem = optional("like_item");
    private final Column criticality = optional("criticality");

    private final Keys<ItemId> keys;
    private final Map<ItemId, Item> items = new HashMap<>();

    ItemsTable(Keys<ItemId> keys) {
        this.keys = keys;
    }

    @Override
    protected void read(CsvRow row) {
        ItemId id = keys.define(row, item);
        Item read = new Item(
                id,
                row.text(description),
                row.text(category),
                row.unitPrice(unitCost),
                row.unitPriceIfGiven(unitPrice),
                row.numberOr(unitVolumeM3, 0, CsvRow.LARGEST_NUMBER, 0),
                row.numberOr(unitWeightKg, 0, CsvRow.LARGEST_NUMBER, 0),
                row.wholeNumberIfGiven(shelfLifeDays, 1),
                row.oneOf(lifecycle, Lifecycle.class, Lifecycle.ACTIVE),
                other(row, id, replacedBy, "it has no successor: leave the cell empty"),
                row.text(storageClass),
                row.text(uom),
                row.dateIfGiven(introducedOn),
                row.unitPriceIfGiven(shortageCostPerUnit),
                other(row, id, likeItem, "it is like no other: leave the cell empty"),
                row.oneOf(criticality, Criticality.class, Criticality.ESSENTIAL));
        if (row.isGood()) {
            items.put(id, read);
        }
    }

    private @Nullable ItemId other(CsvRow row, ItemId id, Column column, String suggestion) {
        ItemId other = keys.referWithin(row, column);
        if (id.equals(other)) {
            row.error(column, "must name another item", suggestion);
        }
        return other;
    }

    Map<ItemId, Item> items() {
        return items;
    }
}
