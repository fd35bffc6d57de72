package org.plenish.engine.io;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.plenish.engine.model.OpenPurchaseOrder;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.SupplierId;
import org.plenish.engine.model.UnitPrice;

/** {@code open_purchase_orders.csv} */
final class OpenPurchaseOrdersTable extends CsvTable {

    private final Column order = required("order");
    private final Column supplier = required("supplier");
    private final Column item = required("item");
    private final Column warehouse = required("warehouse");
    private final Column quantity = required("quantity");
    private final Column dueDate = required("due_date");
    private final Column orderDate = optional("order_date");
    private final Column unitCost = optional("unit_cost");

    private final References references;
    private final Repeated repeated = new Repeated();
    private final List<OpenPurchaseOrder> orders = new ArrayList<>();

    OpenPurchaseOrdersTable(References references) {
        this.references = references;
    }

    @Override
    protected void read(CsvRow row) {
        String number = row.key(order, String::toString);
        SupplierId supplierId = references.suppliers().refer(row, supplier);
        SkuLocation location = references.location(row, item, warehouse);
        int units = row.wholeNumber(quantity, 1);
        LocalDate due = row.date(dueDate);
        LocalDate ordered = row.dateIfGiven(orderDate);
        UnitPrice cost = row.unitPriceIfGiven(unitCost);
        row.notBefore(dueDate, due, orderDate, ordered);
        if (row.isGood()) {
            OpenPurchaseOrder read = new OpenPurchaseOrder(number, supplierId, location, units, due, ordered, cost);
            repeated.warn(row, order, read);
            orders.add(read);
        }
    }

    List<OpenPurchaseOrder> orders() {
        return orders;
    }
}
