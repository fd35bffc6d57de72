package org.plenish.web.item;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.plenish.web.run.LineExplanation;
import org.plenish.web.run.StoredConclusion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads why lines are proposed. */
@Repository
class LineExplanations {

    private static final String LINES = """
            SELECT e.number, e.line, (SELECT o.number FROM order_line k JOIN orders o ON o.id = k.order_id
                    WHERE k.plan_run = e.run_id AND k.plan_number = e.number AND k.plan_line = e.line
                    ORDER BY k.id LIMIT 1) AS order_number, l.transfer, e.item, i.description, i.uom, e.warehouse, w.name AS warehouse_name,
                l.partner, l.quantity_units, l.release, l.due, l.reason, e.body, s.conclusions
            FROM explanation e
            CROSS JOIN LATERAL (
                SELECT false AS transfer, p.name AS partner, quantity_units, order_date AS release, l.due_date AS due, reason
                FROM purchase_order_line l
                JOIN purchase_order o USING (run_id, number)
                JOIN plan_supplier p USING (run_id, supplier)
                WHERE l.run_id = e.run_id AND l.number = e.number AND l.line = e.line
                UNION ALL
                SELECT true, f.name, l.quantity_units, ship_date, due_date, reason
                FROM transfer_order_line l
                JOIN transfer_order o USING (run_id, number)
                JOIN plan_warehouse f ON f.run_id = o.run_id AND f.warehouse = o.from_warehouse
                WHERE l.run_id = e.run_id AND l.number = e.number AND l.line = e.line
            ) l
            JOIN plan_item i USING (run_id, item)
            JOIN plan_warehouse w USING (run_id, warehouse)
            JOIN sku_location_series s USING (run_id, item, warehouse)
            WHERE run_id = :run""";

    private static final TypeReference<List<StoredConclusion>> CONCLUSIONS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    LineExplanations(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<ExplainedLine> find(long runId, String number, int line) {
        return jdbc.sql(LINES + " AND e.number = :number AND e.line = :line")
                .param("run", runId)
                .param("number", number)
                .param("line", line)
                .query(this::read)
                .optional();
    }

    /** In the order in which somebody has to act. */
    List<ExplainedLine> of(long runId, String item, String warehouse) {
        return jdbc.sql(LINES + " AND e.item = :item AND e.warehouse = :warehouse ORDER BY l.release, e.number, e.line")
                .param("run", runId)
                .param("item", item)
                .param("warehouse", warehouse)
                .query(this::read)
                .list();
    }

    private ExplainedLine read(ResultSet row, int index) throws SQLException {
        return new ExplainedLine(
                row.getString("number"),
                row.getInt("line"),
                row.getString("order_number"),
                row.getBoolean("transfer"),
                row.getString("item"),
                row.getString("description"),
                row.getString("uom"),
                row.getString("warehouse"),
                row.getString("warehouse_name"),
                row.getString("partner"),
                row.getInt("quantity_units"),
                row.getObject("release", LocalDate.class),
                row.getObject("due", LocalDate.class),
                row.getString("reason"),
                json.readValue(row.getString("body"), LineExplanation.class),
                json.readValue(row.getString("conclusions"), CONCLUSIONS));
    }
}
