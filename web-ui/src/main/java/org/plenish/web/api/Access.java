package org.plenish.web.api;

import java.util.Locale;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.Role;
import org.springframework.http.HttpStatus;

/** What a token must be made for. */
final class Access {

    private Access() {}

    /** @throws ApiProblem 403 without the role */
    static void require(Actor actor, Role role) {
        if (!actor.is(role)) {
            throw new ApiProblem(
                    HttpStatus.FORBIDDEN,
                    "This needs a token with the role " + role.name().toLowerCase(Locale.ROOT)
                            + ". Make one on the page /tokens, if you have that role.");
        }
    }
}
