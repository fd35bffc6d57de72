package org.plenish.web.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.plenish.engine.model.Money;
import org.plenish.web.order.life.OrderState;

/**
 * An order without its lines.
 *
 * @param value of its lines, in currency units
 * @param planRun the plan that proposed it, or was current when it was written
 */
public record OrderHead(
        long id,
        OrderKind kind,
        String number,
        String partner,
        String warehouse,
        LocalDate orderDate,
        OrderState state,
        int version,
        long planRun,
        BigDecimal value,
        int lineCount,
        String changedBy,
        OffsetDateTime changedAt) {

    Money total() {
        return Money.of(value);
    }
}
