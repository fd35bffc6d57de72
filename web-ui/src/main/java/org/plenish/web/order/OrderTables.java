package org.plenish.web.order;

import org.plenish.web.export.Table;
import org.plenish.web.shared.PlanHeader;

/** Orders and their lines as files; the columns are named as in the files of a plan. */
final class OrderTables {

    private OrderTables() {}

    static String name(OrderKind kind) {
        return kind == OrderKind.PURCHASE ? "purchase_orders" : "transfers";
    }

    static Table<InboxRow> orders(PlanHeader plan, OrderKind kind) {
        Table<InboxRow> table = kind == OrderKind.PURCHASE
                ? Table.<InboxRow>named(name(kind))
                        .text("order", InboxRow::number)
                        .text("supplier", InboxRow::partner)
                        .text("supplier_name", InboxRow::partnerName)
                        .text("warehouse", InboxRow::warehouse)
                        .text("warehouse_name", InboxRow::warehouseName)
                : Table.<InboxRow>named(name(kind))
                        .text("transfer", InboxRow::number)
                        .text("from_warehouse", InboxRow::partner)
                        .text("from_name", InboxRow::partnerName)
                        .text("to_warehouse", InboxRow::warehouse)
                        .text("to_name", InboxRow::warehouseName);
        return table.word("state", order -> order.state().name())
                .word("release", order -> plan.release(order.orderDate()).name())
                .date(kind == OrderKind.PURCHASE ? "order_date" : "ship_date", InboxRow::orderDate)
                .date("due_date", InboxRow::dueDate)
                .date("runs_out", InboxRow::runsOut)
                .number("lines", InboxRow::lineCount)
                .number("quantity", InboxRow::quantityUnits)
                .money(kind == OrderKind.PURCHASE ? "value" : "cost", InboxRow::value)
                .text("currency", order -> plan.currency())
                .number("containers", InboxRow::containers);
    }

    static Table<OrderLine> lines(PlanHeader plan, OrderPage order) {
        boolean bought = order.kind() == OrderKind.PURCHASE;
        return Table.<OrderLine>named(bought ? "purchase_order_lines" : "transfer_lines")
                .text(bought ? "order" : "transfer", line -> order.number())
                .text(bought ? "supplier" : "from_warehouse", line -> order.partner())
                .text(bought ? "warehouse" : "to_warehouse", line -> order.warehouse())
                .date(bought ? "order_date" : "ship_date", line -> order.orderDate())
                .date("due_date", OrderLine::dueDate)
                .number("line", OrderLine::line)
                .text("item", OrderLine::item)
                .text("description", OrderLine::description)
                .number("quantity", OrderLine::quantityUnits)
                .text("uom", OrderLine::uom)
                .number("order_multiple", OrderLine::orderMultipleUnits)
                .money("unit_cost", OrderLine::unitCost)
                .money(bought ? "line_value" : "cost", OrderLine::value)
                .text("currency", line -> plan.currency())
                .word("pinned", line -> String.valueOf(line.pinned()))
                .number("received", OrderLine::receivedUnits)
                .text("reason", OrderLine::reason);
    }
}
