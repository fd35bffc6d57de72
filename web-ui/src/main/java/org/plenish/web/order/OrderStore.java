package org.plenish.web.order;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.plenish.web.order.life.OrderAction;
import org.plenish.web.order.life.OrderState;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditEntry;
import org.plenish.web.shared.AuditTrail;
import org.plenish.web.shared.DeniedAttempts;
import org.plenish.web.shared.OutboundEvent;
import org.plenish.web.shared.Webhooks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads an order to change it and writes what became of it, always with its event and its entry in the audit log. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class OrderStore {

    private static final String HEAD = """
            SELECT o.id, kind, number, partner, warehouse, order_date, state, version, plan_run, changed_by, changed_at,
                coalesce(value, 0) AS value, coalesce(line_count, 0) AS line_count
            FROM orders o LEFT JOIN order_sum l ON l.order_id = o.id WHERE number = :number""";

    private final JdbcClient jdbc;
    private final AuditTrail audit;
    private final DeniedAttempts denied;
    private final Webhooks webhooks;
    private final Clock clock;

    OrderStore(JdbcClient jdbc, AuditTrail audit, DeniedAttempts denied, Webhooks webhooks, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.denied = denied;
        this.webhooks = webhooks;
        this.clock = clock;
    }

    /**
     * What the audit log keeps of an order before and after.
     *
     * @param detail what led here, in a sentence; blank of what was before
     * @param lines where they are what changes
     */
    record Snapshot(
            String state,
            int version,
            String value,
            int lineCount,
            long planRun,
            String orderDate,
            String detail,
            List<String> lines) {

        static Snapshot of(OrderHead order) {
            return of(order, "", List.of());
        }

        static Snapshot of(OrderHead order, String detail, List<String> lines) {
            return new Snapshot(
                    order.state().name(),
                    order.version(),
                    order.value().toPlainString(),
                    order.lineCount(),
                    order.planRun(),
                    order.orderDate().toString(),
                    detail,
                    lines);
        }
    }

    /** What other programs are told of an order; for the rest they ask. */
    record News(
            String number,
            String kind,
            String status,
            int version,
            String partner,
            String warehouse,
            BigDecimal total) {

        static News of(OrderHead order) {
            return new News(
                    order.number(),
                    order.kind().id(),
                    order.state().id(),
                    order.version(),
                    order.partner(),
                    order.warehouse(),
                    order.value());
        }
    }

    /** A latest change as it is told to somebody who came second. */
    record LastChange(String userName, String action, OffsetDateTime at, String detail) {}

    /** As it is read after whoever is at work on it is done; nobody else changes it until the transaction ends. */
    Optional<OrderHead> lock(String number) {
        jdbc.sql("SELECT id FROM orders WHERE number = :number FOR UPDATE")
                .param("number", number)
                .query(Long.class)
                .optional();
        // A statement of its own: it sees what was committed while the first one waited.
        return read(number);
    }

    Optional<OrderHead> read(String number) {
        return jdbc.sql(HEAD).param("number", number).query(OrderHead.class).optional();
    }

    Optional<LastChange> lastChange(long orderId) {
        return jdbc.sql("""
                        SELECT user_name, action, at, detail FROM order_event
                        WHERE order_id = :order AND action NOT IN (:mails) ORDER BY id DESC LIMIT 1""")
                .param("order", orderId)
                .param("mails", OrderEvent.MAILS)
                .query(LastChange.class)
                .optional();
    }

    /** Who wrote, edited or submitted it, or a line that came to it from another order. */
    Set<String> contributors(long orderId) {
        return jdbc.sql("SELECT user_name FROM order_contributor WHERE order_id = :order")
                .param("order", orderId)
                .query(String.class)
                .set();
    }

    /** Lines of {@code from} went to {@code to}: who had a hand in them has one there. */
    void passContributors(long from, long to) {
        jdbc.sql("""
                        INSERT INTO order_contributor SELECT :to, user_name FROM order_contributor WHERE order_id = :from
                        ON CONFLICT DO NOTHING""").param("to", to).param("from", from).update();
    }

    /**
     * Writes the state that an action leads to.
     *
     * @param before as it was read under lock; its lines may have changed since in the same transaction
     * @param beforeLines and {@code afterLines}: the lines that change, in words
     * @param detail what changed, in a sentence
     * @return as it is now
     */
    OrderHead move(
            Actor actor,
            OrderHead before,
            OrderAction action,
            OrderState state,
            String reason,
            String detail,
            List<String> beforeLines,
            List<String> afterLines) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                        UPDATE orders SET state = :state, version = version + 1, changed_by = :user, changed_at = :now
                        WHERE id = :id""")
                .param("state", state.name())
                .param("user", actor.userName())
                .param("now", now)
                .param("id", before.id())
                .update();
        jdbc.sql("""
                        INSERT INTO order_event (order_id, version, at, user_name, action, state, reason, detail)
                        VALUES (:id, :version, :now, :user, :action, :state, :reason, :detail)""")
                .param("id", before.id())
                .param("version", before.version() + 1)
                .param("now", now)
                .param("user", actor.userName())
                .param("action", action.name())
                .param("state", state.name())
                .param("reason", reason)
                .param("detail", detail)
                .update();
        if (action.contributes()) {
            jdbc.sql("INSERT INTO order_contributor VALUES (:id, :user) ON CONFLICT DO NOTHING")
                    .param("id", before.id())
                    .param("user", actor.userName())
                    .update();
        }
        OrderHead after = read(before.number()).orElseThrow();
        audit.append(new AuditEntry(
                actor,
                "order",
                before.number(),
                action.inWords(),
                Snapshot.of(before, "", beforeLines),
                Snapshot.of(after, detail, afterLines),
                reason));
        told(state).ifPresent(event -> webhooks.publish(event, News.of(after)));
        return after;
    }

    private static Optional<OutboundEvent> told(OrderState state) {
        return switch (state) {
            case PROPOSED, EDITED, SUBMITTED, REJECTED -> Optional.empty();
            case APPROVED -> Optional.of(OutboundEvent.ORDER_APPROVED);
            case SENT -> Optional.of(OutboundEvent.ORDER_SENT);
            case CONFIRMED -> Optional.of(OutboundEvent.ORDER_CONFIRMED);
            case PARTLY_RECEIVED, RECEIVED -> Optional.of(OutboundEvent.ORDER_RECEIVED);
            case CLOSED -> Optional.of(OutboundEvent.ORDER_CLOSED);
            case CANCELLED -> Optional.of(OutboundEvent.ORDER_CANCELLED);
        };
    }

    /**
     * Notes a mail to the supplier, about to go, gone or in vain, which leaves the order as it is.
     *
     * @param action one of {@link OrderEvent#MAILS}
     */
    void noteMail(Actor actor, OrderHead order, String action, String detail) {
        jdbc.sql("""
                        INSERT INTO order_event (order_id, version, at, user_name, action, state, detail)
                        VALUES (:id, :version, :now, :user, :action, :state, :detail)""")
                .param("id", order.id())
                .param("version", order.version())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("user", actor.userName())
                .param("action", action)
                .param("state", order.state().name())
                .param("detail", detail)
                .update();
        audit.append(new AuditEntry(
                actor, "order", order.number(), action.toLowerCase(Locale.ROOT).replace('_', ' '), null, detail, ""));
    }

    OrderHead move(Actor actor, OrderHead before, OrderAction action, OrderState state, String reason, String detail) {
        return move(actor, before, action, state, reason, detail, List.of(), List.of());
    }

    void voidApprovals(long orderId) {
        jdbc.sql("UPDATE order_approval SET void = true WHERE order_id = :order AND NOT void")
                .param("order", orderId)
                .update();
    }

    /** What was tried and refused is evidence too. */
    void refuse(Actor actor, OrderHead order, OrderAction action, Outcome why) {
        denied.record(new AuditEntry(
                actor,
                "order",
                order.number(),
                action.inWords() + " refused",
                Snapshot.of(order),
                Snapshot.of(order),
                why.message()));
    }

    /** Of an order that is not there: somebody may be guessing numbers. */
    void refuse(Actor actor, String number, OrderAction action, Outcome why) {
        denied.record(new AuditEntry(actor, "order", number, action.inWords() + " refused", null, null, why.message()));
    }
}
