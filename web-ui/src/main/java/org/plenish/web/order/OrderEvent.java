package org.plenish.web.order;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.plenish.web.order.life.OrderState;

/** One step of an order's life, a mail of it, or a comment on it, in which case {@code action} is {@code COMMENT}. */
public record OrderEvent(
        OffsetDateTime at, String userName, String action, OrderState state, String reason, String detail) {

    static final String MAIL_BEGUN = "MAIL_BEGUN";
    static final String MAIL = "MAIL";
    static final String MAIL_FAILED = "MAIL_FAILED";
    static final List<String> MAILS = List.of(MAIL_BEGUN, MAIL, MAIL_FAILED);

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** To the minute, in UTC. */
    public String minute() {
        return MINUTE.format(at);
    }
}
