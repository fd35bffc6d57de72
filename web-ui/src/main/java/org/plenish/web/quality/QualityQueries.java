package org.plenish.web.quality;

import java.sql.Types;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.plan.quality.FindingKind;
import org.plenish.web.export.TableDownload;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Reads what looks wrong in the data of a plan and what is worth counting. */
@Repository
class QualityQueries {

    static final int ROWS_A_PAGE = 100;

    private static final String FINDINGS = """
            SELECT f.kind, f.rank, f.item, coalesce(i.description, f.item) AS description, f.warehouse, f.date, f.value,
                f.found, f.advice
            FROM quality_finding f LEFT JOIN plan_item i ON i.run_id = f.run_id AND i.item = f.item
            WHERE f.run_id = :run AND (CAST(:kind AS text) IS NULL OR f.kind = :kind) AND f.rank > :after
            AND (CAST(:warehouse AS text) IS NULL OR f.warehouse = :warehouse)
            ORDER BY f.kind, f.rank""";

    private static final String COUNTS = """
            SELECT c.rank, c.item, coalesce(i.description, c.item) AS description, c.warehouse,
                coalesce(i.uom, '') AS unit_of_measure, coalesce(s.abc_class, '') AS abc_class, c.on_hand_units, c.movements,
                c.error_sd_units, c.contradiction_units, c.shortage_cost, c.holding_cost, c.contradiction_value, c.cost
            FROM count_proposal c
            LEFT JOIN plan_item i ON i.run_id = c.run_id AND i.item = c.item
            LEFT JOIN sku_location s ON s.run_id = c.run_id AND s.item = c.item AND s.warehouse = c.warehouse
            WHERE c.run_id = :run AND c.rank > :after AND (CAST(:warehouse AS text) IS NULL OR c.warehouse = :warehouse)
            ORDER BY c.rank""";

    private final JdbcClient jdbc;
    private final TableDownload downloads;

    QualityQueries(JdbcClient jdbc, TableDownload downloads) {
        this.jdbc = jdbc;
        this.downloads = downloads;
    }

    /** Of every kind, most money first; empty if the plan was stored by a version that did not look. */
    List<QualityTotal> totals(long runId) {
        return jdbc.sql("""
                        SELECT kind, finding_count, value FROM quality_total WHERE run_id = :run
                        ORDER BY value DESC, finding_count DESC, kind""").param("run", runId).query(QualityTotal.class).list();
    }

    /** One page, and one row more if there is another page. */
    List<FindingRow> findings(long runId, FindingKind kind, QualityFilter filter) {
        return filtered(jdbc.sql(FINDINGS + " LIMIT :rows"), runId, filter)
                .param("kind", kind.name())
                .param("rows", ROWS_A_PAGE + 1)
                .query(FindingRow.class)
                .list();
    }

    /** All that is kept. To be closed. */
    Stream<FindingRow> streamFindings(long runId, QualityFilter filter) {
        @Nullable FindingKind kind = filter.kind();
        return filtered(downloads.sql(FINDINGS), runId, filter)
                .param("kind", kind == null ? null : kind.name(), Types.VARCHAR)
                .query(FindingRow.class)
                .stream();
    }

    /** One page, and one row more if there is another page. */
    List<CountRow> counts(long runId, QualityFilter filter) {
        return filtered(jdbc.sql(COUNTS + " LIMIT :rows"), runId, filter)
                .param("rows", ROWS_A_PAGE + 1)
                .query(CountRow.class)
                .list();
    }

    /** All that is kept. To be closed. */
    Stream<CountRow> streamCounts(long runId, QualityFilter filter) {
        return filtered(downloads.sql(COUNTS), runId, filter).query(CountRow.class).stream();
    }

    List<String> warehouses(long runId) {
        return jdbc.sql("SELECT warehouse FROM plan_warehouse WHERE run_id = :run ORDER BY warehouse")
                .param("run", runId)
                .query(String.class)
                .list();
    }

    private static StatementSpec filtered(StatementSpec sql, long runId, QualityFilter filter) {
        String warehouse = filter.warehouse();
        return sql.param("run", runId)
                .param("after", filter.afterOrZero())
                .param("warehouse", warehouse == null || warehouse.isBlank() ? null : warehouse, Types.VARCHAR);
    }
}
