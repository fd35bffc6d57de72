package org.plenish.web.shared;

import java.util.Optional;
import java.util.Set;

/** What the owner of a token may do now, whatever it was when the token was made. */
public interface OwnerRoles {

    /** Empty if there is no such account, or it may not log in. */
    Optional<Set<Role>> find(String userName);
}
