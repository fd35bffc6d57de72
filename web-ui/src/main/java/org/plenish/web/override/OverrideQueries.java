package org.plenish.web.override;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenish.web.export.TableDownload;
import org.plenish.web.shared.LikePattern;
import org.plenish.web.shared.PlanHeader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what people have set, beside what the plan has made of it. */
@Repository
class OverrideQueries {

    private static final String FILTERED = """
             FROM policy_override o
            LEFT JOIN plan_item i ON i.run_id = :run AND i.item = o.item
            WHERE (CAST(:q AS text) IS NULL OR o.item ILIKE :q OR i.description ILIKE :q OR o.reason ILIKE :q
                OR o.set_by ILIKE :q)
            AND (CAST(:item AS text) IS NULL OR o.item = :item)
            AND (CAST(:warehouse AS text) IS NULL OR o.warehouse = :warehouse)
            AND (CAST(:field AS text) IS NULL OR o.field = :field)
            AND CASE :state WHEN 'ENDED' THEN o.ended_at IS NOT NULL
                WHEN 'EXPIRED' THEN o.ended_at IS NULL AND o.expires_on < :planDate
                WHEN 'STANDING' THEN o.ended_at IS NULL AND (o.expires_on IS NULL OR o.expires_on >= :planDate)
                ELSE true END
            """;

    private static final String ROWS = """
            SELECT o.id, o.item, coalesce(i.description, o.item) AS description, o.warehouse, o.field, o.value, o.reason,
                o.expires_on, o.set_by, o.set_at, o.ended_by, o.ended_at, i.item IS NOT NULL AS planned,
                o.expires_on < :planDate AS expired,
                o.set_at > (SELECT started_at FROM planning_run WHERE id = :run) AS after_plan
            """ + FILTERED + " ORDER BY o.set_at DESC, o.id DESC";

    private final JdbcClient jdbc;
    private final TableDownload downloads;

    OverrideQueries(JdbcClient jdbc, TableDownload downloads) {
        this.jdbc = jdbc;
        this.downloads = downloads;
    }

    /** Which SKU-location a form is of, and what the plan has of it. */
    record Place(
            String item,
            String warehouse,
            String description,
            String warehouseName,
            double serviceTarget,
            int safetyStockUnits,
            int reorderPointUnits,
            int orderUpToUnits,
            int orderQuantityUnits,
            boolean stopBuy) {}

    Optional<Place> findPlace(long runId, String item, String warehouse) {
        return jdbc.sql("""
                        SELECT s.*, i.description, w.name AS warehouse_name
                        FROM sku_location s JOIN plan_item i USING (run_id, item) JOIN plan_warehouse w USING (run_id, warehouse)
                        WHERE run_id = :run AND item = :item AND warehouse = :warehouse""")
                .param("run", runId)
                .param("item", item)
                .param("warehouse", warehouse)
                .query(Place.class)
                .optional();
    }

    /** What the rules would have chosen there; empty where they have. */
    Optional<Place> findRules(long runId, Place place) {
        return jdbc.sql("""
                        SELECT :description AS description, :name AS warehouse_name, r.* FROM plan_rules_policy r
                        WHERE run_id = :run AND item = :item AND warehouse = :warehouse""")
                .param("run", runId)
                .param("item", place.item())
                .param("warehouse", place.warehouse())
                .param("description", place.description())
                .param("name", place.warehouseName())
                .query(Place.class)
                .optional();
    }

    /** The dataset's own value of a field, and why. */
    record Given(double value, String reason) {}

    private record GivenRow(
            String warehouse,
            @Nullable Integer safetyStock,
            @Nullable Integer reorderPoint,
            @Nullable Integer orderUpToLevel,
            @Nullable Integer minQuantity,
            @Nullable Integer maxQuantity,
            @Nullable Double serviceLevel,
            boolean stopBuy,
            String reason) {

        @Nullable
        Number value(OverrideField field) {
            return switch (field) {
                case SERVICE_LEVEL -> serviceLevel;
                case SAFETY_STOCK -> safetyStock;
                case REORDER_POINT -> reorderPoint;
                case ORDER_UP_TO_LEVEL -> orderUpToLevel;
                case MIN_QUANTITY -> minQuantity;
                case MAX_QUANTITY -> maxQuantity;
                case STOP_BUY -> stopBuy ? 1 : null;
            };
        }
    }

    /** As the plan took them: the warehouse's row goes before the one for all, of two rows for one place the later. */
    Map<OverrideField, Given> given(long runId, String item, String warehouse) {
        List<GivenRow> rows = jdbc.sql("""
                        SELECT * FROM plan_given_override
                        WHERE run_id = :run AND item = :item AND warehouse IN ('', :warehouse)
                        ORDER BY warehouse, row_number""")
                .param("run", runId)
                .param("item", item)
                .param("warehouse", warehouse)
                .query(GivenRow.class)
                .list();
        List<GivenRow> counted = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            if (i == rows.size() - 1
                    || !rows.get(i + 1).warehouse().equals(rows.get(i).warehouse())) {
                counted.add(rows.get(i));
            }
        }
        Map<OverrideField, Given> given = new EnumMap<>(OverrideField.class);
        for (GivenRow row : counted) {
            for (OverrideField field : OverrideField.values()) {
                Number value = row.value(field);
                if (value != null) {
                    given.put(field, new Given(value.doubleValue(), row.reason()));
                }
            }
        }
        return given;
    }

    OverrideList list(PlanHeader plan, OverrideFilter filter) {
        int total = filtered(jdbc.sql("SELECT count(*)" + FILTERED), plan, filter)
                .query(Integer.class)
                .single();
        int page = Math.min(filter.pageOrFirst(), OverrideList.pages(total));
        List<OverrideRow> rows = filtered(jdbc.sql(ROWS + " LIMIT :rows OFFSET :offset"), plan, filter)
                .param("rows", OverrideList.ROWS_A_PAGE)
                .param("offset", (page - 1) * OverrideList.ROWS_A_PAGE)
                .query(OverrideRow.class)
                .list();
        return new OverrideList(rows, total, page);
    }

    /** All pages of {@link #list}. To be closed. */
    Stream<OverrideRow> stream(PlanHeader plan, OverrideFilter filter) {
        return filtered(downloads.sql(ROWS), plan, filter).query(OverrideRow.class).stream();
    }

    /** A warehouse of the plan, to filter by. */
    public record Choice(String value, String name) {}

    List<Choice> warehouses(long runId) {
        return jdbc.sql("SELECT warehouse AS value, name FROM plan_warehouse WHERE run_id = :run ORDER BY name")
                .param("run", runId)
                .query(Choice.class)
                .list();
    }

    private static JdbcClient.StatementSpec filtered(
            JdbcClient.StatementSpec statement, PlanHeader plan, OverrideFilter filter) {
        return statement
                .param("run", plan.runId())
                .param("planDate", plan.planDate())
                .param("q", LikePattern.containing(filter.q()))
                .param("item", OverrideFilter.nullIfBlank(filter.item()))
                .param("warehouse", OverrideFilter.nullIfBlank(filter.warehouse()))
                .param("field", filter.field() == null ? null : filter.field().name())
                .param("state", filter.stateOrDefault().name());
    }
}
