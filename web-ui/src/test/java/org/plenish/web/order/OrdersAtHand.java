package org.plenish.web.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.plenish.web.PlanFixture;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders that a test makes for itself, and who acts on them. */
final class OrdersAtHand {

    static final Actor BUYER = new Actor("ben", Set.of(Role.BUYER), "test");
    static final Actor ANNA = approver("anna");
    static final Actor CARL = approver("carl");

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final JdbcClient jdbc;

    OrdersAtHand(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static Actor approver(String name) {
        return new Actor(name, Set.of(Role.APPROVER), "test");
    }

    /** A supplier of which no other test has approved anything. */
    static String supplier() {
        return "TEST-" + COUNT.incrementAndGet();
    }

    /** One line of ART-1001 for Leeds worth {@code value}. */
    String proposed(String supplier, double value) {
        return proposed("PURCHASE", supplier, "LEEDS", "ART-1001", 48, value);
    }

    String proposed(String kind, String partner, String warehouse, String item, int units, double value) {
        String number = "T-" + COUNT.incrementAndGet();
        long id = jdbc.sql("""
                        INSERT INTO orders (kind, number, partner, warehouse, order_date, state, plan_run, currency,
                            changed_by, changed_at)
                        SELECT :kind, :number, :partner, :warehouse, :date, 'PROPOSED', max(run_id), 'GBP', 'plenish', now()
                        FROM plan RETURNING id""")
                .param("kind", kind)
                .param("number", number)
                .param("partner", partner)
                .param("warehouse", warehouse)
                .param("date", PlanFixture.PLAN_DATE)
                .query(Long.class)
                .single();
        jdbc.sql("""
                        INSERT INTO order_line (order_id, line, item, quantity_units, order_multiple_units, unit_cost, value,
                            due_date, reason)
                        VALUES (:order, 1, :item, :units, 12, :price, :value, :due, 'For the test.')""")
                .param("order", id)
                .param("item", item)
                .param("units", units)
                .param("price", BigDecimal.valueOf(value / units))
                .param("value", BigDecimal.valueOf(value))
                .param("due", PlanFixture.PLAN_DATE.plusWeeks(3))
                .update();
        return number;
    }

    /** A form about the order as it is now, to be sent once. */
    Asked now(String number, String reason) {
        return new Asked(number, version(number), reason, UUID.randomUUID());
    }

    Asked now(String number) {
        return now(number, "");
    }

    int version(String number) {
        return jdbc.sql("SELECT version FROM orders WHERE number = ?")
                .param(number)
                .query(Integer.class)
                .single();
    }

    String state(String number) {
        return jdbc.sql("SELECT state FROM orders WHERE number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    void limit(String subject, String name, double order, double supplierDay) {
        jdbc.sql("INSERT INTO approval_limit VALUES (?, ?, ?, ?)")
                .params(subject, name, BigDecimal.valueOf(order), BigDecimal.valueOf(supplierDay))
                .update();
    }

    void account(String name, Role role) {
        jdbc.sql("""
                        INSERT INTO account (user_name, display_name, roles, password_hash, demo, created_at, created_by)
                        VALUES (:name, :name, ARRAY [:role], 'nothing hashes to this', false, now(), 'test')""").param("name", name).param("role", role.name()).update();
    }

    void delegate(String from, String to, LocalDate first, LocalDate last) {
        jdbc.sql("""
                        INSERT INTO approval_delegation (delegator, delegate, first_day, last_day, reason, at)
                        VALUES (?, ?, ?, ?, 'Holiday', now())""").params(from, to, first, last).update();
    }
}
