package org.plenish.web.order;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads purchase orders. */
@Repository
class OrderQueries {

    private static final String ORDERS = """
            SELECT number, supplier, s.name AS supplier_name, lead_time_days, warehouse, w.name AS warehouse_name,
                order_date, due_date, act_now, line_count, value
            FROM purchase_order o
            JOIN plan_supplier s USING (run_id, supplier)
            JOIN plan_warehouse w USING (run_id, warehouse)
            WHERE run_id = :run""";

    private final JdbcClient jdbc;

    OrderQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The suppliers with most money first. */
    List<SupplierOrders> bySupplier(long runId, boolean actNow) {
        Map<String, List<OrderRow>> groups = jdbc
                .sql(ORDERS + " AND act_now = :now ORDER BY supplier, order_date, number")
                .param("run", runId)
                .param("now", actNow)
                .query(OrderRow.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(OrderRow::supplier, LinkedHashMap::new, Collectors.toList()));
        return groups.values().stream()
                .map(orders -> new SupplierOrders(
                        orders.get(0).supplier(),
                        orders.get(0).supplierName(),
                        orders.get(0).leadTimeDays(),
                        orders))
                .sorted((a, b) -> b.value().compareTo(a.value()))
                .toList();
    }

    OrderCounts counts(long runId) {
        return jdbc.sql("""
                        SELECT count(*) FILTER (WHERE act_now) AS now, count(*) FILTER (WHERE NOT act_now) AS outlook,
                            coalesce(sum(value) FILTER (WHERE act_now), 0) AS value_now,
                            coalesce(sum(value) FILTER (WHERE NOT act_now), 0) AS value_outlook
                        FROM purchase_order WHERE run_id = :run""").param("run", runId).query(OrderCounts.class).single();
    }

    Optional<OrderRow> findOrder(long runId, String number) {
        return jdbc.sql(ORDERS + " AND number = :number")
                .param("run", runId)
                .param("number", number)
                .query(OrderRow.class)
                .optional();
    }

    List<OrderLine> lines(long runId, String number) {
        return jdbc.sql("""
                        SELECT line, item, description, uom, quantity_units, order_multiple_units, l.unit_cost, value,
                            due_date, reason
                        FROM purchase_order_line l JOIN plan_item i USING (run_id, item)
                        WHERE run_id = :run AND number = :number ORDER BY line""")
                .param("run", runId)
                .param("number", number)
                .query(OrderLine.class)
                .list();
    }
}
