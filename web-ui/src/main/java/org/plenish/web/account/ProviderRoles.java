package org.plenish.web.account;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.Role;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which roles an identity provider gives, {@code plenish.oidc}.
 *
 * @param rolesClaim where its groups or roles are; dots lead into nested claims: {@code realm_access.roles}
 * @param userNameClaim what becomes the user name
 * @param roles by value of the claim: {@code plenish.oidc.roles[purchasing]=BUYER}; what is not listed gives nothing
 */
@ConfigurationProperties("plenish.oidc")
record ProviderRoles(
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue("preferred_username") String userNameClaim,
        @DefaultValue Map<String, Set<Role>> roles) {

    Set<Role> of(Map<String, Object> claims) {
        @Nullable Object value = claims;
        for (String name : rolesClaim.split("\\.")) {
            value = value instanceof Map<?, ?> nested ? nested.get(name) : null;
        }
        Collection<?> given = value instanceof Collection<?> many ? many : value == null ? List.of() : List.of(value);
        Set<Role> mapped = EnumSet.noneOf(Role.class);
        given.forEach(each -> mapped.addAll(roles.getOrDefault(String.valueOf(each), Set.of())));
        return mapped;
    }
}
