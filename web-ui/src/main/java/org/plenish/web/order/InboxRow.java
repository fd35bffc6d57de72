package org.plenish.web.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
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
 * @param editedBy who last changed its lines, so that what the plan said of them may not hold; null: nobody
 * @param editedDetail what they changed, in a sentence
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
        @Nullable String editedBy,
        @Nullable OffsetDateTime editedAt,
        @Nullable String editedDetail,
        LocalDate groupKey,
        LocalDate rowKey) {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    public boolean isBelowMinimum() {
        return value.compareTo(minimum) < 0;
    }

    /** When its lines were last changed, to the minute, in UTC; null if nobody has changed them. */
    public @Nullable String editedMinute() {
        return editedAt == null ? null : MINUTE.format(editedAt);
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
