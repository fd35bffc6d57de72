package org.plenish.web.shared;

import java.util.Optional;

/** Finds who is logged in. */
public interface CurrentUser {

    /** Empty on the pages that need no log-in. */
    Optional<LoggedIn> find();
}
