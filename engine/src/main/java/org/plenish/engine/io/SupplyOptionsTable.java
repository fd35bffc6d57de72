package org.plenish.engine.io;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.Supplier;
import org.plenish.engine.model.SupplierId;
import org.plenish.engine.model.SupplyOption;
import org.plenish.engine.model.UnitPrice;
import org.plenish.engine.model.WarehouseId;

/** {@code item_suppliers.csv}; what it leaves open comes from the item and the supplier. */
final class SupplyOptionsTable extends CsvTable {

    private final Column item = required("item");
    private final Column supplier = required("supplier");
    private final Column warehouse = optional("warehouse");
    private final Column unitCost = optional("unit_cost");
    private final Column minOrderQuantity = optional("min_order_quantity");
    private final Column orderMultiple = optional("order_multiple");
    private final Column maxOrderQuantity = optional("max_order_quantity");
    private final Column leadTimeDays = optional("lead_time_days");
    private final Column lineCost = optional("line_cost");
    private final Column priority = optional("priority");
    private final Column validFrom = optional("valid_from");
    private final Column validTo = optional("valid_to");

    private final References references;
    private final Map<ItemId, Item> items;
    private final Map<SupplierId, Supplier> suppliers;
    private final PriceBreaksTable priceBreaks;
    private final Once once = new Once("item, supplier, warehouse and valid_from");
    private final List<SupplyOption> options = new ArrayList<>();

    SupplyOptionsTable(
            References references,
            Map<ItemId, Item> items,
            Map<SupplierId, Supplier> suppliers,
            PriceBreaksTable priceBreaks) {
        this.references = references;
        this.items = items;
        this.suppliers = suppliers;
        this.priceBreaks = priceBreaks;
    }

    @Override
    protected void read(CsvRow row) {
        ItemId itemId = references.items().refer(row, item);
        SupplierId supplierId = references.suppliers().refer(row, supplier);
        WarehouseId warehouseId = references.warehouses().referIfGiven(row, warehouse);
        UnitPrice cost = row.unitPriceIfGiven(unitCost);
        int multiple = row.isGiven(orderMultiple)
                ? row.wholeNumber(orderMultiple, 1, "it is sold by the piece: leave the cell empty")
                : 1;
        int minimum = minimum(row, multiple);
        int maximum = row.wholeNumberOr(maxOrderQuantity, 1, Integer.MAX_VALUE);
        Integer leadTime = row.isGiven(leadTimeDays)
                ? (Integer) row.wholeNumber(leadTimeDays, 0, SuppliersTable.LONGEST_DAYS)
                : null;
        Money costOfLine = row.moneyOr(lineCost, Money.ZERO);
        int rank = row.wholeNumberOr(priority, 1, 1);
        LocalDate from = row.dateIfGiven(validFrom);
        LocalDate to = row.dateIfGiven(validTo);
        if (row.isGood() && maximum < minimum) {
            row.error(maxOrderQuantity, "must be the minimum order quantity " + minimum + " or more", null);
        }
        row.notBefore(validTo, to, validFrom, from);
        once.claim(row, item, itemId, supplierId, warehouseId, from);
        Item known = items.get(itemId);
        Supplier source = suppliers.get(supplierId);
        if (row.isGood() && known != null && source != null) {
            options.add(new SupplyOption(
                    itemId,
                    supplierId,
                    warehouseId,
                    cost != null ? cost : known.unitCost(),
                    minimum,
                    multiple,
                    maximum,
                    leadTime != null ? leadTime : source.leadTimeDays(),
                    costOfLine,
                    rank,
                    from,
                    to,
                    priceBreaks.of(itemId, supplierId)));
        }
    }

    private int minimum(CsvRow row, int multiple) {
        if (!row.isGiven(minOrderQuantity)) {
            return multiple;
        }
        int minimum = row.wholeNumber(
                minOrderQuantity, 1, "the supplier's minimum is blank in the source: leave the cell empty");
        if (row.isGood() && minimum % multiple != 0) {
            int next = Math.multiplyExact(minimum / multiple + 1, multiple);
            row.error(
                    minOrderQuantity,
                    "must be a multiple of the order multiple " + multiple,
                    next + " is meant, the next multiple up");
        }
        return minimum;
    }

    List<SupplyOption> options() {
        return options;
    }
}
