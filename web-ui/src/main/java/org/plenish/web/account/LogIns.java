package org.plenish.web.account;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditEntry;
import org.plenish.web.shared.AuditTrail;
import org.plenish.web.shared.DeniedAttempts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Records who logs in and out, and in vain, in the log of changes. A name that no account has is not recorded, as it may be
 * a password typed into the wrong field.
 */
@Component
class LogIns {

    private static final String SUBJECT_KIND = "log-in";
    private static final String NO_ACCOUNT = "no account";

    private final AccountStore store;
    private final AuditTrail audit;
    private final DeniedAttempts denied;
    private final TransactionTemplate transaction;

    LogIns(AccountStore store, AuditTrail audit, DeniedAttempts denied, TransactionTemplate transaction) {
        this.store = store;
        this.audit = audit;
        this.denied = denied;
        this.transaction = transaction;
    }

    /** A password's hash and the stronger one that takes its place. */
    record Strengthened(String oldHash, String newHash) {}

    /** @param strengthened null if the password's hash is as strong as new ones are */
    void succeeded(Account account, String origin, Instant now, @Nullable Strengthened strengthened) {
        Actor actor = new Actor(account.userName(), account.roles(), origin);
        transaction.executeWithoutResult(status -> {
            store.noteLogin(account.id(), now);
            if (strengthened != null
                    && store.replaceHash(account.id(), strengthened.oldHash(), strengthened.newHash())) {
                audit.append(new AuditEntry(
                        actor,
                        "account",
                        account.userName(),
                        "strengthen password hash",
                        null,
                        null,
                        "It was made by an earlier version with fewer rounds."));
            }
            append(actor, "log in");
        });
    }

    /** @param account null if the name is no account's */
    void refused(@Nullable Account account, String origin, String reason) {
        denied.record(new AuditEntry(
                Actor.stranger(origin),
                SUBJECT_KIND,
                account == null ? NO_ACCOUNT : account.userName(),
                "log in refused",
                null,
                null,
                reason));
    }

    /** @param found looked up only if it is recorded: a flood is to cost the database nothing */
    void refusedUnseen(Supplier<Optional<Account>> found, String origin, String reason) {
        Optional<Account> account = denied.isRecorded(Actor.stranger(origin)) ? found.get() : Optional.empty();
        refused(account.orElse(null), origin, reason);
    }

    void loggedOut(SignedIn user, String origin) {
        transaction.executeWithoutResult(status -> append(new Actor(user.userName(), user.roles(), origin), "log out"));
    }

    private void append(Actor actor, String action) {
        audit.append(new AuditEntry(actor, SUBJECT_KIND, actor.userName(), action, null, null, ""));
    }
}
