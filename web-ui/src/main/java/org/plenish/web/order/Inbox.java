package org.plenish.web.order;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of orders by supplier, most urgent first.
 *
 * @param orderCount that fit the filter, on this page or another
 * @param next address of the page that follows; null if this is the last
 */
public record Inbox(
        List<InboxGroup> groups,
        int orderCount,
        BigDecimal value,
        @Nullable String next) {

    static final int ORDERS_A_PAGE = 100;

    public Inbox {
        groups = List.copyOf(groups);
    }
}
