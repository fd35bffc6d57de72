package org.plenish.web.order;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * What was last noted of an order's mail to its supplier.
 *
 * @param action one of {@link OrderEvent#MAILS}
 * @param detail the address, or why it failed
 */
public record NotedMail(String action, OffsetDateTime at, String detail) {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    public boolean isBegun() {
        return action.equals(OrderEvent.MAIL_BEGUN);
    }

    public boolean isFailed() {
        return action.equals(OrderEvent.MAIL_FAILED);
    }

    /** To the minute, in UTC. */
    public String minute() {
        return MINUTE.format(at);
    }
}
