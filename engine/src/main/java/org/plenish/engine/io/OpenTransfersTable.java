package org.plenish.engine.io;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.OpenTransfer;
import org.plenish.engine.model.WarehouseId;

/** {@code open_transfers.csv} */
final class OpenTransfersTable extends CsvTable {

    private final Column order = required("order");
    private final Column fromWarehouse = required("from_warehouse");
    private final Column toWarehouse = required("to_warehouse");
    private final Column item = required("item");
    private final Column quantity = required("quantity");
    private final Column dueDate = required("due_date");

    private final References references;
    private final Repeated repeated = new Repeated();
    private final List<OpenTransfer> transfers = new ArrayList<>();

    OpenTransfersTable(References references) {
        this.references = references;
    }

    @Override
    protected void read(CsvRow row) {
        String number = row.key(order, String::toString);
        WarehouseId from = references.warehouses().refer(row, fromWarehouse);
        WarehouseId to = references.warehouses().refer(row, toWarehouse);
        ItemId itemId = references.items().refer(row, item);
        int units = row.wholeNumber(quantity, 1);
        LocalDate due = row.date(dueDate);
        if (row.isGood() && from.equals(to)) {
            row.error(toWarehouse, "must name another warehouse than from_warehouse", null);
        }
        if (row.isGood()) {
            OpenTransfer read = new OpenTransfer(number, from, to, itemId, units, due);
            repeated.warn(row, order, read);
            transfers.add(read);
        }
    }

    List<OpenTransfer> transfers() {
        return transfers;
    }
}
