package org.plenish.web.uncertainty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads stock-to-service curves. */
@Repository
class CurveQueries {

    private final JdbcClient jdbc;

    CurveQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty if nothing of it is stocked and expects demand. */
    Optional<Curve> find(long runId, CurveKey key) {
        return jdbc.sql("SELECT * FROM service_curve WHERE run_id = :run AND scope = :scope AND name = :name")
                .param("run", runId)
                .param("scope", key.scope().name())
                .param("name", key.name())
                .query((row, index) -> curve(row, key))
                .optional();
    }

    /** By their names. */
    List<String> categories(long runId) {
        return jdbc.sql("SELECT name FROM service_curve WHERE run_id = :run AND scope = 'CATEGORY' ORDER BY name")
                .param("run", runId)
                .query(String.class)
                .list();
    }

    /** What an article is called; empty if the plan has none of this number. */
    Optional<String> findDescription(long runId, String item) {
        return jdbc.sql("SELECT description FROM plan_item WHERE run_id = :run AND item = :item")
                .param("run", runId)
                .param("item", item)
                .query(String.class)
                .optional();
    }

    private static Curve curve(ResultSet row, CurveKey key) throws SQLException {
        return Curve.of(
                key,
                row.getInt("locations"),
                numbers(row, "service_target"),
                numbers(row, "stock_value"),
                numbers(row, "safety_stock_value"),
                numbers(row, "fill_rate"),
                numbers(row, "cycle_service"),
                new CurvePoint(
                        row.getDouble("current_target"),
                        row.getDouble("current_stock_value"),
                        row.getDouble("current_safety_stock_value"),
                        row.getDouble("current_fill_rate"),
                        row.getDouble("current_cycle_service"),
                        true,
                        0));
    }

    private static List<Double> numbers(ResultSet row, String column) throws SQLException {
        return List.of((Double[]) row.getArray(column).getArray());
    }
}
