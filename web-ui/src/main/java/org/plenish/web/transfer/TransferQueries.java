package org.plenish.web.transfer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads transfers. */
@Repository
class TransferQueries {

    private static final String TRANSFERS = """
            SELECT number, from_warehouse, f.name AS from_name, to_warehouse, t.name AS to_name, ship_date, due_date,
                act_now, line_count, quantity_units, cost
            FROM transfer_order o
            JOIN plan_warehouse f ON f.run_id = o.run_id AND f.warehouse = o.from_warehouse
            JOIN plan_warehouse t ON t.run_id = o.run_id AND t.warehouse = o.to_warehouse
            WHERE o.run_id = :run""";

    private final JdbcClient jdbc;

    TransferQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<LaneTransfers> byLane(long runId, boolean actNow) {
        Map<String, List<TransferRow>> lanes = jdbc
                .sql(TRANSFERS + " AND act_now = :now ORDER BY from_warehouse, to_warehouse, ship_date, number")
                .param("run", runId)
                .param("now", actNow)
                .query(TransferRow.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.fromWarehouse() + "\t" + row.toWarehouse(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return lanes.values().stream()
                .map(rows ->
                        new LaneTransfers(rows.get(0).fromName(), rows.get(0).toName(), rows))
                .toList();
    }

    TransferCounts counts(long runId) {
        return jdbc.sql("""
                        SELECT count(*) FILTER (WHERE act_now) AS now, count(*) FILTER (WHERE NOT act_now) AS outlook,
                            coalesce(sum(quantity_units) FILTER (WHERE act_now), 0) AS units_now,
                            coalesce(sum(quantity_units) FILTER (WHERE NOT act_now), 0) AS units_outlook
                        FROM transfer_order WHERE run_id = :run""").param("run", runId).query(TransferCounts.class).single();
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
