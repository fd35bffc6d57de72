package org.plenish.web.dataset;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A dataset as the list of datasets tells of it.
 *
 * @param basedOn the dataset whose files it took over where none was brought in; null: all were
 * @param origin {@code UPLOAD} or {@code API}
 * @param salesRows of sales.csv, below its header
 * @param runs that were started on it, whatever became of them
 * @param openImports imports at work or waiting that are based on it
 * @param planned whether the next run plans it
 */
public record StoredDataset(
        long id,
        String name,
        String fingerprint,
        @Nullable Long basedOn,
        @Nullable String basedOnName,
        String origin,
        LocalDate planDate,
        String currency,
        int items,
        int warehouses,
        int suppliers,
        long salesRows,
        OffsetDateTime createdAt,
        String createdBy,
        long runs,
        long basedOnIt,
        long openImports,
        boolean planned) {

    /** Of a fingerprint, as much as a person compares. */
    public String shortFingerprint() {
        return fingerprint.substring(0, Math.min(16, fingerprint.length()));
    }

    /** Whether nothing refers to it. */
    public boolean isDeletable() {
        return runs == 0 && basedOnIt == 0 && openImports == 0 && !planned;
    }
}
