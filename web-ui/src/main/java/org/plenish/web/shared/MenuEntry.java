package org.plenish.web.shared;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A line of the menu.
 *
 * @param name of its icon and its text, {@code nav.name}
 * @param roles who sees it; the page itself is guarded elsewhere
 */
public record MenuEntry(String name, String path, Set<Role> roles) {

    private static final Set<Role> ALL_ROLES = EnumSet.allOf(Role.class);

    private static final List<MenuEntry> ENTRIES = List.of(
            new MenuEntry("plan", "/", ALL_ROLES),
            new MenuEntry("purchaseOrders", "/purchase-orders", ALL_ROLES),
            new MenuEntry("transfers", "/transfers", ALL_ROLES),
            new MenuEntry("receipts", "/receipts", EnumSet.of(Role.BUYER, Role.AUDITOR)),
            new MenuEntry("items", "/items", ALL_ROLES),
            new MenuEntry("overrides", "/overrides", ALL_ROLES),
            new MenuEntry("forecast", "/forecast", ALL_ROLES),
            new MenuEntry("accuracy", "/forecast-accuracy", ALL_ROLES),
            new MenuEntry("future", "/what-may-happen", ALL_ROLES),
            new MenuEntry("datasets", "/datasets", ALL_ROLES),
            new MenuEntry("scenarios", "/scenarios", ALL_ROLES),
            new MenuEntry("backtests", "/backtests", ALL_ROLES),
            new MenuEntry("runs", "/runs", ALL_ROLES),
            new MenuEntry("import", "/import", EnumSet.of(Role.PLANNER, Role.ADMINISTRATOR, Role.AUDITOR)),
            new MenuEntry(
                    "approvalLimits", "/approval-limits", EnumSet.of(Role.ADMINISTRATOR, Role.APPROVER, Role.AUDITOR)),
            new MenuEntry("audit", "/audit", EnumSet.of(Role.ADMINISTRATOR, Role.AUDITOR)),
            new MenuEntry("accounts", "/accounts", EnumSet.of(Role.ADMINISTRATOR, Role.AUDITOR)),
            new MenuEntry("accessReview", "/access-review", EnumSet.of(Role.ADMINISTRATOR, Role.AUDITOR)),
            new MenuEntry("tokens", "/tokens", ALL_ROLES),
            new MenuEntry("webhooks", "/webhooks", EnumSet.of(Role.ADMINISTRATOR, Role.AUDITOR)));

    static List<MenuEntry> of(LoggedIn user) {
        return ENTRIES.stream()
                .filter(entry -> entry.roles().stream().anyMatch(user::is))
                .toList();
    }
}
