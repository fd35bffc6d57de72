package org.plenish.web.shared;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A line of the menu. A new page is a line of {@link #ENTRIES}.
 *
 * @param group under whose heading it stands
 * @param name of its icon and its text, {@code nav.name}
 * @param roles who sees it; the page itself is guarded elsewhere
 */
public record MenuEntry(Group group, String name, String path, Set<Role> roles) {

    private static final Set<Role> ALL_ROLES = EnumSet.allOf(Role.class);

    private static final List<MenuEntry> ENTRIES = List.of(
            new MenuEntry(Group.NOW, "today", "/", ALL_ROLES),
            new MenuEntry(Group.NOW, "plan", "/plan", ALL_ROLES),
            new MenuEntry(Group.ORDERS, "purchaseOrders", "/purchase-orders", ALL_ROLES),
            new MenuEntry(Group.ORDERS, "transfers", "/transfers", ALL_ROLES),
            new MenuEntry(Group.ORDERS, "receipts", "/receipts", EnumSet.of(Role.BUYER, Role.AUDITOR)),
            new MenuEntry(Group.STOCK, "items", "/items", ALL_ROLES),
            new MenuEntry(Group.STOCK, "warehouses", "/warehouses", ALL_ROLES),
            new MenuEntry(Group.STOCK, "suppliers", "/suppliers", ALL_ROLES),
            new MenuEntry(Group.STOCK, "value", "/value", ALL_ROLES),
            new MenuEntry(Group.DEMAND, "forecast", "/forecast", ALL_ROLES),
            new MenuEntry(Group.DEMAND, "accuracy", "/forecast-accuracy", ALL_ROLES),
            new MenuEntry(Group.DEMAND, "future", "/what-may-happen", ALL_ROLES),
            new MenuEntry(Group.POLICY, "overrides", "/overrides", ALL_ROLES),
            new MenuEntry(Group.POLICY, "ruleBook", "/rule-book", ALL_ROLES),
            new MenuEntry(Group.POLICY, "scenarios", "/scenarios", ALL_ROLES),
            new MenuEntry(Group.POLICY, "backtests", "/backtests", ALL_ROLES),
            new MenuEntry(Group.DATA, "runs", "/runs", ALL_ROLES),
            new MenuEntry(Group.DATA, "dataQuality", "/data-quality", ALL_ROLES),
            new MenuEntry(Group.DATA, "datasets", "/datasets", ALL_ROLES),
            new MenuEntry(Group.DATA, "import", "/import", EnumSet.of(Role.PLANNER, Role.ADMINISTRATOR, Role.AUDITOR)),
            new MenuEntry(
                    Group.ADMINISTRATION,
                    "approvalLimits",
                    "/approval-limits",
                    EnumSet.of(Role.ADMINISTRATOR, Role.APPROVER, Role.AUDITOR)),
            new MenuEntry(Group.ADMINISTRATION, "audit", "/audit", EnumSet.of(Role.ADMINISTRATOR, Role.AUDITOR)),
            new MenuEntry(Group.ADMINISTRATION, "accounts", "/accounts", EnumSet.of(Role.ADMINISTRATOR, Role.AUDITOR)),
            new MenuEntry(
                    Group.ADMINISTRATION,
                    "accessReview",
                    "/access-review",
                    EnumSet.of(Role.ADMINISTRATOR, Role.AUDITOR)),
            new MenuEntry(Group.ADMINISTRATION, "tokens", "/tokens", ALL_ROLES),
            new MenuEntry(Group.ADMINISTRATION, "webhooks", "/webhooks", EnumSet.of(Role.ADMINISTRATOR, Role.AUDITOR)));

    /** What a line of the menu is about; in the menu's order. */
    public enum Group {
        NOW,
        ORDERS,
        STOCK,
        DEMAND,
        POLICY,
        DATA,
        ADMINISTRATION
    }

    /** A group's lines, at least one. */
    public record Lines(Group group, List<MenuEntry> entries) {}

    /** What a person sees of the menu. */
    static List<Lines> of(LoggedIn user) {
        return Arrays.stream(Group.values())
                .map(group -> new Lines(
                        group,
                        ENTRIES.stream()
                                .filter(entry -> entry.group() == group)
                                .filter(entry -> entry.roles().stream().anyMatch(user::is))
                                .toList()))
                .filter(lines -> !lines.entries().isEmpty())
                .toList();
    }
}
