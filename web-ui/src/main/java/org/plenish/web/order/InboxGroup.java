package org.plenish.web.order;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The orders of one supplier, or from one warehouse, that are on a page.
 *
 * @param orderCount that fit the filter, on this page or another
 * @param value of all of these
 * @param approvedToday value approved for it today, by anybody
 * @param dayLimit up to which it may be approved today; null: not limited
 */
public record InboxGroup(
        String partner,
        String name,
        int orderCount,
        int lineCount,
        BigDecimal value,
        BigDecimal approvedToday,
        @Nullable BigDecimal dayLimit,
        List<InboxRow> rows) {

    public InboxGroup {
        rows = List.copyOf(rows);
    }

    /** Whether all of it could not be approved today. */
    public boolean isOverLimit() {
        return dayLimit != null && approvedToday.add(value).compareTo(dayLimit) > 0;
    }
}
