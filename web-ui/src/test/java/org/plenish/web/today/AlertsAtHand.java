package org.plenish.web.today;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.plenish.web.TestLogin.Session;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Alerts of the fixture's plan, and orders that a test makes for them. */
record AlertsAtHand(JdbcClient jdbc, long run) {

    private static final AtomicInteger COUNT = new AtomicInteger();

    record Place(String item, String warehouse, int quantityUnits) {}

    Place place(Panel panel, int rank) {
        return jdbc.sql("""
                        SELECT item, warehouse, quantity_units FROM today_alert
                        WHERE run_id = :run AND panel = :panel AND rank = :rank""")
                .param("run", run)
                .param("panel", panel.name())
                .param("rank", rank)
                .query(Place.class)
                .single();
    }

    /** A purchase of one line for the place, which comes before any other. */
    String purchase(String supplier, Place place, int units, String state) {
        return order("PURCHASE", supplier, place.warehouse(), place.item(), units, state);
    }

    String order(String kind, String partner, String warehouse, String item, int units, String state) {
        String number = "TD-" + COUNT.incrementAndGet();
        long id = jdbc.sql("""
                        INSERT INTO orders (kind, number, partner, warehouse, order_date, state, plan_run, currency,
                            changed_by, changed_at)
                        VALUES (:kind, :number, :partner, :warehouse, DATE '2026-11-23', :state, :run, 'GBP', 'plenish', now())
                        RETURNING id""")
                .param("kind", kind)
                .param("number", number)
                .param("partner", partner)
                .param("warehouse", warehouse)
                .param("state", state)
                .param("run", run)
                .query(Long.class)
                .single();
        jdbc.sql("""
                        INSERT INTO order_line (order_id, line, item, quantity_units, order_multiple_units, unit_cost, value,
                            due_date, reason)
                        VALUES (:order, 1, :item, :units, 12, 10, :value, :due, 'For the test.')""")
                .param("order", id)
                .param("item", item)
                .param("units", units)
                .param("value", BigDecimal.TEN.multiply(BigDecimal.valueOf(units)))
                .param("due", LocalDate.of(2026, 1, 1))
                .update();
        return number;
    }

    /** The panel's first alert is about this order. */
    void about(Panel panel, String number, int units) {
        jdbc.sql("""
                        UPDATE today_alert SET reference = :number, quantity_units = :units
                        WHERE run_id = :run AND panel = :panel AND rank = 1""")
                .param("number", number)
                .param("units", units)
                .param("run", run)
                .param("panel", panel.name())
                .update();
    }

    /** The fixture has none. */
    void late(String number, Place place) {
        add(Panel.LATE_ORDER, number, place, "ASK_FOR_DATE");
    }

    void stockedOut(Place place) {
        add(Panel.STOCKED_OUT, "", place, "EXPEDITE");
    }

    private void add(Panel panel, String number, Place place, String suggested) {
        jdbc.sql("""
                        INSERT INTO today_alert VALUES (:run, :panel, 1, :item, :warehouse, :number,
                            DATE '2026-11-01', 48, 480, 'WARNING', 'It is so.', :suggested, 'Ask.', true)""")
                .param("panel", panel.name())
                .param("suggested", suggested)
                .param("run", run)
                .param("item", place.item())
                .param("warehouse", place.warehouse())
                .param("number", number)
                .update();
    }

    String state(String number) {
        return jdbc.sql("SELECT state FROM orders WHERE number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    int units(String number) {
        return jdbc.sql("SELECT quantity_units FROM order_line l JOIN orders o ON o.id = l.order_id WHERE number = ?")
                .param(number)
                .query(Integer.class)
                .single();
    }

    /** Who did what to it, in order. */
    List<String> audited(String subjectKind, String subject) {
        return jdbc.sql("""
                        SELECT user_name || ': ' || action FROM audit_entry
                        WHERE subject_kind = :kind AND subject = :subject ORDER BY number""")
                .param("kind", subjectKind)
                .param("subject", subject)
                .query(String.class)
                .list();
    }

    /** Nothing is expected of the test's orders any more, and the alerts are as the plan had them. */
    void leave(Place surplus) {
        jdbc.sql("UPDATE orders SET state = 'CLOSED' WHERE number LIKE 'TD-%'").update();
        jdbc.sql("DELETE FROM today_alert WHERE panel IN ('LATE_ORDER', 'STOCKED_OUT')")
                .update();
        jdbc.sql("DELETE FROM alert_mark").update();
        about(Panel.SURPLUS_ORDER, "", surplus.quantityUnits());
    }

    static Document page(Session session, String path) throws IOException {
        return session.get(path).parse();
    }

    /** What the form of the alert says if it is sent as it stands. */
    static Map<String, String> form(Element page, String row, String address) {
        Map<String, String> form = new HashMap<>();
        page.select(row + " form[action=/alerts/" + address + "] input")
                .forEach(input -> form.put(input.attr("name"), input.val()));
        assertThat(form).as(address + " at " + row).isNotEmpty();
        form.remove("_csrf");
        return form;
    }

    static Map<String, String> with(Map<String, String> form, String name, String value) {
        Map<String, String> other = new HashMap<>(form);
        other.put(name, value);
        return other;
    }
}
