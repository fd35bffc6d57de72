package org.plenish.web.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plenish.web.order.life.OrderState;

/**
 * One order in the inbox.
 *
 * @param runsOut the first of its items runs out then if nothing is bought or moved; null if none does
 * @param shortUnits of its items, at the worst, without it
 * @param atRisk by which leaving its lines out raises the cost of the plan, in currency units
 * @param minimum the supplier's least value of an order
 * @param containers that its goods fill, as planned; 0 where there are none
 * @param worstItem the item that runs out first, its reason and what else was possible
 * @param suggestions how many changes the latest plan suggests
 * @param snoozedUntil put aside by the person who looks, until then
 */
public record InboxRow(
        long id,
        String number,
        String partner,
        String partnerName,
        String warehouse,
        String warehouseName,
        LocalDate orderDate,
        LocalDate dueDate,
        OrderState state,
        int version,
        int lineCount,
        long quantityUnits,
        BigDecimal value,
        BigDecimal minimum,
        double containers,
        @Nullable LocalDate runsOut,
        long shortUnits,
        BigDecimal atRisk,
        String worstItem,
        String worstReason,
        @Nullable String runnerUp,
        int suggestions,
        int comments,
        @Nullable LocalDate snoozedUntil,
        LocalDate groupKey,
        LocalDate rowKey) {

    public boolean isBelowMinimum() {
        return value.compareTo(minimum) < 0;
    }

    public int startedContainers() {
        return (int) Math.ceil(containers - 1e-9);
    }

    public boolean isTooLate() {
        return runsOut != null && !runsOut.isAfter(dueDate);
    }

    /** What a form says to name it as it is seen. */
    public String handle() {
        return number + ":" + version;
    }

    InboxKey key() {
        return new InboxKey(groupKey, partner, rowKey, atRisk, id);
    }
}
