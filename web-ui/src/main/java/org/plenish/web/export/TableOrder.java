package org.plenish.web.export;

import java.io.IOException;
import java.io.OutputStream;

/** The order's lines as a table, each with what the order's head says. */
final class TableOrder implements OrderFormat {

    private final TableFormat format;

    TableOrder(TableFormat format) {
        this.format = format;
    }

    @Override
    public String name() {
        return format.extension();
    }

    @Override
    public String extension() {
        return format.extension();
    }

    @Override
    public String mediaType() {
        return format.mediaType();
    }

    @Override
    public void write(OrderDocument order, OutputStream out) throws IOException {
        format.write(table(order), order.lines().iterator(), out);
    }

    private static Table<OrderDocument.Line> table(OrderDocument order) {
        return Table.<OrderDocument.Line>named("purchase_order")
                .text("order", line -> order.number())
                .number("revision", line -> order.revision())
                .text("status", line -> order.status())
                .date("order_date", line -> order.orderDate())
                .text("buyer", line -> order.buyer().name())
                .text("supplier", line -> order.supplier().id())
                .text("supplier_name", line -> order.supplier().name())
                .text("warehouse", line -> order.shipTo().id())
                .text("warehouse_name", line -> order.shipTo().name())
                .number("line", OrderDocument.Line::number)
                .text("item", OrderDocument.Line::item)
                .text("description", OrderDocument.Line::description)
                .number("quantity", OrderDocument.Line::quantityUnits)
                .text("uom", OrderDocument.Line::unit)
                .money("unit_price", OrderDocument.Line::unitPrice)
                .money("amount", OrderDocument.Line::amount)
                .text("currency", line -> order.currency())
                .date("due_date", OrderDocument.Line::dueDate)
                .text("note", OrderDocument.Line::note);
    }
}
