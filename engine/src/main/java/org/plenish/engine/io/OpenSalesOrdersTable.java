package org.plenish.engine.io;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.plenish.engine.model.OpenSalesOrder;
import org.plenish.engine.model.SkuLocation;

/** {@code open_sales_orders.csv}; who ordered does not matter to the plan. */
final class OpenSalesOrdersTable extends CsvTable {

    private final Column order = required("order");
    private final Column item = required("item");
    private final Column warehouse = required("warehouse");
    private final Column quantity = required("quantity");
    private final Column dueDate = required("due_date");
    private final Column customer = optional("customer");

    private final References references;
    private final Repeated repeated = new Repeated();
    private final List<OpenSalesOrder> orders = new ArrayList<>();

    OpenSalesOrdersTable(References references) {
        this.references = references;
    }

    @Override
    protected void read(CsvRow row) {
        String number = row.key(order, String::toString);
        SkuLocation location = references.location(row, item, warehouse);
        int units = row.wholeNumber(quantity, 1);
        LocalDate due = row.date(dueDate);
        if (row.isGood()) {
            OpenSalesOrder read = new OpenSalesOrder(number, location, units, due);
            repeated.warn(row, order, List.of(read, row.text(customer)));
            orders.add(read);
        }
    }

    List<OpenSalesOrder> orders() {
        return orders;
    }
}
