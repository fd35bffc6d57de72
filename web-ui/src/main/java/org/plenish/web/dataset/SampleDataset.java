package org.plenish.web.dataset;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The sample that ships with the product, as its latest plan knows it.
 *
 * @param planned whether the next run plans it
 * @param planDate null if no plan of it is kept, as what follows is
 */
public record SampleDataset(
        boolean planned,
        @Nullable LocalDate planDate,
        @Nullable String fingerprint,
        @Nullable Long items,
        @Nullable Long warehouses,
        @Nullable Long suppliers) {

    public @Nullable String shortFingerprint() {
        return fingerprint == null ? null : fingerprint.substring(0, Math.min(16, fingerprint.length()));
    }
}
