package org.plenish.web.uncertainty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.web.export.TableDownload;
import org.plenish.web.shared.LikePattern;
import org.plenish.web.shared.PlanHeader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads which SKU-locations may be out of stock, filtered, sorted and cut into pages by the database. */
@Repository
class RiskQueries {

    private static final String FILTERED = """
            FROM (SELECT r.item, r.warehouse, i.description, i.category, s.abc_class, r.by_bucket, r.any_bucket,
                    r.demand_units, r.short_units, r.short_units * i.unit_cost AS short_value,
                    CASE WHEN r.demand_units > 0 THEN 1 - r.short_units / r.demand_units ELSE 1 END AS fill_rate,
                    CASE WHEN CAST(:bucket AS integer) IS NULL THEN r.any_bucket
                        ELSE r.by_bucket[CAST(:bucket AS integer) + 1] END AS probability
                FROM stockout_risk r
                JOIN sku_location s USING (run_id, item, warehouse)
                JOIN plan_item i USING (run_id, item)
                WHERE run_id = :run AND conduct = :conduct) r
            WHERE probability >= :least
            AND (CAST(:q AS text) IS NULL OR item ILIKE :q OR description ILIKE :q OR category ILIKE :q)
            AND (CAST(:abc AS text) IS NULL OR abc_class = :abc)
            AND (CAST(:warehouse AS text) IS NULL OR warehouse = :warehouse)
            """;

    private static final String ROWS = "SELECT * " + FILTERED + " ORDER BY ";

    private final JdbcClient jdbc;
    private final TableDownload downloads;

    RiskQueries(JdbcClient jdbc, TableDownload downloads) {
        this.jdbc = jdbc;
        this.downloads = downloads;
    }

    /** A warehouse to choose. */
    record Warehouse(String value, String name) {}

    RiskList list(PlanHeader plan, RiskFilter filter) {
        int total = filtered(jdbc.sql("SELECT count(*) " + FILTERED), plan, filter)
                .query(Integer.class)
                .single();
        int page = Math.min(filter.pageOrFirst(), RiskList.pages(total));
        TimeBuckets buckets = plan.buckets();
        List<RiskRow> rows = filtered(jdbc.sql(ROWS + filter.orderBy() + " LIMIT :rows OFFSET :offset"), plan, filter)
                .param("rows", RiskList.ROWS_A_PAGE)
                .param("offset", (page - 1) * RiskList.ROWS_A_PAGE)
                .query((row, index) -> risk(row, buckets))
                .list();
        return new RiskList(rows, total, page);
    }

    /** All pages of {@link #list}, a row a bucket, or only that which is looked at. To be closed. */
    Stream<RiskBucketRow> stream(PlanHeader plan, RiskFilter filter) {
        TimeBuckets buckets = plan.buckets();
        Integer only = filter.bucketIndex(plan);
        return filtered(downloads.sql(ROWS + filter.orderBy()), plan, filter)
                .query((row, index) -> risk(row, buckets))
                .stream()
                .flatMap(risk -> IntStream.range(0, buckets.count())
                        .filter(bucket -> only == null || bucket == only)
                        .mapToObj(bucket -> new RiskBucketRow(
                                risk, buckets.start(bucket), risk.byBucket().get(bucket))));
    }

    List<Warehouse> warehouses(long runId) {
        return jdbc.sql("SELECT warehouse AS value, name FROM plan_warehouse WHERE run_id = :run ORDER BY name")
                .param("run", runId)
                .query(Warehouse.class)
                .list();
    }

    private static JdbcClient.StatementSpec filtered(
            JdbcClient.StatementSpec statement, PlanHeader plan, RiskFilter filter) {
        return statement
                .param("run", plan.runId())
                .param("conduct", filter.conductOrDefault().name())
                .param("bucket", filter.bucketIndex(plan))
                .param("least", filter.leastShare())
                .param("q", LikePattern.containing(filter.q()))
                .param("abc", filter.abc() == null ? null : filter.abc().name())
                .param("warehouse", blankToNull(filter.warehouse()));
    }

    private static RiskRow risk(ResultSet row, TimeBuckets buckets) throws SQLException {
        return new RiskRow(
                row.getString("item"),
                row.getString("warehouse"),
                row.getString("description"),
                row.getString("abc_class"),
                buckets,
                List.of((Double[]) row.getArray("by_bucket").getArray()),
                row.getDouble("probability"),
                row.getDouble("any_bucket"),
                row.getDouble("demand_units"),
                row.getDouble("fill_rate"),
                row.getDouble("short_units"),
                row.getBigDecimal("short_value"));
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
