package org.plenish.web.shared;

import java.util.Set;

/**
 * Who does something, and from where.
 *
 * @param userName as logged in with; of a token: its owner's
 * @param origin address of the caller, or how the product itself came to act
 */
public record Actor(String userName, Set<Role> roles, String origin) {

    public Actor {
        roles = Set.copyOf(roles);
    }

    /** The product itself: planning runs, jobs, the command line. */
    public static Actor product(String origin) {
        return new Actor("plenish", Set.of(), origin);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
