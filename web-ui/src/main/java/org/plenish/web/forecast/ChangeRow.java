package org.plenish.web.forecast;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One line of a list of changes.
 *
 * @param description of the item; blank if the plan does not have it, or there is none
 * @param passed whether its last day lies before the plan's date
 * @param afterPlan whether it was made after the plan was begun: only the next one has it
 */
public record ChangeRow(
        long id,
        ForecastKind kind,
        String item,
        String description,
        String category,
        String warehouse,
        String likeItem,
        LocalDate fromDay,
        @Nullable LocalDate toDay,
        double amount,
        String reason,
        String setBy,
        OffsetDateTime setAt,
        @Nullable String endedBy,
        @Nullable OffsetDateTime endedAt,
        boolean passed,
        boolean afterPlan) {

    public Level level() {
        return new Level(item, category, warehouse);
    }

    public String amountText() {
        return AmountText.of(kind, amount);
    }

    /** As it is told: {@code ENDED}, {@code PASSED}, {@code NEXT} plan, {@code PLANNED}. */
    public String state() {
        if (endedAt != null) {
            return "ENDED";
        }
        return passed ? "PASSED" : afterPlan ? "NEXT" : "PLANNED";
    }

    public boolean isStanding() {
        return endedAt == null;
    }
}
