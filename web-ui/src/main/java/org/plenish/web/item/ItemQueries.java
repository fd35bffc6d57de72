package org.plenish.web.item;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.plenish.engine.forecast.clean.CorrectionKind;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.web.run.HistoryCorrection;
import org.plenish.web.run.StoredConclusion;
import org.plenish.web.shared.PlanHeader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads one article at one warehouse. */
@Repository
class ItemQueries {

    private static final TypeReference<List<StoredConclusion>> CONCLUSIONS = new TypeReference<>() {};
    private static final TypeReference<List<String>> SENTENCES = new TypeReference<>() {};

    private static final TypeReference<List<HistoryCorrection>> CORRECTIONS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ItemQueries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * Series, what was corrected in them, what the rules concluded and how the parameters were computed.
     *
     * @param outliers buckets of the history in which a single order was out of all proportion
     */
    record Details(
            ItemSeries series,
            Set<Integer> outliers,
            List<CorrectedSpan> corrections,
            List<StoredConclusion> conclusions,
            List<String> policySteps) {}

    Optional<ItemAtWarehouse> find(PlanHeader plan, String item, String warehouse) {
        return jdbc.sql("""
                        SELECT s.*, i.description, i.category, i.uom, i.lifecycle, i.unit_cost,
                            w.name AS warehouse_name, p.name AS supplier_name,
                            forecast_per_day * :bucketDays AS forecast_units,
                            coalesce(array_to_string(o.fields, ','), '') AS overridden_fields,
                            coalesce(o.reason, '') AS override_reason, o.last_day AS override_last_day
                        FROM sku_location s
                        JOIN plan_item i USING (run_id, item)
                        JOIN plan_warehouse w USING (run_id, warehouse)
                        LEFT JOIN plan_supplier p USING (run_id, supplier)
                        LEFT JOIN plan_override o USING (run_id, item, warehouse)
                        WHERE run_id = :run AND item = :item AND warehouse = :warehouse""")
                .param("run", plan.runId())
                .param("item", item)
                .param("warehouse", warehouse)
                .param("bucketDays", plan.bucket().days())
                .query(ItemAtWarehouse.class)
                .optional();
    }

    Details details(PlanHeader plan, String item, String warehouse) {
        return jdbc.sql("""
                        SELECT * FROM sku_location_series
                        WHERE run_id = :run AND item = :item AND warehouse = :warehouse""")
                .param("run", plan.runId())
                .param("item", item)
                .param("warehouse", warehouse)
                .query((row, index) -> {
                    ItemSeries series = series(plan, row);
                    List<HistoryCorrection> corrections = json.readValue(row.getString("corrections"), CORRECTIONS);
                    return new Details(
                            series,
                            corrections.stream()
                                    .filter(correction -> correction.kind() == CorrectionKind.OUTLIER)
                                    .map(HistoryCorrection::bucket)
                                    .collect(Collectors.toSet()),
                            CorrectedSpan.of(corrections, series.history()),
                            json.readValue(row.getString("conclusions"), CONCLUSIONS),
                            json.readValue(row.getString("policy_steps"), SENTENCES));
                })
                .single();
    }

    List<ItemException> exceptions(long runId, String item, String warehouse) {
        return jdbc.sql("""
                        SELECT severity, kind, date, value, message, action, rule_id, why FROM plan_exception
                        WHERE run_id = :run AND item = :item AND warehouse = :warehouse ORDER BY rank""")
                .param("run", runId)
                .param("item", item)
                .param("warehouse", warehouse)
                .query(ItemException.class)
                .list();
    }

    /** The article at all its warehouses. */
    List<Sibling> siblings(PlanHeader plan, String item) {
        return jdbc.sql("""
                        SELECT s.*, w.name AS warehouse_name, forecast_per_day * :bucketDays AS forecast_units,
                            c.net_before, c.net_after, c.safety_stock
                        FROM sku_location s JOIN plan_warehouse w USING (run_id, warehouse)
                        JOIN sku_location_series c USING (run_id, item, warehouse)
                        WHERE run_id = :run AND item = :item ORDER BY w.name, warehouse""")
                .param("run", plan.runId())
                .param("item", item)
                .param("bucketDays", plan.bucket().days())
                .query((row, index) -> new Sibling(
                        row.getString("warehouse"),
                        row.getString("warehouse_name"),
                        row.getString("abc_class"),
                        row.getString("status"),
                        row.getInt("on_hand_units"),
                        row.getInt("on_order_units"),
                        row.getDouble("cover_days"),
                        row.getDouble("forecast_units"),
                        row.getInt("safety_stock_units"),
                        row.getInt("reorder_point_units"),
                        row.getInt("bought_units"),
                        row.getInt("moved_in_units"),
                        row.getInt("moved_out_units"),
                        row.getObject("first_stockout_after", LocalDate.class),
                        Sibling.points(
                                plan.buckets(),
                                units(row, "net_before"),
                                units(row, "net_after"),
                                units(row, "safety_stock"))))
                .list();
    }

    /** Empty as long as they are not worked out. */
    Optional<StockoutChances> findStockoutChances(PlanHeader plan, String item, String warehouse) {
        return jdbc.sql("""
                        SELECT planned.any_bucket AS any_as_planned, policy.any_bucket AS any_by_policy,
                            planned.by_bucket AS as_planned, policy.by_bucket AS by_policy
                        FROM stockout_risk planned JOIN stockout_risk policy USING (run_id, item, warehouse)
                        WHERE planned.conduct = 'AS_PLANNED' AND policy.conduct = 'BY_POLICY'
                        AND run_id = :run AND item = :item AND warehouse = :warehouse""")
                .param("run", plan.runId())
                .param("item", item)
                .param("warehouse", warehouse)
                .query((row, index) -> {
                    List<Double> asPlanned = numbers(row, "as_planned");
                    List<Double> byPolicy = numbers(row, "by_policy");
                    return new StockoutChances(
                            row.getDouble("any_as_planned"),
                            row.getDouble("any_by_policy"),
                            IntStream.range(0, asPlanned.size())
                                    .mapToObj(t -> new StockoutChances.Point(
                                            plan.buckets().start(t), asPlanned.get(t), byPolicy.get(t)))
                                    .toList());
                })
                .optional();
    }

    private static ItemSeries series(PlanHeader plan, ResultSet row) throws SQLException {
        List<Double> sold = numbers(row, "sold_units");
        LocalDate start = row.getObject("history_start", LocalDate.class);
        return new ItemSeries(
                new TimeBuckets(start, plan.bucket(), sold.size()),
                plan.buckets(),
                sold,
                numbers(row, "in_stock_share"),
                numbers(row, "demand_units"),
                numbers(row, "forecast_mean_units"),
                numbers(row, "forecast_sd_units"),
                units(row, "planned_demand"),
                units(row, "safety_stock"),
                units(row, "receipts_before"),
                units(row, "net_before"),
                units(row, "receipts_after"),
                units(row, "transfers_in_after"),
                units(row, "transfers_out_after"),
                units(row, "net_after"));
    }

    private static List<Double> numbers(ResultSet row, String column) throws SQLException {
        return List.of((Double[]) elements(row, column));
    }

    private static List<Integer> units(ResultSet row, String column) throws SQLException {
        return List.of((Integer[]) elements(row, column));
    }

    private static Object elements(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array.getArray();
    }
}
