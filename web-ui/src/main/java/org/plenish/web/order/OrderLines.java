package org.plenish.web.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.plenish.web.shared.Actor;
import org.plenish.web.shared.PlanHeader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes lines of orders that are locked; {@link OrderEdits} judges and records what comes of it. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class OrderLines {

    private final JdbcClient jdbc;
    private final OrderStore orders;
    private final Clock clock;

    OrderLines(JdbcClient jdbc, OrderStore orders, Clock clock) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.clock = clock;
    }

    void update(long lineId, int units, BigDecimal unitCost, LocalDate due) {
        jdbc.sql("""
                        UPDATE order_line SET quantity_units = :units, unit_cost = :price, value = :value, due_date = :due
                        WHERE id = :line""")
                .param("units", units)
                .param("price", unitCost)
                .param("value", value(units, unitCost))
                .param("due", due)
                .param("line", lineId)
                .update();
    }

    void add(long orderId, String item, int units, int multiple, BigDecimal unitCost, LocalDate due, String reason) {
        jdbc.sql("""
                        INSERT INTO order_line (order_id, line, item, quantity_units, order_multiple_units, unit_cost, value,
                            due_date, reason)
                        SELECT :order, coalesce(max(line), 0) + 1, :item, :units, :multiple, :price, :value, :due, :reason
                        FROM order_line WHERE order_id = :order""")
                .param("order", orderId)
                .param("item", item)
                .param("units", units)
                .param("multiple", multiple)
                .param("price", unitCost)
                .param("value", value(units, unitCost))
                .param("due", due)
                .param("reason", reason)
                .update();
    }

    void pin(long lineId, boolean pinned) {
        jdbc.sql("UPDATE order_line SET pinned = :pinned WHERE id = :line")
                .param("pinned", pinned)
                .param("line", lineId)
                .update();
    }

    void remove(long lineId) {
        jdbc.sql("DELETE FROM order_line WHERE id = :line")
                .param("line", lineId)
                .update();
    }

    /** The line goes to the end of another order, with all that is known of it. */
    void passOn(long lineId, long orderId) {
        jdbc.sql("""
                        UPDATE order_line SET order_id = :order,
                            line = (SELECT coalesce(max(line), 0) + 1 FROM order_line WHERE order_id = :order)
                        WHERE id = :line""").param("order", orderId).param("line", lineId).update();
        jdbc.sql("DELETE FROM order_suggestion WHERE line_id = :line")
                .param("line", lineId)
                .update();
    }

    void shift(long orderId, LocalDate orderDate, long days) {
        jdbc.sql("UPDATE orders SET order_date = :date WHERE id = :order")
                .param("date", orderDate)
                .param("order", orderId)
                .update();
        jdbc.sql("UPDATE order_line SET due_date = due_date + CAST(:days AS integer) WHERE order_id = :order")
                .param("days", days)
                .param("order", orderId)
                .update();
    }

    /** That a person has these otherwise than they were. */
    void noteChanged(Actor actor, List<Long> lineIds) {
        if (!lineIds.isEmpty()) {
            jdbc.sql("UPDATE order_line SET changed_by = :user, changed_at = :now WHERE id IN (:lines)")
                    .param("user", actor.userName())
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("lines", lineIds)
                    .update();
        }
    }

    /** An order of the same day to the supplier that is still to be submitted. */
    Optional<String> findOpenOrder(OrderHead like, String supplier) {
        return jdbc.sql("""
                        SELECT number FROM orders WHERE kind = :kind AND partner = :supplier AND warehouse = :warehouse
                        AND order_date = :date AND state IN ('PROPOSED', 'EDITED') ORDER BY id LIMIT 1""")
                .param("kind", like.kind().name())
                .param("supplier", supplier)
                .param("warehouse", like.warehouse())
                .param("date", like.orderDate())
                .query(String.class)
                .optional();
    }

    /** A new order, as yet without lines. */
    OrderHead open(Actor actor, PlanHeader plan, OrderHead like, String supplier) {
        String number = jdbc.sql("""
                        INSERT INTO orders (kind, number, partner, warehouse, order_date, state, plan_run, currency,
                            changed_by, changed_at)
                        VALUES (:kind, next_order_number(:kind), :supplier, :warehouse,
                            :date, 'EDITED', :run, :currency, :user, :now) RETURNING number""")
                .param("kind", like.kind().name())
                .param("supplier", supplier)
                .param("warehouse", like.warehouse())
                .param("date", like.orderDate())
                .param("run", plan.runId())
                .param("currency", plan.currency())
                .param("user", actor.userName())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(String.class)
                .single();
        return orders.lock(number).orElseThrow();
    }

    /** What its goods fill now, where the supplier ships in containers. */
    void countContainers(long runId, long orderId) {
        jdbc.sql("""
                        UPDATE orders o SET containers = (
                            SELECT coalesce(sum(l.quantity_units * i.unit_volume_m3), 0) / s.container_volume_m3
                            FROM order_line l JOIN plan_item i ON i.run_id = :run AND i.item = l.item
                            WHERE l.order_id = o.id)
                        FROM plan_supplier s
                        WHERE o.id = :order AND o.kind = 'PURCHASE' AND s.run_id = :run AND s.supplier = o.partner
                        AND s.container_volume_m3 > 0""").param("run", runId).param("order", orderId).update();
    }

    void receive(long lineId, int units, LocalDate day) {
        jdbc.sql("INSERT INTO order_receipt (line_id, units, received_on, at) VALUES (:line, :units, :day, :now)")
                .param("line", lineId)
                .param("units", units)
                .param("day", day)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("UPDATE order_line SET received_units = received_units + :units WHERE id = :line")
                .param("units", units)
                .param("line", lineId)
                .update();
    }

    private static BigDecimal value(int units, BigDecimal unitCost) {
        return unitCost.multiply(BigDecimal.valueOf(units)).setScale(2, RoundingMode.HALF_EVEN);
    }
}
