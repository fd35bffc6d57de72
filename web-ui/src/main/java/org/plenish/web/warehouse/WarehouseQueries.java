package org.plenish.web.warehouse;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads warehouses as the plan sees them: a few rows a bucket each, so sums are made here. */
@Repository
class WarehouseQueries {

    private static final String ROWS = """
            WITH space AS (
                SELECT warehouse, bucket, period_start, sum(opening_m3) AS opening_m3, sum(peak_m3) AS peak_m3
                FROM warehouse_space WHERE run_id = :run AND (CAST(:warehouse AS text) IS NULL OR warehouse = :warehouse)
                GROUP BY warehouse, bucket, period_start),
            fullest AS (
                SELECT DISTINCT ON (s.warehouse) s.warehouse, s.period_start, s.peak_m3 / nullif(l.limit_amount, 0) AS share
                FROM space s LEFT JOIN limit_use l ON l.run_id = :run AND l.kind = 'SPACE' AND l.warehouse = s.warehouse
                    AND l.storage_class = '' AND l.period_start = s.period_start
                ORDER BY s.warehouse, share DESC NULLS LAST, s.peak_m3 DESC, s.period_start)
            SELECT w.warehouse, w.name, w.capacity_m3, s.now_m3, s.peak_m3, f.share AS fullest_share,
                f.period_start AS fullest_start,
                coalesce((SELECT sum(price) FROM limit_use l WHERE l.run_id = :run AND l.kind = 'SPACE'
                    AND l.warehouse = w.warehouse AND l.storage_class = ''), 0) AS saved_by_one_m3,
                v.on_hand_value AS stock_value, v.age_value[3] + v.age_value[4] + v.age_value[5] + v.age_value[6] AS aged_value,
                v.dead_value, v.excess_value, v.age_m3[3] + v.age_m3[4] + v.age_m3[5] + v.age_m3[6] AS aged_m3, v.dead_m3,
                v.excess_m3
            FROM plan_warehouse w
            JOIN (SELECT warehouse, max(opening_m3) FILTER (WHERE bucket = 0) AS now_m3, max(peak_m3) AS peak_m3
                FROM space GROUP BY warehouse) s USING (warehouse)
            JOIN fullest f USING (warehouse)
            LEFT JOIN value_snapshot v ON v.run_id = w.run_id AND v.scope = 1 AND v.warehouse = w.warehouse
            WHERE w.run_id = :run ORDER BY fullest_share DESC NULLS LAST, s.peak_m3 DESC, w.warehouse""";

    private final JdbcClient jdbc;

    WarehouseQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Fullest first; none for plans of earlier versions. */
    List<WarehouseRow> list(long runId) {
        return rows(runId, null).list();
    }

    Optional<WarehouseRow> find(long runId, String warehouse) {
        return rows(runId, warehouse).optional();
    }

    private JdbcClient.MappedQuerySpec<WarehouseRow> rows(long runId, @Nullable String warehouse) {
        return jdbc.sql(ROWS).param("run", runId).param("warehouse", warehouse).query(WarehouseRow.class);
    }

    /** @param storageClass null: all goods */
    List<SpacePoint> space(long runId, String warehouse, @Nullable String storageClass) {
        return jdbc.sql("""
                        SELECT s.*, l.limit_amount AS limit_m3, coalesce(l.price, 0) AS price
                        FROM (SELECT period_start, sum(opening_m3) AS opening_m3, sum(receipts_m3) AS receipts_m3,
                                sum(transfers_in_m3) AS transfers_in_m3, sum(transfers_out_m3) AS transfers_out_m3,
                                sum(issued_m3) AS issued_m3, sum(closing_m3) AS closing_m3, sum(peak_m3) AS peak_m3
                            FROM warehouse_space WHERE run_id = :run AND warehouse = :warehouse
                            AND (CAST(:class AS text) IS NULL OR storage_class = :class) GROUP BY period_start) s
                        LEFT JOIN limit_use l ON l.run_id = :run AND l.warehouse = :warehouse
                            AND l.period_start = s.period_start AND l.storage_class = coalesce(:class, '')
                            AND l.kind = CASE WHEN CAST(:class AS text) IS NULL THEN 'SPACE' ELSE 'STORAGE_CLASS' END
                        ORDER BY s.period_start""")
                .param("run", runId)
                .param("warehouse", warehouse)
                .param("class", storageClass)
                .query(SpacePoint.class)
                .list();
    }

    List<StorageClassRow> storageClasses(long runId, String warehouse) {
        return jdbc.sql("""
                        SELECT s.storage_class, k.locations, k.value, s.now_m3, s.peak_m3, l.limit_m3,
                            coalesce(l.saved_by_one_m3, 0) AS saved_by_one_m3
                        FROM (SELECT storage_class, max(opening_m3) FILTER (WHERE bucket = 0) AS now_m3, max(peak_m3) AS peak_m3
                            FROM warehouse_space WHERE run_id = :run AND warehouse = :warehouse GROUP BY storage_class) s
                        JOIN warehouse_class k ON k.run_id = :run AND k.warehouse = :warehouse
                            AND k.storage_class = s.storage_class
                        LEFT JOIN (SELECT storage_class, min(limit_amount) AS limit_m3, sum(price) AS saved_by_one_m3
                            FROM limit_use WHERE run_id = :run AND kind = 'STORAGE_CLASS' AND warehouse = :warehouse
                            GROUP BY storage_class) l ON l.storage_class = s.storage_class
                        ORDER BY s.peak_m3 DESC, s.storage_class""")
                .param("run", runId)
                .param("warehouse", warehouse)
                .query(StorageClassRow.class)
                .list();
    }

    /** The first so many days with traffic. */
    List<DockRow> dock(long runId, String warehouse, int days) {
        return jdbc.sql("""
                        SELECT day,
                            coalesce(sum(orders) FILTER (WHERE kind <> 'PROPOSED_TRANSFER_OUT'), 0) AS in_orders,
                            coalesce(sum(lines) FILTER (WHERE kind LIKE 'OPEN%'), 0) AS open_lines,
                            coalesce(sum(lines) FILTER (WHERE kind LIKE 'PROPOSED%' AND kind <> 'PROPOSED_TRANSFER_OUT'), 0)
                                AS proposed_lines,
                            coalesce(sum(units) FILTER (WHERE kind <> 'PROPOSED_TRANSFER_OUT'), 0) AS in_units,
                            coalesce(sum(volume_m3) FILTER (WHERE kind <> 'PROPOSED_TRANSFER_OUT'), 0) AS in_m3,
                            coalesce(sum(orders) FILTER (WHERE kind = 'PROPOSED_TRANSFER_OUT'), 0) AS out_orders,
                            coalesce(sum(lines) FILTER (WHERE kind = 'PROPOSED_TRANSFER_OUT'), 0) AS out_lines,
                            coalesce(sum(units) FILTER (WHERE kind = 'PROPOSED_TRANSFER_OUT'), 0) AS out_units,
                            coalesce(sum(volume_m3) FILTER (WHERE kind = 'PROPOSED_TRANSFER_OUT'), 0) AS out_m3,
                            sum(overdue_lines) AS overdue_lines
                        FROM warehouse_dock WHERE run_id = :run AND warehouse = :warehouse
                        GROUP BY day ORDER BY day LIMIT :days""")
                .param("run", runId)
                .param("warehouse", warehouse)
                .param("days", days)
                .query(DockRow.class)
                .list();
    }
}
