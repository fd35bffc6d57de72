package org.plenish.web.shared;

import org.jspecify.annotations.Nullable;

/**
 * What surrounds every page.
 *
 * @param plan null before the first run has finished, or while the database does not answer
 * @param figures in the plan's currency
 */
public record Shell(@Nullable PlanHeader plan, Figures figures) {

    static Shell of(@Nullable PlanHeader plan) {
        return new Shell(plan, plan == null ? new Figures("EUR") : plan.figures());
    }
}
