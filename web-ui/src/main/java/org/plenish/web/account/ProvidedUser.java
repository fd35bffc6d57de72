package org.plenish.web.account;

import org.plenish.web.shared.Role;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Whom an identity provider sent, with the account that they are here. */
final class ProvidedUser extends DefaultOidcUser {

    private static final long serialVersionUID = 1L;

    private final SignedIn signedIn;

    ProvidedUser(SignedIn signedIn, OidcUser user) {
        super(
                AuthorityUtils.createAuthorityList(
                        signedIn.roles().stream().map(Role::name).toList()),
                user.getIdToken(),
                user.getUserInfo());
        this.signedIn = signedIn;
    }

    SignedIn signedIn() {
        return signedIn;
    }
}
