package org.plenish.web.api;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditEntry;
import org.plenish.web.shared.AuditTrail;
import org.plenish.web.shared.OutboundEvent;
import org.plenish.web.shared.Role;
import org.plenish.web.shared.Webhooks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Webhooks in the database; an event is a row for each webhook that asked for it, delivered by {@link WebhookDelivery}. */
@Repository
public class StoredWebhooks implements Webhooks {

    private static final int SECRET_BYTES = 32;
    private static final int SHOWN_DELIVERIES = 50;

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final JsonMapper json;
    private final Clock clock;
    private final WebhookAddress address;
    private final SecureRandom random = new SecureRandom();

    StoredWebhooks(JdbcClient jdbc, AuditTrail audit, JsonMapper json, Clock clock, ApiProperties properties) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
        this.address = new WebhookAddress(properties.webhook().allowLoopback());
    }

    /** As it is posted. */
    private record Event(String event, OffsetDateTime at, Object data) {}

    /**
     * @return the secret by which its deliveries are signed, to be shown once
     * @throws WebhookRefusedException if the address or the events are not as they must be
     */
    @Transactional
    public String register(Actor actor, String url, Set<OutboundEvent> events) {
        requireAdministrator(actor);
        if (events.isEmpty()) {
            throw new WebhookRefusedException("A webhook must be told of one event or more. Tick those it is for.");
        }
        String wanted = url.strip();
        address.check(wanted);
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        List<String> ids = events.stream().map(OutboundEvent::id).sorted().toList();
        jdbc.sql("""
                        INSERT INTO webhook (url, secret, events, created_at, created_by)
                        VALUES (:url, :secret, :events, :now, :by)""")
                .param("url", wanted)
                .param("secret", secret)
                .param("events", ids.toArray(String[]::new))
                .param("now", now())
                .param("by", actor.userName())
                .update();
        audit.append(new AuditEntry(actor, "webhook", wanted, "register", null, ids, ""));
        return secret;
    }

    /** Ends it; what is still on its way to it is given up. */
    @Transactional
    public void remove(Actor actor, long id) {
        requireAdministrator(actor);
        List<String> removed = jdbc.sql(
                        "UPDATE webhook SET removed_at = :now WHERE id = :id AND removed_at IS NULL RETURNING url")
                .param("now", now())
                .param("id", id)
                .query(String.class)
                .list();
        jdbc.sql("UPDATE webhook_delivery SET next_attempt_at = NULL, last_error = 'The webhook was removed.'"
                        + " WHERE webhook_id = :id AND next_attempt_at IS NOT NULL")
                .param("id", id)
                .update();
        removed.forEach(url -> audit.append(new AuditEntry(actor, "webhook", url, "remove", url, null, "")));
    }

    @Override
    public void publish(OutboundEvent event, Object data) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("The event " + event.id()
                    + " must be noted in the transaction of what happens, but there is none.");
        }
        OffsetDateTime now = now();
        String body = json.writeValueAsString(new Event(event.id(), now, data));
        jdbc.sql("""
                        INSERT INTO webhook_delivery (webhook_id, event, body, created_at, next_attempt_at)
                        SELECT id, :event, :body, :now, :now FROM webhook
                        WHERE removed_at IS NULL AND :event = ANY (events)""")
                .param("event", event.id())
                .param("body", body)
                .param("now", now)
                .update();
    }

    List<Webhook> all() {
        return jdbc.sql("""
                        SELECT id, url, events, created_by, created_at FROM webhook
                        WHERE removed_at IS NULL ORDER BY id""").query(StoredWebhooks::webhook).list();
    }

    /** The latest first. */
    List<Delivery> deliveries() {
        return jdbc.sql("""
                        SELECT d.id, url, event, d.created_at, attempts, next_attempt_at, delivered_at, last_status, last_error
                        FROM webhook_delivery d JOIN webhook w ON w.id = d.webhook_id
                        ORDER BY d.id DESC LIMIT :most""")
                .param("most", SHOWN_DELIVERIES)
                .query(Delivery.class)
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static void requireAdministrator(Actor actor) {
        if (!actor.is(Role.ADMINISTRATOR)) {
            throw new WebhookRefusedException("Webhooks are managed by administrators.");
        }
    }

    private static Webhook webhook(ResultSet row, int index) throws SQLException {
        return new Webhook(
                row.getLong("id"),
                row.getString("url"),
                List.of((String[]) row.getArray("events").getArray()),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class));
    }
}
