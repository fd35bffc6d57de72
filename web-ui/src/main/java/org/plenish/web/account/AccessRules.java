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
import org.plenish.web.shared.Role;

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
    static final String FIRST_RUN = "/first-run";
    static final String OWN_PASSWORD = "/password";

    private static final Role[] EVERYONE = Role.values();

    static final List<AccessRule> ALL = List.of(
            rule("plan", CHANGE, "/run", PLANNER),
            rule("plan", CHANGE, "/run/cancel", PLANNER),
            rule("readAudit", READ, "/audit/**", ADMINISTRATOR, AUDITOR),
            rule("readAudit", READ, "/audit.csv", ADMINISTRATOR, AUDITOR),
            rule("ownTokens", CHANGE, "/tokens/**", EVERYONE),
            rule("manageWebhooks", CHANGE, "/webhooks/**", ADMINISTRATOR),
            rule("readWebhooks", READ, "/webhooks/**", ADMINISTRATOR, AUDITOR),
            rule("ownPassword", CHANGE, OWN_PASSWORD, EVERYONE),
            // Which of them may do what to an order, and whether it is theirs, OrderLife and ApprovalPolicy say.
            rule("workOnOrders", CHANGE, "/purchase-orders/**", BUYER, APPROVER, PLANNER, ANALYST),
            rule("workOnOrders", CHANGE, "/transfers/**", BUYER, APPROVER, PLANNER, ANALYST),
            rule("delegateApproval", CHANGE, "/delegations/**", APPROVER),
            rule("setLimits", CHANGE, "/approval-limits/**", ADMINISTRATOR),
            rule("readLimits", READ, "/approval-limits", ADMINISTRATOR, APPROVER, AUDITOR),
            rule("manageAccounts", CHANGE, "/accounts/**", ADMINISTRATOR),
            rule("manageAccounts", READ, "/new-account", ADMINISTRATOR),
            rule("readAccounts", READ, "/accounts/**", ADMINISTRATOR, AUDITOR),
            rule("readAccounts", READ, "/access-review", ADMINISTRATOR, AUDITOR),
            rule("readAccounts", READ, "/access-review.*", ADMINISTRATOR, AUDITOR));

    private AccessRules() {}

    private static AccessRule rule(String name, AccessRule.Kind kind, String path, Role... roles) {
        return new AccessRule(name, kind, path, EnumSet.copyOf(List.of(roles)));
    }
}
