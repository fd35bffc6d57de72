package org.plenish.web.shared;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds every page.
 *
 * @param plan null before the first run has finished, or while the database does not answer
 * @param figures in the plan's currency
 * @param user null where no log-in is needed; then the page tells nothing of the plan either
 * @param demo whether everybody knows the passwords
 */
public record Shell(
        @Nullable PlanHeader plan,
        Figures figures,
        @Nullable LoggedIn user,
        boolean demo) {

    static Shell of(@Nullable PlanHeader plan, @Nullable LoggedIn user, boolean demo) {
        return new Shell(plan, plan == null ? new Figures("EUR") : plan.figures(), user, demo);
    }

    public List<MenuEntry.Lines> menu() {
        return user == null ? List.of() : MenuEntry.of(user);
    }
}
