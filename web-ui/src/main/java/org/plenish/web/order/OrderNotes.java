package org.plenish.web.order;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.AuditEntry;
import org.plenish.web.shared.AuditTrail;
import org.plenish.web.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people say about orders, put aside, and look for again; none of it changes an order. */
@Service
class OrderNotes {

    private static final int LONGEST_COMMENT = 2_000;
    private static final int LONGEST_NAME = 60;

    /** An encoded query and nothing else: it becomes part of an address. */
    private static final Pattern QUERY = Pattern.compile("[A-Za-z0-9=&%._~+-]{0,2000}");

    private final JdbcClient jdbc;
    private final OrderStore orders;
    private final RequestLog requests;
    private final AuditTrail audit;
    private final Clock clock;

    OrderNotes(JdbcClient jdbc, OrderStore orders, RequestLog requests, AuditTrail audit, Clock clock) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Outcome comment(Actor actor, String number, String text, UUID request) {
        if (actor.is(Role.AUDITOR)) {
            return Outcome.forbidden("An auditor reads everything and changes nothing.");
        }
        String said = text.strip();
        if (said.isEmpty() || said.length() > LONGEST_COMMENT) {
            return Outcome.refused("comment: " + said.length() + " characters must be 1 to " + LONGEST_COMMENT + ".");
        }
        return requests.once(
                request,
                actor,
                "comment " + number + " " + said,
                () -> orders.lock(number)
                        .map(order -> {
                            jdbc.sql("""
                                    INSERT INTO order_comment (order_id, user_name, at, text)
                                    VALUES (:order, :user, :now, :text)""")
                                    .param("order", order.id())
                                    .param("user", actor.userName())
                                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                                    .param("text", said)
                                    .update();
                            audit.append(new AuditEntry(actor, "order", number, "comment", null, said, ""));
                            return Outcome.done("The comment is kept.");
                        })
                        .orElseGet(() -> Outcome.nothing("There is no order " + number + ".")));
    }

    /** @param until the first day on which it is back; null: it is back now */
    @Transactional
    public Outcome snooze(Actor actor, String number, @Nullable LocalDate until) {
        return orders.read(number)
                .map(order -> {
                    jdbc.sql("DELETE FROM order_snooze WHERE order_id = :order AND user_name = :user")
                            .param("order", order.id())
                            .param("user", actor.userName())
                            .update();
                    if (until == null || !until.isAfter(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))) {
                        return Outcome.done(number + " is in your inbox.");
                    }
                    jdbc.sql("INSERT INTO order_snooze VALUES (:order, :user, :until)")
                            .param("order", order.id())
                            .param("user", actor.userName())
                            .param("until", until)
                            .update();
                    return Outcome.done(number + " is out of your inbox until " + until + ".");
                })
                .orElseGet(() -> Outcome.nothing("There is no order " + number + "."));
    }

    @Transactional
    public Outcome saveFilter(Actor actor, OrderKind kind, String name, String query) {
        String kept = name.strip();
        if (kept.isEmpty() || kept.length() > LONGEST_NAME) {
            return Outcome.refused(
                    "name of the filter: " + kept.length() + " characters must be 1 to " + LONGEST_NAME + ".");
        }
        if (!QUERY.matcher(query).matches()) {
            return Outcome.refused("The filter is not one of this page. Set it on the page and save it there.");
        }
        jdbc.sql("""
                        INSERT INTO saved_filter VALUES (:user, :kind, :name, :query)
                        ON CONFLICT (user_name, kind, name) DO UPDATE SET query = excluded.query""")
                .param("user", actor.userName())
                .param("kind", kind.name())
                .param("name", kept)
                .param("query", query)
                .update();
        return Outcome.done("The filter “" + kept + "” is saved.");
    }

    @Transactional
    public Outcome forgetFilter(Actor actor, OrderKind kind, String name) {
        jdbc.sql("DELETE FROM saved_filter WHERE user_name = :user AND kind = :kind AND name = :name")
                .param("user", actor.userName())
                .param("kind", kind.name())
                .param("name", name)
                .update();
        return Outcome.done("The filter “" + name + "” is forgotten.");
    }
}
