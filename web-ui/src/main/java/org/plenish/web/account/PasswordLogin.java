package org.plenish.web.account;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Logs in by user name and password. Every refusal is the same, and takes the same time, whether the account does not
 * exist, is disabled, or has another password.
 */
@Component
class PasswordLogin implements AuthenticationProvider {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordLogin.class);

    private final AccountStore store;
    private final Passwords passwords;
    private final LoginThrottle throttle;
    private final LogIns logIns;
    private final Clock clock;

    PasswordLogin(AccountStore store, Passwords passwords, LoginThrottle throttle, LogIns logIns, Clock clock) {
        this.store = store;
        this.passwords = passwords;
        this.throttle = throttle;
        this.logIns = logIns;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String userName = Account.userName(attempt.getName());
        String password = String.valueOf(attempt.getCredentials());
        String address = attempt.getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : "unknown";
        throttle.count(userName, address).ifPresent(wait -> {
            LOG.warn("Log-ins from {} are refused for {} s: too many attempts.", address, wait.toSeconds());
            logIns.refusedUnseen(() -> find(userName), address, "Too many attempts.");
            throw new TooManyAttemptsException(wait);
        });
        Optional<Account> found = find(userName);
        @Nullable
        String hash =
                found.flatMap(account -> store.findPasswordHash(account.id())).orElse(null);
        boolean matches = passwords.matches(password, hash);
        Instant now = clock.instant();
        if (found.isEmpty() || !matches || !mayLogIn(found.get(), now)) {
            // The name is only told if it is one: what does not exist may be a password in the wrong field.
            LOG.warn(
                    "Log-in from {} refused for {}.",
                    address,
                    found.map(Account::userName).orElse("an unknown name"));
            logIns.refused(
                    found.orElse(null), address, "Name or password is not right, or the account may not log in.");
            throw new BadCredentialsException("refused");
        }
        throttle.succeeded(userName, address);
        logIns.succeeded(found.get(), address, now, strengthened(password, hash));
        LOG.info("{} logged in from {}.", userName, address);
        SignedIn user = SignedIn.to(found.get(), now);
        return UsernamePasswordAuthenticationToken.authenticated(
                user,
                null,
                AuthorityUtils.createAuthorityList(
                        user.roles().stream().map(Role::name).toList()));
    }

    private Optional<Account> find(String userName) {
        return Account.isUserName(userName) ? store.find(userName) : Optional.empty();
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    /** Only now is the password known that a stronger hash is made of. */
    private LogIns.@Nullable Strengthened strengthened(String password, @Nullable String hash) {
        return hash == null || !passwords.isWeak(hash) ? null : new LogIns.Strengthened(hash, passwords.hash(password));
    }

    private static boolean mayLogIn(Account account, Instant now) {
        @Nullable Instant until = account.oneTimeUntil();
        return !account.isDisabled() && (until == null || now.isBefore(until));
    }
}
