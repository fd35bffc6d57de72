package org.plenish.web.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.plenish.web.shared.OwnerRoles;
import org.plenish.web.shared.Role;
import org.springframework.stereotype.Component;

/** What an account may do now; nothing while it is disabled, or it is in doubt whether its owner would get in. */
@Component
class AccountRoles implements OwnerRoles {

    /** That somebody has left, an identity provider tells only by not letting them log in any more. */
    static final Duration LONGEST_SINCE_PROVIDER_SAW_THEM = Duration.ofDays(30);

    private final AccountStore store;
    private final Clock clock;

    AccountRoles(AccountStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Optional<Set<Role>> find(String userName) {
        return store.find(userName)
                .filter(account -> !account.isDisabled() && !account.hasOneTimePassword())
                .filter(this::isKnownToItsProvider)
                .map(Account::roles);
    }

    private boolean isKnownToItsProvider(Account account) {
        Instant lastLogin = account.lastLoginAt();
        return account.subject() == null
                || lastLogin != null && lastLogin.isAfter(clock.instant().minus(LONGEST_SINCE_PROVIDER_SAW_THEM));
    }
}
