package org.plenish.web.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plenish.web.order.life.OrderState;

/**
 * One order as its page's head shows it.
 *
 * @param dueDate of its last line; null without lines
 * @param minimum the supplier's least value of an order
 */
public record OrderPage(
        long id,
        OrderKind kind,
        String number,
        String partner,
        String partnerName,
        String warehouse,
        String warehouseName,
        LocalDate orderDate,
        OrderState state,
        int version,
        long planRun,
        double containers,
        String changedBy,
        @Nullable LocalDate dueDate,
        int lineCount,
        long quantityUnits,
        BigDecimal value,
        @Nullable LocalDate runsOut,
        BigDecimal minimum) {

    public int startedContainers() {
        return (int) Math.ceil(containers - 1e-9);
    }

    public boolean isBelowMinimum() {
        return value.compareTo(minimum) < 0;
    }

    public String address() {
        return kind.path() + "/" + number;
    }
}
