package org.plenish.web.order;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Which mails may or may not have gone. A mail is noted before it goes and again when the server has taken it; if the
 * product ends in between, nobody knows. Only a person can find out, by asking the supplier or the mail server.
 */
@Component
class MailDoubts {

    /** Longer than any mail server takes to answer. */
    private static final Duration AT_WORK = Duration.ofMinutes(10);

    private final Clock clock;
    private final Instant started;

    MailDoubts(Clock clock) {
        this.clock = clock;
        this.started = clock.instant();
    }

    /** Whether it was begun and is not at work any more. */
    boolean isInDoubt(NotedMail mail) {
        Instant begun = mail.at().toInstant();
        return mail.isBegun()
                && (begun.isBefore(started) || begun.isBefore(clock.instant().minus(AT_WORK)));
    }
}
