package org.plenish.web.value;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.engine.plan.value.Flow;
import org.plenish.engine.plan.value.Margin;
import org.plenish.engine.plan.value.StockFigures;
import org.plenish.engine.plan.value.StockGroup;
import org.plenish.engine.plan.value.StockValuation;
import org.plenish.engine.plan.value.ValueAndSpace;
import org.plenish.web.run.BulkInsert;
import org.plenish.web.run.PlanFollower;
import org.plenish.web.run.PlannedDataset;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Values the stock of every plan, in all groups that the pages ask for, so that they add nothing up. */
@Component
class ValueStore implements PlanFollower {

    private final JdbcTemplate jdbc;

    ValueStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void planStored(long runId, PlannedDataset planned) {
        TimeBuckets buckets = planned.plan().buckets();
        jdbc.update(
                "INSERT INTO value_point (run_id, dataset_name, plan_date, currency, days) VALUES (?, ?, ?, ?, ?)",
                runId,
                planned.plan().dataset().name(),
                buckets.start(),
                planned.plan().dataset().currency(),
                Math.toIntExact(buckets.end().toEpochDay() - buckets.start().toEpochDay()));
        Map<StockGroup, StockFigures> valued = StockValuation.of(planned.dataset(), planned.plan());
        jdbc.execute((Connection connection) -> {
            write(connection, runId, valued);
            return true;
        });
        jdbc.execute("ANALYZE value_point, value_snapshot");
    }

    private static void write(Connection connection, long runId, Map<StockGroup, StockFigures> valued)
            throws SQLException {
        try (BulkInsert rows = new BulkInsert(connection, "value_snapshot", List.of(("""
                run_id,scope,warehouse,category,abc_class,locations,on_hand_value,on_hand_m3,dead_value,dead_m3,\
                excess_value,excess_m3,provision,age_value,age_m3,average_value,cost_of_sales,demand_units,short_units,\
                buckets_with_demand,buckets_served,gross_margin,priced_average_value,priced_locations""").split(",")))) {
            for (Map.Entry<StockGroup, StockFigures> entry : valued.entrySet()) {
                StockGroup group = entry.getKey();
                StockFigures figures = entry.getValue();
                Flow flow = figures.flow();
                Margin margin = figures.margin();
                rows.row(
                        runId,
                        Scope.of(group),
                        blankIfNull(group.warehouse()),
                        blankIfNull(group.category()),
                        blankIfNull(group.abcClass()),
                        figures.locations(),
                        plain(figures.onHand()),
                        figures.onHand().volumeM3(),
                        plain(figures.dead()),
                        figures.dead().volumeM3(),
                        plain(figures.excess()),
                        figures.excess().volumeM3(),
                        figures.provision().toPlainString(),
                        ages(figures, ValueStore::plain),
                        ages(figures, stock -> String.valueOf(stock.volumeM3())),
                        flow.averageValue(),
                        flow.costOfSales(),
                        flow.demandUnits(),
                        flow.shortUnits(),
                        flow.bucketsWithDemand(),
                        flow.bucketsServed(),
                        margin.grossMargin(),
                        margin.averageValue(),
                        margin.locations());
            }
            rows.finish();
        }
    }

    private static String plain(ValueAndSpace stock) {
        BigDecimal value = stock.value();
        return value.toPlainString();
    }

    /** An array of the database, in the order of the classes. */
    private static String ages(StockFigures figures, Function<ValueAndSpace, String> part) {
        return figures.ages().values().stream().map(part).collect(Collectors.joining(",", "{", "}"));
    }

    private static String blankIfNull(@Nullable Object key) {
        return key == null ? "" : key.toString();
    }
}
