package org.plenish.web.account;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Lets in whom an OpenID Connect provider knows, with the roles that {@link ProviderRoles} reads from its claims. The
 * account is made at the first log-in and follows the provider at each; an administrator can disable it.
 */
@Component
@EnableConfigurationProperties(ProviderRoles.class)
class ProviderLogin implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderLogin.class);

    private final OidcUserService provider = new OidcUserService();
    private final ProviderRoles roles;
    private final Accounts accounts;

    ProviderLogin(ProviderRoles roles, Accounts accounts) {
        this.roles = roles;
        this.accounts = accounts;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        return admit(provider.loadUser(request));
    }

    /** @throws OAuth2AuthenticationException if the person may not come in; the log says why */
    OidcUser admit(OidcUser user) {
        String subject = user.getIssuer() + " " + user.getSubject();
        @Nullable String userName = user.getClaimAsString(roles.userNameClaim());
        @Nullable String fullName = user.getFullName();
        Set<Role> given = roles.of(user.getClaims());
        try {
            String name = userName == null ? "" : userName;
            SignedIn signedIn = accounts.admit(subject, name, fullName == null ? name : fullName, given);
            LOG.info("{} logged in through {}.", signedIn.userName(), user.getIssuer());
            return new ProvidedUser(signedIn, user);
        } catch (RefusedException refused) {
            LOG.warn("{} sent somebody with roles {} who is refused: {}.", user.getIssuer(), given, refused.key());
            accounts.noteRefused(
                    subject, "Sent by the identity provider with roles " + given + ": " + refused.key() + ".");
            throw new OAuth2AuthenticationException(new OAuth2Error("access_denied"), refused);
        }
    }
}
