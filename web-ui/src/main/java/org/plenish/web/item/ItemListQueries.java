package org.plenish.web.item;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenish.web.export.TableDownload;
import org.plenish.web.shared.PlanHeader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the list of SKU-locations, filtered, sorted and cut into pages by the database. */
@Repository
class ItemListQueries {

    private static final String FILTERED = """
            FROM sku_location s
            JOIN plan_item i ON i.run_id = s.run_id AND i.item = s.item
            LEFT JOIN LATERAL (
                SELECT count(*) AS exceptions, (array_agg(e.severity ORDER BY e.rank))[1] AS severity,
                    array_agg(e.kind) AS kinds
                FROM plan_exception e
                WHERE e.run_id = s.run_id AND e.item = s.item AND e.warehouse = s.warehouse) e ON true
            WHERE s.run_id = :run
            AND (CAST(:q AS text) IS NULL OR s.item ILIKE :q OR i.description ILIKE :q OR i.category ILIKE :q)
            AND (CAST(:abc AS text) IS NULL OR s.abc_class = :abc)
            AND (CAST(:demand AS text) IS NULL OR s.demand_class = :demand)
            AND (CAST(:status AS text) IS NULL OR s.status = :status)
            AND (CAST(:warehouse AS text) IS NULL OR s.warehouse = :warehouse)
            AND (CAST(:exception AS text) IS NULL OR (:exception = 'ANY' AND exceptions > 0) OR :exception = ANY (kinds))
            """;

    private static final String ROWS = """
            SELECT s.item, s.warehouse, i.description, abc_class, demand_class, status, on_hand_units,
                on_order_units, cover_days, forecast_per_day * :bucketDays AS forecast_units,
                safety_stock_units, reorder_point_units, on_hand_value,
                bought_units + moved_in_units AS proposed_units, exceptions, severity
            """ + FILTERED + " ORDER BY ";

    private final JdbcClient jdbc;
    private final TableDownload downloads;

    ItemListQueries(JdbcClient jdbc, TableDownload downloads) {
        this.jdbc = jdbc;
        this.downloads = downloads;
    }

    /** All pages of {@link #list}. To be closed. */
    Stream<ItemRow> stream(PlanHeader plan, ItemFilter filter) {
        return filtered(downloads.sql(ROWS + filter.orderBy()), plan, filter)
                .param("bucketDays", plan.bucket().days())
                .query(ItemRow.class)
                .stream();
    }

    ItemList list(PlanHeader plan, ItemFilter filter) {
        int total = filtered(jdbc.sql("SELECT count(*) " + FILTERED), plan, filter)
                .query(Integer.class)
                .single();
        int pages = Math.max(1, (total + ItemList.ROWS_A_PAGE - 1) / ItemList.ROWS_A_PAGE);
        int page = Math.min(filter.pageOrFirst(), pages);
        List<ItemRow> rows = filtered(jdbc.sql(ROWS + filter.orderBy() + " LIMIT :rows OFFSET :offset"), plan, filter)
                .param("bucketDays", plan.bucket().days())
                .param("rows", ItemList.ROWS_A_PAGE)
                .param("offset", (page - 1) * ItemList.ROWS_A_PAGE)
                .query(ItemRow.class)
                .list();
        return new ItemList(rows, total, page);
    }

    List<Choice> warehouses(long runId) {
        return jdbc.sql("SELECT warehouse AS value, name FROM plan_warehouse WHERE run_id = :run ORDER BY name")
                .param("run", runId)
                .query(Choice.class)
                .list();
    }

    private static JdbcClient.StatementSpec filtered(
            JdbcClient.StatementSpec statement, PlanHeader plan, ItemFilter filter) {
        return statement
                .param("run", plan.runId())
                .param("q", ItemFilter.isBlank(filter.q()) ? null : contains(filter.q()))
                .param("abc", name(filter.abc()))
                .param("demand", name(filter.demand()))
                .param("status", name(filter.status()))
                .param("warehouse", ItemFilter.isBlank(filter.warehouse()) ? null : filter.warehouse())
                .param("exception", ItemFilter.isBlank(filter.exception()) ? null : filter.exception());
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    /** A pattern in which the person's own wildcards stand for themselves. */
    private static String contains(@Nullable String text) {
        String plain = text == null ? "" : text.strip();
        return "%" + plain.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
