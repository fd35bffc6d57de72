package org.plenish.web.override;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One line of the list of overrides.
 *
 * @param planned whether the plan has the article
 * @param expired whether its last day lies before the plan's date; null: it has none
 * @param afterPlan whether it was set after the plan was begun: only the next one takes it
 */
public record OverrideRow(
        long id,
        String item,
        String description,
        String warehouse,
        OverrideField field,
        double value,
        String reason,
        @Nullable LocalDate expiresOn,
        String setBy,
        OffsetDateTime setAt,
        @Nullable String endedBy,
        @Nullable OffsetDateTime endedAt,
        boolean planned,
        @Nullable Boolean expired,
        boolean afterPlan) {

    /** As it is told: {@code ENDED}, {@code EXPIRED}, {@code NEXT} plan, {@code PLANNED}. */
    public String state() {
        if (endedAt != null) {
            return "ENDED";
        }
        if (Boolean.TRUE.equals(expired)) {
            return "EXPIRED";
        }
        return afterPlan ? "NEXT" : "PLANNED";
    }

    public boolean isStanding() {
        return endedAt == null;
    }
}
