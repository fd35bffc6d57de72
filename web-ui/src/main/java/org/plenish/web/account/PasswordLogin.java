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
    private final Clock clock;

    PasswordLogin(AccountStore store, Passwords passwords, LoginThrottle throttle, Clock clock) {
        this.store = store;
        this.passwords = passwords;
        this.throttle = throttle;
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
            throw new TooManyAttemptsException(wait);
        });
        Optional<Account> found = Account.isUserName(userName) ? store.find(userName) : Optional.empty();
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
            throw new BadCredentialsException("refused");
        }
        throttle.succeeded(userName, address);
        store.noteLogin(found.get().id(), now);
        LOG.info("{} logged in from {}.", userName, address);
        SignedIn user = SignedIn.to(found.get(), now);
        return UsernamePasswordAuthenticationToken.authenticated(
                user,
                null,
                AuthorityUtils.createAuthorityList(
                        user.roles().stream().map(Role::name).toList()));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private static boolean mayLogIn(Account account, Instant now) {
        @Nullable Instant until = account.oneTimeUntil();
        return !account.isDisabled() && (until == null || now.isBefore(until));
    }
}
