package org.plenish.web.today;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plenish.engine.policy.SituationKind;
import org.plenish.web.shared.LoggedIn;
import org.plenish.web.shared.Role;

/** What can need a person, in the order in which a buyer looks at it. */
public enum Panel {
    /** Customers want it and nothing is left. */
    STOCKED_OUT,
    /** It runs out within its lead time unless something is done. */
    SOON_OUT,
    /** An order is past its due date. */
    LATE_ORDER,
    /** More is on order than the policy would ever have. */
    SURPLUS_ORDER,
    /** More lies there than sells in the time that the rules allow. */
    EXCESS,
    /** It does not sell, will expire, or has. */
    DEAD,
    /** The forecast has erred to one side for longer than chance explains. */
    FORECAST;

    /** Whose exceptions a panel shows as the rules judged them; empty: no panel, or one that finds its own. */
    static Optional<Panel> of(SituationKind kind) {
        return switch (kind) {
            case LATE_ORDER -> Optional.of(LATE_ORDER);
            case EXCESS -> Optional.of(EXCESS);
            case DEAD_STOCK, DISCONTINUED_STOCK, EXPIRING, EXPIRED -> Optional.of(DEAD);
            case FORECAST_OUT_OF_CONTROL -> Optional.of(FORECAST);
            case STOCKOUT_NOW,
                    COMING_SHORTAGE,
                    SUPPLIER_MINIMUM_NOT_REACHED,
                    NEGATIVE_STOCK,
                    OVER_SPACE,
                    OVER_CASH,
                    LIMIT_NOT_KEPT,
                    OVERRIDE_EXPIRED,
                    OVERRIDE_WITHOUT_REASON -> Optional.empty();
        };
    }

    /** In the order of whoever looks: an analyst begins with forecasts. */
    static List<Panel> inOrderFor(LoggedIn user) {
        boolean forecastsFirst = user.is(Role.ANALYST) && !user.is(Role.BUYER) && !user.is(Role.PLANNER);
        return Arrays.stream(values())
                .sorted((a, b) -> forecastsFirst ? Boolean.compare(b == FORECAST, a == FORECAST) : 0)
                .toList();
    }

    /** Whether ordering or moving goods would mend it, so that an order may be the next step. */
    public boolean isShortage() {
        return this == STOCKED_OUT || this == SOON_OUT;
    }

    /** Whether it is about orders that have been placed, ours or not. */
    public boolean isAboutOrders() {
        return this == LATE_ORDER || this == SURPLUS_ORDER;
    }

    /** Whether there is too much of it, so that selling it off may be the next step. */
    public boolean isTooMuch() {
        return this == EXCESS || this == DEAD;
    }

    /** Of all, for the database. */
    static String[] names() {
        return Arrays.stream(values()).map(Enum::name).toArray(String[]::new);
    }

    /** Of its place on the page. */
    public String anchor() {
        return "panel-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
