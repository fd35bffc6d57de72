package org.plenish.web.uncertainty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
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

    /** Only columns that the indexes of the sorts hold, so that counting and skipping read these alone. */
    private static final String FITTING = """
            FROM stockout_risk r WHERE run_id = :run AND conduct = :conduct""";

    private static final String ROWS = """
            SELECT r.item, r.warehouse, i.description, r.abc_class, r.by_bucket, r.any_bucket, r.demand_units, r.short_units,
                r.short_value, r.fill_rate, %1$s AS probability
            FROM (%2$s) k
            JOIN stockout_risk r ON r.run_id = :run AND r.conduct = :conduct AND r.item = k.item AND r.warehouse = k.warehouse
            JOIN plan_item i ON i.run_id = :run AND i.item = r.item
            ORDER BY %3$s""";

    private final JdbcClient jdbc;
    private final TableDownload downloads;

    RiskQueries(JdbcClient jdbc, TableDownload downloads) {
        this.jdbc = jdbc;
        this.downloads = downloads;
    }

    /** A warehouse to choose. */
    record Warehouse(String value, String name) {}

    RiskList list(PlanHeader plan, RiskFilter filter) {
        int total = filtered(jdbc.sql("SELECT count(*) " + fitting(plan, filter)), plan, filter)
                .query(Integer.class)
                .single();
        int page = Math.min(filter.pageOrFirst(), RiskList.pages(total));
        TimeBuckets buckets = plan.buckets();
        List<RiskRow> rows = filtered(jdbc.sql(rows(plan, filter, " LIMIT :rows OFFSET :offset")), plan, filter)
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
        return filtered(downloads.sql(rows(plan, filter, "")), plan, filter)
                .query((row, index) -> risk(row, buckets))
                .stream()
                .flatMap(risk -> IntStream.range(0, buckets.count())
                        .filter(bucket -> only == null || bucket == only)
                        .mapToObj(bucket -> new RiskBucketRow(
                                risk, buckets.start(bucket), risk.byBucket().get(bucket))));
    }

    private static String rows(PlanHeader plan, RiskFilter filter, String cut) {
        String probability = probability(plan, filter);
        String order = filter.orderBy(probability);
        String keys = "SELECT item, warehouse " + fitting(plan, filter) + " ORDER BY " + order + cut;
        return ROWS.formatted(probability, keys, order);
    }

    /** Only what is filtered by, so that the database sees what is asked. */
    private static String fitting(PlanHeader plan, RiskFilter filter) {
        return FITTING
                // Of any bucket is no less than of the one that is looked at, and has an index.
                + (filter.leastShare() > 0
                        ? " AND r.any_bucket >= :least AND " + probability(plan, filter) + " >= :least"
                        : "")
                + (filter.abc() == null ? "" : " AND r.abc_class = :abc")
                + (isBlank(filter.warehouse()) ? "" : " AND r.warehouse = :warehouse")
                // The list of items is that of the plan that is shown, and knows where words are.
                + (isBlank(filter.q())
                        ? ""
                        : " AND (r.item, r.warehouse) IN (SELECT item, warehouse FROM item_list WHERE search LIKE :q)");
    }

    private static String probability(PlanHeader plan, RiskFilter filter) {
        Integer bucket = filter.bucketIndex(plan);
        return bucket == null ? "r.any_bucket" : "r.by_bucket[" + (bucket + 1) + "]";
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
                .param("least", filter.leastShare())
                .param(
                        "q",
                        filter.q() == null
                                ? null
                                : LikePattern.containing(filter.q().toLowerCase(Locale.ROOT)))
                .param("abc", filter.abc() == null ? null : filter.abc().name())
                .param("warehouse", filter.warehouse());
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

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
