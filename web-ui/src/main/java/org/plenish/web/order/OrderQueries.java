package org.plenish.web.order;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plenish.web.shared.PlanHeader;
import org.plenish.web.shared.Release;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads purchase orders. */
@Repository
class OrderQueries {

    private static final String ORDERS = """
            SELECT number, supplier, s.name AS supplier_name, lead_time_days, warehouse, w.name AS warehouse_name,
                order_date, due_date, line_count, value, containers,
                (SELECT min(first_stockout_before) FROM purchase_order_line l JOIN sku_location k USING (run_id, item)
                    WHERE l.run_id = o.run_id AND l.number = o.number AND k.warehouse = o.warehouse) AS runs_out
            FROM purchase_order o
            JOIN plan_supplier s USING (run_id, supplier)
            JOIN plan_warehouse w USING (run_id, warehouse)
            WHERE run_id = :run""";

    private final JdbcClient jdbc;

    OrderQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By the suppliers' names, each with its orders by date. */
    List<SupplierOrders> bySupplier(PlanHeader plan, Release release) {
        Map<String, List<OrderRow>> groups = jdbc
                .sql(ORDERS + " ORDER BY s.name, supplier, order_date, number")
                .param("run", plan.runId())
                .query(OrderRow.class)
                .list()
                .stream()
                .filter(order -> plan.release(order.orderDate()) == release)
                .collect(Collectors.groupingBy(OrderRow::supplier, LinkedHashMap::new, Collectors.toList()));
        return groups.values().stream()
                .map(orders -> new SupplierOrders(
                        orders.get(0).supplier(),
                        orders.get(0).supplierName(),
                        orders.get(0).leadTimeDays(),
                        orders))
                .toList();
    }

    /** What of the first bucket's cash the plan commits; empty where cash is not limited. */
    Optional<CashOfBucket> findCash(PlanHeader plan) {
        return jdbc.sql("""
                        SELECT limit_amount AS available, used_amount AS committed
                        FROM limit_use WHERE run_id = :run AND kind = 'CASH' AND period_start = :start""")
                .param("run", plan.runId())
                .param("start", plan.planDate())
                .query(CashOfBucket.class)
                .optional();
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
