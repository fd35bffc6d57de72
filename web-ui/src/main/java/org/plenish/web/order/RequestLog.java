package org.plenish.web.order;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.plenish.web.shared.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers a form that comes twice as it was answered the first time, also if both come at once. A form that comes back
 * filled in otherwise, or by another button of its page, is another one.
 */
@Component
class RequestLog {

    private final JdbcClient jdbc;
    private final Clock clock;

    RequestLog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Within the transaction of the work: both count, or neither.
     *
     * @param page of one showing of the form
     * @param content all that the form says
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Outcome once(UUID page, Actor actor, String content, Supplier<Outcome> work) {
        UUID request = UUID.nameUUIDFromBytes((page + " " + content).getBytes(StandardCharsets.UTF_8));
        // Waits for the same request if that is at work now.
        int first = jdbc.sql("""
                        INSERT INTO order_request (id, user_name, at) VALUES (:id, :user, :now)
                        ON CONFLICT (id) DO NOTHING""")
                .param("id", request)
                .param("user", actor.userName())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (first == 0) {
            return answered(request, actor)
                    .orElseGet(
                            () -> Outcome.forbidden("Somebody else sent this form. Open the page anew and try again."));
        }
        Outcome outcome = work.get();
        jdbc.sql("UPDATE order_request SET status = :status, message = :message WHERE id = :id")
                .param("status", outcome.status())
                .param("message", outcome.message())
                .param("id", request)
                .update();
        return outcome;
    }

    private Optional<Outcome> answered(UUID request, Actor actor) {
        return jdbc.sql("SELECT status, message FROM order_request WHERE id = :id AND user_name = :user")
                .param("id", request)
                .param("user", actor.userName())
                .query(Outcome.class)
                .optional();
    }
}
