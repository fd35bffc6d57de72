package org.plenish.web.api;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to one webhook.
 *
 * @param nextAttemptAt null: delivered, or given up
 * @param lastStatus of HTTP; null: there was no answer yet
 */
public record Delivery(
        long id,
        String url,
        String event,
        OffsetDateTime createdAt,
        int attempts,
        @Nullable OffsetDateTime nextAttemptAt,
        @Nullable OffsetDateTime deliveredAt,
        @Nullable Integer lastStatus,
        String lastError) {

    /** As texts name it. */
    public String state() {
        return deliveredAt != null
                ? "DELIVERED"
                : nextAttemptAt == null ? "GIVEN_UP" : attempts == 0 ? "WAITING" : "RETRYING";
    }
}
