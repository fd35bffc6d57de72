package org.plenish.web.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of an order.
 *
 * @param planRun with {@code planNumber} and {@code planLine}: the proposal it comes from; null if a person added it
 * @param proposedUnits what the plan proposed; null if it proposed nothing
 * @param runsOut first day of the bucket in which the item runs out without anything new; null if it does not
 * @param shortUnits most units short without the line
 * @param leftOutCost by which leaving it out raises the cost of the plan
 * @param runnerUp what else was possible, in a sentence; null where nothing was found
 * @param changedBy who last had it otherwise than it was, or added it; null: it is as the plan made it
 */
public record OrderLine(
        long id,
        int line,
        String item,
        String description,
        String uom,
        int quantityUnits,
        int orderMultipleUnits,
        BigDecimal unitCost,
        BigDecimal value,
        LocalDate dueDate,
        boolean pinned,
        int receivedUnits,
        String reason,
        @Nullable Long planRun,
        @Nullable String planNumber,
        @Nullable Integer planLine,
        @Nullable Integer proposedUnits,
        @Nullable LocalDate proposedDue,
        @Nullable LocalDate runsOut,
        int shortUnits,
        BigDecimal leftOutCost,
        @Nullable String runnerUp,
        @Nullable String changedBy,
        @Nullable OffsetDateTime changedAt) {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** Whether a person has it otherwise than the plan. */
    public boolean isChanged() {
        return proposedUnits == null || proposedUnits != quantityUnits || !dueDate.equals(proposedDue);
    }

    static BigDecimal totalValue(List<OrderLine> lines) {
        return lines.stream().map(OrderLine::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public int openUnits() {
        return Math.max(0, quantityUnits - receivedUnits);
    }

    public boolean isExplained() {
        return planRun != null;
    }

    /** When a person last changed it, to the minute, in UTC; null if nobody has. */
    public @Nullable String changedMinute() {
        return changedAt == null ? null : MINUTE.format(changedAt);
    }

    /** For the audit log. */
    String inWords() {
        return "line " + line + ": " + quantityUnits + " of " + item + " at " + unitCost.toPlainString() + " due "
                + dueDate + (pinned ? ", pinned" : "");
    }
}
