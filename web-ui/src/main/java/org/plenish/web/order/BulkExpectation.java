package org.plenish.web.order;

import java.math.BigDecimal;
import java.util.List;

/** What is to be expected of acting on many orders, to be confirmed. */
public record BulkExpectation(List<Expected> orders) {

    public BulkExpectation {
        orders = List.copyOf(orders);
    }

    public long doneCount() {
        return orders.stream().filter(order -> order.outcome().isDone()).count();
    }

    public long refusedCount() {
        return orders.size() - doneCount();
    }

    /** Of those that will be done. */
    public BigDecimal doneValue() {
        return orders.stream()
                .filter(order -> order.outcome().isDone())
                .map(Expected::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
