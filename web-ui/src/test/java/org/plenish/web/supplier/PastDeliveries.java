package org.plenish.web.supplier;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Orders of S02 that were due in the last weeks, and what has come of them; nothing else on the pages knows them. */
public final class PastDeliveries {

    private PastDeliveries() {}

    /** Four lines of 100 units, ordered 40 days ago and due 30 days later: two on time in full, one late, one short. */
    public static void book(JdbcClient jdbc, long run) {
        LocalDate ordered = LocalDate.now(ZoneOffset.UTC).minusDays(40);
        line(jdbc, run, "PAST-1", ordered, new int[][] {{28, 100}});
        line(jdbc, run, "PAST-2", ordered, new int[][] {{20, 60}, {30, 40}});
        line(jdbc, run, "PAST-3", ordered, new int[][] {{30, 50}, {36, 50}});
        line(jdbc, run, "PAST-4", ordered, new int[][] {{30, 99}});
    }

    public static void forget(JdbcClient jdbc) {
        jdbc.sql("DELETE FROM orders WHERE number LIKE 'PAST-%'").update();
    }

    /** @param receipts days after the order, and units */
    private static void line(JdbcClient jdbc, long run, String number, LocalDate ordered, int[][] receipts) {
        jdbc.sql("""
                        INSERT INTO orders (kind, number, partner, warehouse, order_date, state, plan_run, currency, changed_by,
                            changed_at)
                        VALUES ('PURCHASE', :number, 'S02', 'LEEDS', :ordered, 'CLOSED', :run, 'GBP', 'fixture', now())""")
                .param("number", number)
                .param("ordered", ordered)
                .param("run", run)
                .update();
        jdbc.sql("""
                        INSERT INTO order_line (order_id, line, item, quantity_units, order_multiple_units, unit_cost, value,
                            due_date, reason)
                        SELECT id, 1, 'ART-1002', 100, 1, 2, 200, :due, '' FROM orders WHERE number = :number""").param("due", ordered.plusDays(30)).param("number", number).update();
        for (int[] receipt : receipts) {
            jdbc.sql("""
                            INSERT INTO order_receipt (line_id, units, received_on, at)
                            SELECT l.id, :units, :day, now() FROM order_line l JOIN orders o ON o.id = l.order_id
                            WHERE o.number = :number""")
                    .param("units", receipt[1])
                    .param("day", ordered.plusDays(receipt[0]))
                    .param("number", number)
                    .update();
        }
    }
}
