package org.plenish.web.order;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A file of receipts that somebody brought in.
 *
 * @param bookedAt with what follows: null as long as nothing of it is booked
 * @param receiptCount rows of it
 */
public record ReceiptUpload(
        long id,
        String name,
        String sha256,
        OffsetDateTime uploadedAt,
        String uploadedBy,
        @Nullable OffsetDateTime bookedAt,
        @Nullable String bookedBy,
        @Nullable Integer receiptCount,
        @Nullable Integer orderCount,
        @Nullable Long unitCount) {

    public boolean isBooked() {
        return bookedAt != null;
    }

    public String address() {
        return "/receipts/" + id;
    }
}
