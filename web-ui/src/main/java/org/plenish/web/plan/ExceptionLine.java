package org.plenish.web.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something a person should look at; item and warehouse are null where it concerns no single one.
 *
 * @param rank of all exceptions of the plan, from 1, gravest first
 * @param suggestedAction blank, like all that follows, in plans of earlier versions
 */
public record ExceptionLine(
        int rank,
        String severity,
        String kind,
        @Nullable String item,
        @Nullable String description,
        @Nullable String warehouse,
        LocalDate date,
        int quantityUnits,
        BigDecimal value,
        String message,
        String action,
        String suggestedAction,
        String ruleId,
        String ruleFile,
        int ruleLine,
        String why) {

    /** Not so in plans of earlier versions. */
    public boolean namesRule() {
        return !ruleId.isEmpty();
    }

    public boolean namesSkuLocation() {
        return item != null && warehouse != null;
    }
}
