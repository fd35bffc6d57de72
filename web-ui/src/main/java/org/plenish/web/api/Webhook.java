package org.plenish.web.api;

import java.time.OffsetDateTime;
import java.util.List;

/** Who is told of which events; its secret is not shown again. */
public record Webhook(long id, String url, List<String> events, String createdBy, OffsetDateTime createdAt) {

    public Webhook {
        events = List.copyOf(events);
    }
}
