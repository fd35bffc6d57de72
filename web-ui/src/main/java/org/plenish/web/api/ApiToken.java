package org.plenish.web.api;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.Role;

/**
 * What is known of a token; not the token itself.
 *
 * @param prefix its first characters
 * @param expiresOn the last day on which it is good, UTC
 */
public record ApiToken(
        long id,
        String name,
        String prefix,
        String owner,
        Set<Role> roles,
        OffsetDateTime createdAt,
        LocalDate expiresOn,
        @Nullable OffsetDateTime lastUsedAt,
        @Nullable OffsetDateTime revokedAt) {

    public ApiToken {
        roles = Set.copyOf(roles);
    }

    public boolean isRevoked() {
        return revokedAt != null;
    }

    public boolean isGood(LocalDate today) {
        return !isRevoked() && !today.isAfter(expiresOn);
    }
}
