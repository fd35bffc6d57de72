package org.plenish.web.account;

import java.io.Serializable;
import java.security.Principal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.LoggedIn;
import org.plenish.web.shared.Role;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * What a session knows of its account; no password, no hash.
 *
 * @param version of the account when the session began: any change of the account ends it
 * @param mustChoosePassword nothing else is possible before
 */
record SignedIn(
        long accountId,
        int version,
        String userName,
        String displayName,
        Set<Role> roles,
        boolean mustChoosePassword,
        Instant since)
        implements Principal, Serializable {

    SignedIn {
        roles = Set.copyOf(roles);
    }

    static SignedIn to(Account account, Instant since) {
        return new SignedIn(
                account.id(),
                account.version(),
                account.userName(),
                account.displayName(),
                account.roles(),
                account.hasOneTimePassword(),
                since);
    }

    /** Of the request at work. */
    static Optional<SignedIn> find() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    static Optional<SignedIn> of(@Nullable Authentication authentication) {
        @Nullable Object principal = authentication == null ? null : authentication.getPrincipal();
        if (principal instanceof ProvidedUser provided) {
            return Optional.of(provided.signedIn());
        }
        return principal instanceof SignedIn signedIn ? Optional.of(signedIn) : Optional.empty();
    }

    @Override
    public String getName() {
        return userName;
    }

    LoggedIn shown() {
        return new LoggedIn(userName, displayName, roles);
    }
}
