package org.plenish.web.order;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plenish.web.export.TableDownload;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads one order for its page. */
@Repository
class OrderQueries {

    static final int LINES_A_PAGE = 100;

    private static final String ORDER = """
            SELECT o.id, kind, number, partner, coalesce(s.name, f.name, partner) AS partner_name, o.warehouse,
                coalesce(w.name, o.warehouse) AS warehouse_name, order_date, state, version, plan_run, containers,
                changed_by, l.due_date, coalesce(l.line_count, 0) AS line_count,
                coalesce(l.quantity_units, 0) AS quantity_units, coalesce(l.value, 0) AS value, l.runs_out,
                coalesce(s.min_order_value, 0) AS minimum
            FROM orders o
            LEFT JOIN order_sum l ON l.order_id = o.id
            LEFT JOIN plan_supplier s ON kind = 'PURCHASE' AND s.run_id = plan_run AND s.supplier = partner
            LEFT JOIN plan_warehouse f ON kind = 'TRANSFER' AND f.run_id = plan_run AND f.warehouse = partner
            LEFT JOIN plan_warehouse w ON w.run_id = plan_run AND w.warehouse = o.warehouse
            WHERE kind = :kind AND number = :number""";

    private static final String LINES = """
            SELECT l.*, coalesce(i.description, l.item) AS description, coalesce(i.uom, '') AS uom
            FROM order_line l JOIN orders o ON o.id = l.order_id
            LEFT JOIN plan_item i ON i.run_id = o.plan_run AND i.item = l.item
            WHERE l.order_id = :order""";

    /** An order and its mail. */
    record BegunMail(String number, NotedMail mail) {}

    private final JdbcClient jdbc;
    private final TableDownload downloads;

    OrderQueries(JdbcClient jdbc, TableDownload downloads) {
        this.jdbc = jdbc;
        this.downloads = downloads;
    }

    /** All lines, to be closed. */
    Stream<OrderLine> streamLines(long orderId) {
        return downloads.sql(LINES + " ORDER BY line").param("order", orderId).query(OrderLine.class).stream();
    }

    Optional<OrderPage> find(OrderKind kind, String number) {
        return jdbc.sql(ORDER)
                .param("kind", kind.name())
                .param("number", number)
                .query(OrderPage.class)
                .optional();
    }

    /** One page of lines, those after line {@code after}. */
    List<OrderLine> lines(long orderId, int after) {
        return jdbc.sql(LINES + " AND line > :after ORDER BY line LIMIT :rows")
                .param("order", orderId)
                .param("after", after)
                .param("rows", LINES_A_PAGE)
                .query(OrderLine.class)
                .list();
    }

    List<OrderLine> allLines(long orderId) {
        return jdbc.sql(LINES + " ORDER BY line")
                .param("order", orderId)
                .query(OrderLine.class)
                .list();
    }

    /** A line of this order: one that belongs to another is not found. */
    Optional<OrderLine> findLine(long orderId, long lineId) {
        return jdbc.sql(LINES + " AND l.id = :line")
                .param("order", orderId)
                .param("line", lineId)
                .query(OrderLine.class)
                .optional();
    }

    /** Newest first, comments among them. */
    List<OrderEvent> history(long orderId) {
        return jdbc.sql("""
                        SELECT at, user_name, action, state, reason, detail FROM order_event WHERE order_id = :order
                        UNION ALL
                        SELECT at, user_name, 'COMMENT', 'PROPOSED', text, '' FROM order_comment WHERE order_id = :order
                        ORDER BY at DESC""").param("order", orderId).query(OrderEvent.class).list();
    }

    /** What was last noted of its mail to the supplier. */
    Optional<NotedMail> findMail(long orderId) {
        return jdbc.sql("""
                        SELECT action, at, detail FROM order_event WHERE order_id = :order AND action IN (:mails)
                        ORDER BY id DESC LIMIT 1""")
                .param("order", orderId)
                .param("mails", OrderEvent.MAILS)
                .query(NotedMail.class)
                .optional();
    }

    /** Orders that are with their suppliers, or should be, and whose mail was begun and not finished. */
    List<BegunMail> begunMails() {
        return jdbc.sql("""
                        SELECT number, m.* FROM orders o
                        JOIN LATERAL (SELECT action, at, detail FROM order_event e
                            WHERE e.order_id = o.id AND action IN (:mails) ORDER BY e.id DESC LIMIT 1) m ON true
                        WHERE kind = 'PURCHASE' AND state IN ('SENT', 'CONFIRMED') AND action = :begun ORDER BY number""")
                .param("mails", OrderEvent.MAILS)
                .param("begun", OrderEvent.MAIL_BEGUN)
                .query((row, index) -> new BegunMail(
                        row.getString("number"),
                        new NotedMail(
                                row.getString("action"),
                                row.getObject("at", OffsetDateTime.class),
                                row.getString("detail"))))
                .list();
    }

    List<Suggestion> suggestions(long orderId) {
        return jdbc.sql("""
                        SELECT g.id, line_id, line, l.item, coalesce(i.description, l.item) AS description, g.kind,
                            g.quantity_units, l.quantity_units AS kept_units, g.due_date, l.due_date AS kept_due
                        FROM order_suggestion g JOIN order_line l ON l.id = g.line_id
                        LEFT JOIN plan_item i ON i.run_id = g.run_id AND i.item = l.item
                        WHERE g.order_id = :order ORDER BY line, g.kind""").param("order", orderId).query(Suggestion.class).list();
    }
}
