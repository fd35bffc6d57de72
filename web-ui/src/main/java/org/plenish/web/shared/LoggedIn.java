package org.plenish.web.shared;

import java.util.List;
import java.util.Set;

/** Whom the pages are shown to. */
public record LoggedIn(String userName, String displayName, Set<Role> roles) {

    public LoggedIn {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Of their names in {@code messages.properties}. */
    public List<String> roleKeys() {
        return roles.stream().sorted().map(role -> "role." + role.name()).toList();
    }
}
