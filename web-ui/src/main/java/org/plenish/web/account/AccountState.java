package org.plenish.web.account;

import java.util.List;
import org.plenish.web.shared.Role;

/** What of an account is recorded when it changes; nothing that would help to log in. */
record AccountState(String displayName, List<Role> roles, boolean disabled) {

    static AccountState of(Account account) {
        return new AccountState(
                account.displayName(), account.roles().stream().sorted().toList(), account.isDisabled());
    }
}
