package org.plenish.web.account;

import java.util.Optional;
import org.plenish.web.shared.CurrentUser;
import org.plenish.web.shared.LoggedIn;
import org.springframework.stereotype.Component;

/** The account of the session. */
@Component
class SessionUser implements CurrentUser {

    @Override
    public Optional<LoggedIn> find() {
        return SignedIn.find().map(SignedIn::shown);
    }
}
