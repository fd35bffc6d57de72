package org.plenish.web.shared;

import java.util.Set;

/**
 * Who does something, and from where.
 *
 * @param userName as logged in with; of a token: its owner's
 * @param origin address of the caller, or how the product itself came to act
 */
public record Actor(String userName, Set<Role> roles, String origin) {

    private static final String STRANGER = "not logged in";

    public Actor {
        roles = Set.copyOf(roles);
    }

    /** The product itself: planning runs, jobs, the command line. */
    public static Actor product(String origin) {
        return new Actor("plenish", Set.of(), origin);
    }

    /** Somebody who has not shown who they are; no account has such a name. */
    public static Actor stranger(String origin) {
        return new Actor(STRANGER, Set.of(), origin);
    }

    public boolean isStranger() {
        return userName.equals(STRANGER);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
