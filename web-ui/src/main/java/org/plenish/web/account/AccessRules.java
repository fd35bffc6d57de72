package org.plenish.web.account;

import static org.plenish.web.account.AccessRule.Kind.CHANGE;
import static org.plenish.web.account.AccessRule.Kind.READ;
import static org.plenish.web.shared.Role.ADMINISTRATOR;
import static org.plenish.web.shared.Role.ANALYST;
import static org.plenish.web.shared.Role.APPROVER;
import static org.plenish.web.shared.Role.AUDITOR;
import static org.plenish.web.shared.Role.BUYER;
import static org.plenish.web.shared.Role.PLANNER;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plenish.web.shared.Role;
import org.springframework.http.server.PathContainer;
import org.springframework.util.unit.DataSize;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may what: the only place. The first rule whose path and method fit decides. Where none fits, everyone who is
 * logged in may read, and nobody may change: a page that is forgotten here is closed, not open. Programs come to
 * {@code /api} by tokens, which have roles too, and not past this table.
 */
final class AccessRules {

    /** Needs no log-in; of these, only {@link #FIRST_RUN} and {@link #LOGIN} take a form. */
    static final List<String> STATIC_FILES = List.of("/css/**", "/js/**", "/img/**", "/vendor/**");

    static final String LOGIN = "/login";
    static final String LOGOUT = "/log-out";
    /** For whatever watches over the product; it tells nothing but whether the product can work. */
    static final String HEALTH = "/health";

    static final String FIRST_RUN = "/first-run";
    static final String OWN_PASSWORD = "/password";

    /** The only addresses that take forms with files in them, and the most bytes of such a form. */
    static final Map<String, DataSize> UPLOADS = Map.of(
            "/import", DataSize.ofGigabytes(2),
            "/receipts", DataSize.ofMegabytes(16),
            "/backtests", DataSize.ofMegabytes(16),
            "/rule-book/uploads", DataSize.ofMegabytes(16));

    private static final Role[] EVERYONE = Role.values();

    static final List<AccessRule> ALL = List.of(
            rule("plan", CHANGE, "/run", PLANNER),
            rule("plan", CHANGE, "/run/cancel", PLANNER),
            rule("putAsideAlerts", CHANGE, "/alerts/**", BUYER, PLANNER, ANALYST, APPROVER),
            rule("planDatasets", CHANGE, "/datasets/*/plan", PLANNER),
            rule("planDatasets", CHANGE, "/datasets/*/delete", PLANNER),
            rule("importData", CHANGE, "/import/**", PLANNER),
            rule("readImports", READ, "/import/**", PLANNER, ADMINISTRATOR, AUDITOR),
            rule("promoteScenarios", CHANGE, "/scenarios/*/promote", PLANNER),
            // Whose scenario it is, ScenarioDesk asks.
            rule("workOnScenarios", CHANGE, "/scenarios/**", PLANNER, ANALYST),
            rule("workOnOverrides", CHANGE, "/overrides/**", PLANNER, ANALYST),
            rule("workOnForecast", CHANGE, "/forecast/**", PLANNER, ANALYST),
            rule("workOnBacktests", CHANGE, "/backtests/**", PLANNER, ANALYST),
            // That nobody publishes what they wrote, Publishing asks.
            rule("publishRules", CHANGE, "/rule-book/drafts/*/publish", ANALYST, PLANNER),
            rule("publishRules", CHANGE, "/rule-book/drafts/*/send-back", ANALYST, PLANNER),
            rule("publishRules", CHANGE, "/rule-book/drafts/*/impact/**", ANALYST, PLANNER),
            rule("publishRules", CHANGE, "/rule-book/versions/*/withdraw", ANALYST, PLANNER),
            rule("editRules", CHANGE, "/rule-book/**", ANALYST),
            rule("readAudit", READ, "/audit/**", ADMINISTRATOR, AUDITOR),
            rule("readAudit", READ, "/audit.*", ADMINISTRATOR, AUDITOR),
            rule("ownTokens", CHANGE, "/tokens/**", EVERYONE),
            rule("manageWebhooks", CHANGE, "/webhooks/**", ADMINISTRATOR),
            rule("readWebhooks", READ, "/webhooks/**", ADMINISTRATOR, AUDITOR),
            rule("ownViews", CHANGE, "/items/views/**", EVERYONE),
            rule("ownPassword", CHANGE, OWN_PASSWORD, EVERYONE),
            // Which of them may do what to an order, and whether it is theirs, OrderLife and ApprovalPolicy say.
            rule("workOnOrders", CHANGE, "/purchase-orders/**", BUYER, APPROVER, PLANNER, ANALYST),
            rule("workOnOrders", CHANGE, "/transfers/**", BUYER, APPROVER, PLANNER, ANALYST),
            rule("bookReceipts", CHANGE, "/receipts/**", BUYER),
            rule("readReceipts", READ, "/receipts/**", BUYER, AUDITOR),
            rule("delegateApproval", CHANGE, "/delegations/**", APPROVER),
            rule("setLimits", CHANGE, "/approval-limits/**", ADMINISTRATOR),
            rule("readLimits", READ, "/approval-limits", ADMINISTRATOR, APPROVER, AUDITOR),
            rule("manageAccounts", CHANGE, "/accounts/**", ADMINISTRATOR),
            rule("manageAccounts", READ, "/new-account", ADMINISTRATOR),
            rule("readAccounts", READ, "/accounts/**", ADMINISTRATOR, AUDITOR),
            rule("readAccounts", READ, "/access-review", ADMINISTRATOR, AUDITOR),
            rule("readAccounts", READ, "/access-review.*", ADMINISTRATOR, AUDITOR));

    private AccessRules() {}

    /** Whether one of the roles may change what is at an address of the table. */
    static boolean mayChange(String path, Set<Role> roles) {
        PathContainer address = PathContainer.parsePath(path);
        return ALL.stream()
                .filter(rule -> rule.kind() == CHANGE
                        && PathPatternParser.defaultInstance.parse(rule.path()).matches(address))
                .findFirst()
                .filter(rule -> roles.stream().anyMatch(rule::allows))
                .isPresent();
    }

    private static AccessRule rule(String name, AccessRule.Kind kind, String path, Role... roles) {
        return new AccessRule(name, kind, path, EnumSet.copyOf(List.of(roles)));
    }
}
