package org.plenish.web.override;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One value that a person has set.
 *
 * @param expiresOn last day of which a plan takes it, null: no end
 */
public record StandingOverride(
        long id,
        String item,
        String warehouse,
        OverrideField field,
        double value,
        String reason,
        @Nullable LocalDate expiresOn,
        String setBy,
        OffsetDateTime setAt) {

    boolean isInForceOn(LocalDate day) {
        return expiresOn == null || !day.isAfter(expiresOn);
    }
}
