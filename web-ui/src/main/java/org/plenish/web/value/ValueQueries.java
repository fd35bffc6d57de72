package org.plenish.web.value;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.plan.value.AgeClass;
import org.plenish.engine.plan.value.Flow;
import org.plenish.engine.plan.value.Margin;
import org.plenish.engine.plan.value.StockFigures;
import org.plenish.engine.plan.value.StockGroup;
import org.plenish.engine.plan.value.ValueAndSpace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads valued stock; every group is stored, so nothing is added up here. */
@Repository
class ValueQueries {

    /** A year and more of weekly plans. */
    private static final int MOST_POINTS = 60;

    private static final String POINT_COLUMNS = "p.run_id, p.dataset_name, p.plan_date, p.currency, p.days";

    /** Of the plans of one day the last one counts. */
    private static final String POINTS = """
            SELECT * FROM (
                SELECT DISTINCT ON (p.plan_date) """ + " " + POINT_COLUMNS + """
                 FROM value_point p WHERE p.currency = :currency
                ORDER BY p.plan_date DESC, p.run_id DESC LIMIT :points) p""";

    private static final String GROUP =
            "scope = :scope AND warehouse = :warehouse AND category = :category AND abc_class = :abc";

    private final JdbcClient jdbc;

    ValueQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A warehouse to choose. */
    record Choice(String value, String name) {}

    Optional<ValuePoint> findPoint(long runId) {
        return jdbc.sql("SELECT " + POINT_COLUMNS + " FROM value_point p WHERE run_id = :run")
                .param("run", runId)
                .query(ValuePoint.class)
                .optional();
    }

    /** Latest first, one a day of plan. */
    List<ValuePoint> points(String currency) {
        return jdbc.sql(POINTS + " ORDER BY p.plan_date DESC")
                .param("currency", currency)
                .param("points", MOST_POINTS)
                .query(ValuePoint.class)
                .list();
    }

    Optional<ValueRow> find(ValuePoint point, StockGroup group) {
        return of(jdbc.sql("SELECT *, '' AS key, '' AS name FROM value_snapshot WHERE run_id = :run AND " + GROUP), group)
                .param("run", point.runId())
                .query((row, index) -> row(point, row))
                .optional();
    }

    /** What the rows of {@link #cut} add up to. */
    Optional<ValueRow> findWhole(ValuePoint point, StockGroup group, ValueFilter.By by) {
        return find(point, without(group, by));
    }

    /** By value, largest first. */
    List<ValueRow> cut(ValuePoint point, StockGroup group, ValueFilter.By by) {
        StockGroup whole = without(group, by);
        return jdbc.sql("SELECT s.*, s." + by.column() + " AS key, coalesce(w.name, s." + by.column() + ") AS name"
                        + " FROM value_snapshot s LEFT JOIN plan_warehouse w"
                        + " ON w.run_id = s.run_id AND s.scope & 1 = 1 AND w.warehouse = s." + by.column()
                        + " WHERE s.run_id = :run AND scope = :scope"
                        + (whole.warehouse() == null ? "" : " AND s.warehouse = :warehouse")
                        + (whole.category() == null ? "" : " AND category = :category")
                        + (whole.abcClass() == null ? "" : " AND abc_class = :abc")
                        + " ORDER BY on_hand_value DESC, key")
                .param("run", point.runId())
                .param("scope", Scope.of(whole) | by.scope())
                .param("warehouse", blankIfNull(whole.warehouse()))
                .param("category", blankIfNull(whole.category()))
                .param("abc", blankIfNull(whole.abcClass()))
                .query((row, index) -> row(point, row))
                .list();
    }

    /** Oldest first. */
    List<ValueRow> overTime(String currency, StockGroup group) {
        return of(
                        jdbc.sql("SELECT s.*, " + POINT_COLUMNS + ", '' AS key, '' AS name FROM (" + POINTS
                                + ") p JOIN value_snapshot s ON s.run_id = p.run_id AND " + GROUP
                                + " ORDER BY p.plan_date"),
                        group)
                .param("currency", currency)
                .param("points", MOST_POINTS)
                .query((row, index) -> row(
                        new ValuePoint(
                                row.getLong("run_id"),
                                row.getString("dataset_name"),
                                row.getDate("plan_date").toLocalDate(),
                                row.getString("currency"),
                                row.getInt("days")),
                        row))
                .list();
    }

    List<Choice> warehouses(long runId) {
        return jdbc.sql("""
                        SELECT s.warehouse AS value, coalesce(w.name, s.warehouse) AS name
                        FROM value_snapshot s LEFT JOIN plan_warehouse w USING (run_id, warehouse)
                        WHERE run_id = :run AND scope = 1 ORDER BY 2""").param("run", runId).query(Choice.class).list();
    }

    List<String> categories(long runId) {
        return jdbc.sql("SELECT category FROM value_snapshot WHERE run_id = :run AND scope = 2 AND category <> '' ORDER BY 1")
                .param("run", runId)
                .query(String.class)
                .list();
    }

    private static JdbcClient.StatementSpec of(JdbcClient.StatementSpec statement, StockGroup group) {
        return statement
                .param("scope", Scope.of(group))
                .param("warehouse", blankIfNull(group.warehouse()))
                .param("category", blankIfNull(group.category()))
                .param("abc", blankIfNull(group.abcClass()));
    }

    /** A cut by what is chosen already would have one row: it shows all again. */
    private static StockGroup without(StockGroup group, ValueFilter.By by) {
        return switch (by) {
            case WAREHOUSE -> new StockGroup(null, group.category(), group.abcClass());
            case CATEGORY -> new StockGroup(group.warehouse(), null, group.abcClass());
            case ABC -> new StockGroup(group.warehouse(), group.category(), null);
        };
    }

    private static ValueRow row(ValuePoint point, ResultSet row) throws SQLException {
        BigDecimal[] ageValues = (BigDecimal[]) row.getArray("age_value").getArray();
        Double[] ageVolumes = (Double[]) row.getArray("age_m3").getArray();
        Map<AgeClass, ValueAndSpace> ages = new EnumMap<>(AgeClass.class);
        for (AgeClass age : AgeClass.values()) {
            ages.put(age, new ValueAndSpace(ageValues[age.ordinal()], ageVolumes[age.ordinal()]));
        }
        return new ValueRow(
                point,
                row.getString("key"),
                row.getString("name"),
                new StockFigures(
                        row.getInt("locations"),
                        stock(row, "on_hand"),
                        stock(row, "dead"),
                        stock(row, "excess"),
                        row.getBigDecimal("provision"),
                        ages,
                        new Flow(
                                row.getDouble("average_value"),
                                row.getDouble("cost_of_sales"),
                                row.getLong("demand_units"),
                                row.getLong("short_units"),
                                row.getLong("buckets_with_demand"),
                                row.getLong("buckets_served")),
                        new Margin(
                                row.getDouble("gross_margin"),
                                row.getDouble("priced_average_value"),
                                row.getInt("priced_locations"))));
    }

    private static ValueAndSpace stock(ResultSet row, String name) throws SQLException {
        return new ValueAndSpace(row.getBigDecimal(name + "_value"), row.getDouble(name + "_m3"));
    }

    private static String blankIfNull(@Nullable Object key) {
        return key == null ? "" : key.toString();
    }
}
