package org.plenish.web.order;

import java.math.BigDecimal;
import java.util.List;

/** The orders to one supplier. */
public record SupplierOrders(String supplier, String name, int leadTimeDays, List<OrderRow> orders) {

    public SupplierOrders {
        orders = List.copyOf(orders);
    }

    public BigDecimal value() {
        return orders.stream().map(OrderRow::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public int lineCount() {
        return orders.stream().mapToInt(OrderRow::lineCount).sum();
    }
}
