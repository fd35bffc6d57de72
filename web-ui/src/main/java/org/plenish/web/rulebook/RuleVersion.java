package org.plenish.web.rulebook;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A rule book that was published; it stays as it is.
 *
 * @param id from 1; 0 is the book that comes with the product, which nobody published
 * @param fingerprint SHA-256 over its files, as planning runs have it
 * @param basedOn the version before it
 * @param authors sorted, separated by commas; empty for version 0
 * @param publishedBy empty for version 0
 * @param publishedAt null for version 0
 * @param effectiveFrom first day (UTC) on which plans are made by it; null for version 0
 * @param withdrawnBy who took it back before its first day; null: nobody
 */
public record RuleVersion(
        long id,
        String name,
        String note,
        String fingerprint,
        long basedOn,
        String authors,
        String publishedBy,
        @Nullable OffsetDateTime publishedAt,
        @Nullable LocalDate effectiveFrom,
        @Nullable String withdrawnBy,
        @Nullable String withdrawnReason) {

    /** Whether it is the book that comes with the product. */
    public boolean isStandard() {
        return id == 0;
    }

    public boolean isWithdrawn() {
        return withdrawnBy != null;
    }

    /** Whether plans may be made by it on a day. */
    boolean isEffectiveOn(LocalDate day) {
        return effectiveFrom == null || !effectiveFrom.isAfter(day);
    }
}
