package org.plenish.web.account;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditEntry;
import org.plenish.web.shared.AuditTrail;
import org.plenish.web.shared.DeniedAttempts;
import org.plenish.web.shared.NothingFoundException;
import org.plenish.web.shared.OwnerTokens;
import org.plenish.web.shared.Role;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every change of an account: what is refused, and the record of what is not, in one transaction. Neither a password nor
 * its hash is ever part of a record.
 */
@Service
class Accounts {

    /** Of the demo's accounts, so that no other is taken for one. */
    static final String DEMO_PREFIX = "demo-";

    private static final String SUBJECT_KIND = "account";
    private static final String PRODUCT = "plenish";
    private static final Actor PROVIDER = Actor.product("identity provider");

    private final AccountStore store;
    private final Passwords passwords;
    private final LoginThrottle throttle;
    private final OwnerTokens tokens;
    private final LogIns logIns;
    private final DeniedAttempts denied;
    private final AuditTrail audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final boolean demo;

    Accounts(
            AccountStore store,
            Passwords passwords,
            LoginThrottle throttle,
            OwnerTokens tokens,
            LogIns logIns,
            DeniedAttempts denied,
            AuditTrail audit,
            TransactionTemplate transaction,
            Clock clock,
            @Value("${plenish.demo}") boolean demo) {
        this.store = store;
        this.passwords = passwords;
        this.throttle = throttle;
        this.tokens = tokens;
        this.logIns = logIns;
        this.denied = denied;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.demo = demo;
    }

    List<Account> all() {
        return store.all();
    }

    /** @throws NothingFoundException if there is none */
    Account get(String userName) {
        return require(userName);
    }

    boolean isBlocked(Account account) {
        return throttle.isBlocked(account.userName());
    }

    /**
     * The first account. Of two at once one wins.
     *
     * @throws FirstRunOverException if there is an account
     */
    void createFirst(String userName, String displayName, String password, String origin) {
        Account first = account(userName, displayName, EnumSet.of(Role.ADMINISTRATOR), PRODUCT, null);
        passwords.require(password, first.userName());
        String hash = passwords.hash(password);
        inTransaction(() -> {
            if (!store.isEmpty()) {
                throw new FirstRunOverException();
            }
            insert(Actor.product(origin), "create the first account", first, hash);
        });
    }

    /** @return the password to log in with once, to be told to the person and kept nowhere */
    String create(Actor actor, String userName, String displayName, Set<Role> roles) {
        Account created = account(
                userName, displayName, roles, actor.userName(), clock.instant().plus(Passwords.ONE_TIME_LIFE));
        String password = passwords.oneTime();
        String hash = passwords.hash(password);
        asAdministrator(actor, () -> insert(actor, "create", created, hash));
        return password;
    }

    /** @param version of the account that the person saw */
    void change(Actor actor, String userName, int version, String displayName, Set<Role> roles, String reason) {
        requireReason(reason);
        String name = requireDisplayName(displayName);
        asAdministrator(actor, () -> {
            Account before = requireVersion(userName, version);
            // The identity provider names the roles of whom it logs in.
            Set<Role> wanted = before.subject() == null ? roles : before.roles();
            requireRoles(wanted);
            if (before.userName().equals(actor.userName()) && !wanted.equals(before.roles())) {
                throw new RefusedException("account.refused.ownRoles");
            }
            Account after = before.with(name, wanted, before.disabledAt());
            store.update(after);
            append(actor, before, "change", AccountState.of(before), AccountState.of(after), reason);
        });
    }

    /** Its sessions end with it, and its tokens for good. */
    void disable(Actor actor, String userName, int version, String reason) {
        setDisabled(actor, userName, version, clock.instant(), reason);
    }

    void enable(Actor actor, String userName, int version, String reason) {
        setDisabled(actor, userName, version, null, reason);
    }

    /** @return the password to log in with once */
    String resetPassword(Actor actor, String userName, int version, String reason) {
        requireReason(reason);
        String password = passwords.oneTime();
        String hash = passwords.hash(password);
        asAdministrator(actor, () -> {
            Account account = requireVersion(userName, version);
            if (account.subject() != null) {
                throw new RefusedException("account.refused.provider", account.userName());
            }
            Instant now = clock.instant();
            store.updatePassword(account.id(), hash, now, now.plus(Passwords.ONE_TIME_LIFE));
            throttle.forget(account.userName());
            append(actor, account, "reset password", null, null, reason);
        });
        return password;
    }

    /** Forgets failed log-ins. */
    void unlock(Actor actor, String userName, String reason) {
        requireReason(reason);
        asAdministrator(actor, () -> {
            Account account = require(userName);
            throttle.forget(account.userName());
            append(actor, account, "unlock", null, null, reason);
        });
    }

    /** The person's own; all their sessions end, this one too. */
    void choosePassword(Actor actor, String current, String chosen, String repeated) {
        Account account = require(actor.userName());
        throttle.count(account.userName(), actor.origin()).ifPresent(wait -> {
            notePasswordRefused(actor, "Too many attempts.");
            throw new RefusedException("password.refused.tooMany", new TooManyAttemptsException(wait).minutesToWait());
        });
        @Nullable String hash = store.findPasswordHash(account.id()).orElse(null);
        if (!passwords.matches(current, hash)) {
            notePasswordRefused(actor, "The current password is not right.");
            throw new RefusedException("password.refused.current");
        }
        throttle.succeeded(account.userName(), actor.origin());
        if (!chosen.equals(repeated)) {
            throw new RefusedException("password.refused.repeated");
        }
        if (chosen.equals(current)) {
            throw new RefusedException("password.refused.same");
        }
        passwords.require(chosen, account.userName());
        String newHash = passwords.hash(chosen);
        inTransaction(() -> {
            Account unchanged = requireVersion(account.userName(), account.version());
            store.updatePassword(unchanged.id(), newHash, clock.instant(), null);
            append(actor, unchanged, "choose password", null, null, "");
        });
    }

    /** Whoever sits at an open session tries to make it their own. */
    private void notePasswordRefused(Actor actor, String reason) {
        denied.record(
                new AuditEntry(actor, SUBJECT_KIND, actor.userName(), "choose password refused", null, null, reason));
    }

    /**
     * Of whom an identity provider knows: the account is made if there is none, and follows what the provider says.
     *
     * @param subject issuer and subject, which stay when the name changes
     */
    SignedIn admit(String subject, String userName, String displayName, Set<Role> roles) {
        return Objects.requireNonNull(transaction.execute(status -> {
            store.lock();
            Account account = store.findBySubject(subject)
                    .map(known -> follow(known, displayName, roles))
                    .orElseGet(() -> insertProvided(subject, userName, displayName, roles));
            Instant now = clock.instant();
            logIns.succeeded(account, PROVIDER.origin(), now, null);
            return SignedIn.to(account, now);
        }));
    }

    /** Of whom an identity provider sends, to no avail. */
    void noteRefused(String subject, String reason) {
        logIns.refused(store.findBySubject(subject).orElse(null), PROVIDER.origin(), reason);
    }

    private Account insertProvided(String subject, String userName, String displayName, Set<Role> roles) {
        Account account =
                account(userName, displayName, roles, PROVIDER.userName(), null).ofProvider(subject);
        insert(PROVIDER, "create", account, null);
        return require(account.userName());
    }

    private Account follow(Account known, String displayName, Set<Role> roles) {
        if (known.isDisabled()) {
            throw new RefusedException("account.refused.disabled", known.userName());
        }
        requireRoles(roles);
        Account after = known.with(requireDisplayName(displayName), roles, null);
        if (after.equals(known)) {
            return known;
        }
        store.update(after);
        append(PROVIDER, known, "change", AccountState.of(known), AccountState.of(after), "");
        return require(known.userName());
    }

    private void setDisabled(Actor actor, String userName, int version, @Nullable Instant disabledAt, String reason) {
        requireReason(reason);
        asAdministrator(actor, () -> {
            Account before = requireVersion(userName, version);
            if (before.userName().equals(actor.userName())) {
                throw new RefusedException("account.refused.self");
            }
            if (disabledAt != null) {
                // Before the audit log is held: who revokes one of them holds it before they wait for the log.
                tokens.revokeAll(actor, before.userName(), reason);
            }
            Account after = before.with(before.displayName(), before.roles(), disabledAt);
            store.update(after);
            append(
                    actor,
                    before,
                    disabledAt == null ? "enable" : "disable",
                    AccountState.of(before),
                    AccountState.of(after),
                    reason);
        });
    }

    /**
     * Who was an administrator when the request came in may no longer be one. As nobody changes their own roles or
     * disables themselves, one administrator always remains.
     */
    private void asAdministrator(Actor actor, Runnable change) {
        inTransaction(() -> {
            Account acting = require(actor.userName());
            if (acting.isDisabled() || !acting.roles().contains(Role.ADMINISTRATOR)) {
                throw new AccessDeniedException(actor.userName() + " is no administrator any more.");
            }
            change.run();
        });
    }

    private void inTransaction(Runnable change) {
        transaction.executeWithoutResult(status -> {
            store.lock();
            change.run();
        });
    }

    private void insert(Actor actor, String action, Account account, @Nullable String hash) {
        if (store.find(account.userName()).isPresent()) {
            throw new RefusedException("account.refused.taken", account.userName());
        }
        store.insert(account, hash);
        append(actor, account, action, null, AccountState.of(account), "");
    }

    private void append(
            Actor actor,
            Account account,
            String action,
            @Nullable AccountState before,
            @Nullable AccountState after,
            String reason) {
        audit.append(new AuditEntry(actor, SUBJECT_KIND, account.userName(), action, before, after, reason.strip()));
    }

    private Account account(
            String userName, String displayName, Set<Role> roles, String createdBy, @Nullable Instant oneTimeUntil) {
        String name = Account.userName(userName);
        if (!Account.isUserName(name)) {
            throw new RefusedException("account.refused.userName", userName.strip());
        }
        if (name.startsWith(DEMO_PREFIX) || name.equals(PRODUCT)) {
            throw new RefusedException("account.refused.reserved", name);
        }
        requireRoles(roles);
        Instant now = clock.instant();
        return new Account(
                0,
                0,
                name,
                requireDisplayName(displayName),
                roles,
                demo,
                null,
                now,
                createdBy,
                null,
                oneTimeUntil,
                now,
                null);
    }

    private Account require(String userName) {
        return store.find(userName)
                .orElseThrow(() -> new NothingFoundException("There is no account " + userName + "."));
    }

    private Account requireVersion(String userName, int version) {
        Account account = require(userName);
        if (account.version() != version) {
            throw RefusedException.stale(account.userName());
        }
        return account;
    }

    /** Duties that one person must not have together. */
    static void requireRoles(Set<Role> roles) {
        if (roles.isEmpty()) {
            throw new RefusedException("account.refused.noRole");
        }
        if (roles.contains(Role.ADMINISTRATOR) && roles.contains(Role.APPROVER)) {
            throw new RefusedException("account.refused.adminApproves");
        }
        if (roles.contains(Role.AUDITOR) && roles.size() > 1) {
            throw new RefusedException("account.refused.auditorChanges");
        }
    }

    private static String requireDisplayName(String displayName) {
        String name = displayName.strip();
        if (name.isEmpty() || name.length() > 100 || name.chars().anyMatch(Character::isISOControl)) {
            throw new RefusedException("account.refused.displayName");
        }
        return name;
    }

    private static void requireReason(String reason) {
        if (reason.isBlank() || reason.length() > 500) {
            throw new RefusedException("account.refused.reason");
        }
    }
}
