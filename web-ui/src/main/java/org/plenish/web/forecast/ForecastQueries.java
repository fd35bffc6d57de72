package org.plenish.web.forecast;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.LikePattern;
import org.plenish.web.shared.PlanHeader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the forecasts of a plan by level. */
@Repository
class ForecastQueries {

    private static final int PARTS_SHOWN = 200;
    private static final int ITEMS_SUGGESTED = 12;

    private final JdbcClient jdbc;

    ForecastQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A value to choose, with its name. */
    public record Choice(String value, String name) {}

    /** Whether a plan has forecasts by level: one that an earlier version stored has none. */
    boolean hasLevels(long runId) {
        return jdbc.sql(
                        "SELECT EXISTS (SELECT FROM forecast_level WHERE run_id = :run AND category = '' AND warehouse = '')")
                .param("run", runId)
                .query(Boolean.class)
                .single();
    }

    OffsetDateTime begun(long runId) {
        return jdbc.sql("SELECT started_at FROM planning_run WHERE id = :run")
                .param("run", runId)
                .query(OffsetDateTime.class)
                .single();
    }

    List<Choice> categories(long runId) {
        return jdbc.sql("""
                        SELECT category AS value, category AS name FROM forecast_level
                        WHERE run_id = :run AND warehouse = '' AND category <> '' ORDER BY category""").param("run", runId).query(Choice.class).list();
    }

    List<Choice> warehouses(long runId) {
        return jdbc.sql("SELECT warehouse AS value, name FROM plan_warehouse WHERE run_id = :run ORDER BY name")
                .param("run", runId)
                .query(Choice.class)
                .list();
    }

    /** Items whose number or name holds what was typed, the best first. */
    List<Choice> items(long runId, String typed) {
        return jdbc.sql("""
                        SELECT item AS value, description AS name FROM plan_item
                        WHERE run_id = :run AND (item ILIKE :q OR description ILIKE :q)
                        ORDER BY item NOT ILIKE :start, item LIMIT :rows""")
                .param("run", runId)
                .param("q", LikePattern.containing(typed))
                .param("start", LikePattern.startingWith(typed))
                .param("rows", ITEMS_SUGGESTED)
                .query(Choice.class)
                .list();
    }

    /** By item; those that the plan does not have are missing. */
    Map<String, String> categoriesOf(long runId, List<String> items) {
        return jdbc
                .sql(
                        "SELECT item AS value, category AS name FROM plan_item WHERE run_id = :run AND item = ANY (:items)")
                .param("run", runId)
                .param("items", items.toArray(String[]::new))
                .query(Choice.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Choice::value, Choice::name));
    }

    boolean hasItem(long runId, String item) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM plan_item WHERE run_id = :run AND item = :item)")
                .param("run", runId)
                .param("item", item)
                .query(Boolean.class)
                .single();
    }

    boolean hasWarehouse(long runId, String warehouse) {
        return jdbc.sql("SELECT EXISTS (SELECT FROM plan_warehouse WHERE run_id = :run AND warehouse = :warehouse)")
                .param("run", runId)
                .param("warehouse", warehouse)
                .query(Boolean.class)
                .single();
    }

    /** Empty if the plan has nothing of the level. */
    Optional<LevelView> find(PlanHeader plan, Level level) {
        return level.hasItem() ? findItem(plan, level) : findSum(plan, level);
    }

    private Optional<LevelView> findSum(PlanHeader plan, Level level) {
        return jdbc.sql("""
                        SELECT l.*, coalesce(w.name, '') AS warehouse_name FROM forecast_level l
                        LEFT JOIN plan_warehouse w USING (run_id, warehouse)
                        WHERE run_id = :run AND category = :category AND warehouse = :warehouse""")
                .param("run", plan.runId())
                .param("category", level.category())
                .param("warehouse", level.warehouse())
                .query((row, index) -> new LevelView(
                        level,
                        level.category(),
                        "",
                        row.getInt("sku_locations"),
                        numbers(row, "sold_units"),
                        numbers(row, "statistical_units"),
                        numbers(row, "final_units")))
                .optional();
    }

    private record OfItem(
            String warehouse,
            String description,
            String category,
            List<Double> sold,
            List<Double> statistical,
            List<Double> planned) {}

    private List<OfItem> itemRows(PlanHeader plan, Level level) {
        return jdbc.sql("""
                        SELECT s.warehouse, i.description, i.category, s.sold_units, s.forecast_mean_units,
                            coalesce(b.mean_units, s.forecast_mean_units) AS statistical_units
                        FROM sku_location_series s
                        JOIN plan_item i ON i.run_id = s.run_id AND i.item = s.item
                        LEFT JOIN forecast_statistical b
                            ON b.run_id = s.run_id AND b.item = s.item AND b.warehouse = s.warehouse
                        WHERE s.run_id = :run AND s.item = :item
                        AND (CAST(:warehouse AS text) IS NULL OR s.warehouse = :warehouse) ORDER BY s.warehouse""")
                .param("run", plan.runId())
                .param("item", level.item())
                .param("warehouse", level.warehouse().isEmpty() ? null : level.warehouse())
                .query((row, index) -> new OfItem(
                        row.getString("warehouse"),
                        row.getString("description"),
                        row.getString("category"),
                        lastYear(plan, numbers(row, "sold_units")),
                        numbers(row, "statistical_units"),
                        numbers(row, "forecast_mean_units")))
                .list();
    }

    private Optional<LevelView> findItem(PlanHeader plan, Level level) {
        List<OfItem> rows = itemRows(plan, level);
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new LevelView(
                level,
                rows.get(0).description(),
                rows.get(0).category(),
                rows.size(),
                sum(rows.stream().map(OfItem::sold).toList()),
                sum(rows.stream().map(OfItem::statistical).toList()),
                sum(rows.stream().map(OfItem::planned).toList())));
    }

    /** The levels that one is the sum of, the largest first: of all, its categories; of an item or category, its warehouses. */
    List<LevelView> parts(PlanHeader plan, Level level) {
        if (level.hasItem()) {
            return level.warehouse().isEmpty()
                    ? itemRows(plan, level).stream()
                            .map(row -> new LevelView(
                                    new Level(level.item(), "", row.warehouse()),
                                    row.warehouse(),
                                    row.category(),
                                    1,
                                    row.sold(),
                                    row.statistical(),
                                    row.planned()))
                            .toList()
                    : List.of();
        }
        if (!level.category().isEmpty() && !level.warehouse().isEmpty()) {
            return List.of();
        }
        boolean byWarehouse = !level.category().isEmpty();
        return jdbc.sql("""
                        SELECT * FROM forecast_level WHERE run_id = :run
                        AND (CAST(:category AS text) IS NULL AND category <> '' OR category = :category)
                        AND (CAST(:warehouse AS text) IS NULL AND warehouse <> '' OR warehouse = :warehouse)
                        ORDER BY (SELECT sum(units) FROM unnest(final_units) units) DESC, category, warehouse
                        LIMIT :rows""")
                .param("run", plan.runId())
                .param("category", byWarehouse ? level.category() : null)
                .param("warehouse", byWarehouse ? null : level.warehouse())
                .param("rows", PARTS_SHOWN)
                .query((row, index) -> new LevelView(
                        new Level("", row.getString("category"), row.getString("warehouse")),
                        row.getString(byWarehouse ? "warehouse" : "category"),
                        "",
                        row.getInt("sku_locations"),
                        numbers(row, "sold_units"),
                        numbers(row, "statistical_units"),
                        numbers(row, "final_units")))
                .list();
    }

    private static List<Double> lastYear(PlanHeader plan, List<Double> sold) {
        int year = plan.bucket().bucketsPerYear();
        List<Double> last = new ArrayList<>(Collections.nCopies(Math.max(0, year - sold.size()), 0.0));
        last.addAll(sold.subList(Math.max(0, sold.size() - year), sold.size()));
        return last;
    }

    private static List<Double> sum(List<List<Double>> series) {
        List<Double> sum = new ArrayList<>(series.get(0));
        for (List<Double> one : series.subList(1, series.size())) {
            for (int i = 0; i < sum.size(); i++) {
                sum.set(i, sum.get(i) + one.get(i));
            }
        }
        return sum;
    }

    private static List<Double> numbers(ResultSet row, String column) throws SQLException {
        @Nullable Array array = row.getArray(column);
        List<Double> numbers = new ArrayList<>();
        for (Double number : (Double[]) array.getArray()) {
            numbers.add(number == null || number.isNaN() ? 0 : number);
        }
        return numbers;
    }
}
