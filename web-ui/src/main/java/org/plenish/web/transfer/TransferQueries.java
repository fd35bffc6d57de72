package org.plenish.web.transfer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plenish.web.shared.PlanHeader;
import org.plenish.web.shared.Release;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads transfers. */
@Repository
class TransferQueries {

    private static final String TRANSFERS = """
            SELECT number, from_warehouse, f.name AS from_name, to_warehouse, t.name AS to_name, ship_date, due_date,
                line_count, quantity_units, cost,
                (SELECT min(first_stockout_before) FROM transfer_order_line l JOIN sku_location k USING (run_id, item)
                    WHERE l.run_id = o.run_id AND l.number = o.number AND k.warehouse = o.to_warehouse) AS runs_out
            FROM transfer_order o
            JOIN plan_warehouse f ON f.run_id = o.run_id AND f.warehouse = o.from_warehouse
            JOIN plan_warehouse t ON t.run_id = o.run_id AND t.warehouse = o.to_warehouse
            WHERE o.run_id = :run""";

    private final JdbcClient jdbc;

    TransferQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<LaneTransfers> byLane(PlanHeader plan, Release release) {
        Map<String, List<TransferRow>> lanes = jdbc
                .sql(TRANSFERS + " ORDER BY from_name, to_name, from_warehouse, to_warehouse, ship_date, number")
                .param("run", plan.runId())
                .query(TransferRow.class)
                .list()
                .stream()
                .filter(transfer -> plan.release(transfer.shipDate()) == release)
                .collect(Collectors.groupingBy(
                        row -> row.fromWarehouse() + "\t" + row.toWarehouse(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return lanes.values().stream()
                .map(rows ->
                        new LaneTransfers(rows.get(0).fromName(), rows.get(0).toName(), rows))
                .toList();
    }

    Optional<TransferRow> findTransfer(long runId, String number) {
        return jdbc.sql(TRANSFERS + " AND number = :number")
                .param("run", runId)
                .param("number", number)
                .query(TransferRow.class)
                .optional();
    }

    List<TransferLine> lines(long runId, String number) {
        return jdbc.sql("""
                        SELECT line, item, description, uom, quantity_units, cost, reason
                        FROM transfer_order_line l JOIN plan_item i USING (run_id, item)
                        WHERE run_id = :run AND number = :number ORDER BY line""")
                .param("run", runId)
                .param("number", number)
                .query(TransferLine.class)
                .list();
    }
}
