package org.plenish.web.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditEntry;
import org.plenish.web.shared.AuditTrail;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * An account a role whose password everybody knows, in demo mode only. Before the first request is served, a start in
 * demo mode makes them anew, and any other start removes them with all accounts that were made in demo mode: their
 * maker may have been anybody.
 */
@Component
class DemoAccounts implements InitializingBean {

    static final String PASSWORD = "demo";

    private static final Actor START = Actor.product("start");

    private final AccountStore store;
    private final Passwords passwords;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final boolean demo;

    DemoAccounts(
            AccountStore store,
            Passwords passwords,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${plenish.demo}") boolean demo) {
        this.store = store;
        this.passwords = passwords;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.demo = demo;
    }

    @Override
    public void afterPropertiesSet() {
        transaction.executeWithoutResult(status -> {
            store.lock();
            if (!demo) {
                store.deleteDemoAccounts("").forEach(name -> record(name, "remove demo account"));
            } else if (store.all().stream().anyMatch(account -> !account.demo())) {
                throw new DemoRefusedException();
            } else {
                store.deleteDemoAccounts(Accounts.DEMO_PREFIX);
                String hash = passwords.hash(PASSWORD);
                Arrays.stream(Role.values()).forEach(role -> make(role, hash));
            }
        });
    }

    /** User names by role, as the log-in page offers them; empty unless in demo mode. */
    SortedMap<Role, String> userNames() {
        SortedMap<Role, String> names = new TreeMap<>();
        if (demo) {
            Arrays.stream(Role.values()).forEach(role -> names.put(role, userName(role)));
        }
        return names;
    }

    private static String userName(Role role) {
        return Accounts.DEMO_PREFIX + role.name().toLowerCase(Locale.ROOT);
    }

    private void make(Role role, String hash) {
        Instant now = clock.instant();
        store.insert(
                new Account(
                        0,
                        0,
                        userName(role),
                        "Demo " + role.name().toLowerCase(Locale.ROOT),
                        Set.of(role),
                        true,
                        null,
                        now,
                        START.userName(),
                        null,
                        null,
                        now,
                        null),
                hash);
        record(userName(role), "make demo account");
    }

    private void record(String userName, String action) {
        audit.append(new AuditEntry(START, "account", userName, action, null, null, ""));
    }
}
