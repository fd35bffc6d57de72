package org.plenish.web.order;

import java.time.LocalDate;

/**
 * What the latest plan would change about a line that a person has worked on.
 *
 * @param quantityUnits what the plan would order; {@code keptUnits}: what the line has
 * @param dueDate when the plan would have it; {@code keptDue}: when the line has it
 */
public record Suggestion(
        long id,
        long lineId,
        int line,
        String item,
        String description,
        Kind kind,
        int quantityUnits,
        int keptUnits,
        LocalDate dueDate,
        LocalDate keptDue) {

    public enum Kind {
        ADVANCE,
        POSTPONE,
        INCREASE,
        DECREASE,
        CANCEL
    }
}
