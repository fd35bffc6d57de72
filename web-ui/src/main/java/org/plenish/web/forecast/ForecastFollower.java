package org.plenish.web.forecast;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.plenish.engine.plan.SkuLocationPlan;
import org.plenish.web.run.BulkInsert;
import org.plenish.web.run.PlanFollower;
import org.plenish.web.run.PlannedDataset;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps with each plan its forecasts by level, before and after people's changes, and judges those that have passed. */
@Component
class ForecastFollower implements PlanFollower {

    private final JdbcTemplate jdbc;
    private final EditJudge judge;

    ForecastFollower(DataSource dataSource, EditJudge judge) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.judge = judge;
    }

    @Override
    public void planStored(long runId, PlannedDataset planned) {
        jdbc.execute((Connection connection) -> {
            writeLevels(connection, runId, planned);
            writeStatistical(connection, runId, planned);
            return true;
        });
        judge.keep(runId, planned);
        judge.judge(planned);
    }

    private static void writeLevels(Connection connection, long runId, PlannedDataset planned) throws SQLException {
        try (BulkInsert rows = new BulkInsert(
                connection,
                "forecast_level",
                List.of(
                        "run_id",
                        "category",
                        "warehouse",
                        "sku_locations",
                        "sold_units",
                        "statistical_units",
                        "final_units"))) {
            for (Map.Entry<LevelSums.Key, LevelSums.Sum> level :
                    LevelSums.of(planned).entrySet()) {
                LevelSums.Sum sum = level.getValue();
                rows.row(
                        runId,
                        level.getKey().category(),
                        level.getKey().warehouse(),
                        sum.skuLocations,
                        sum.sold,
                        sum.statistical,
                        sum.last);
            }
            rows.finish();
        }
    }

    private static void writeStatistical(Connection connection, long runId, PlannedDataset planned)
            throws SQLException {
        if (planned.making() == null) {
            return;
        }
        try (BulkInsert rows = new BulkInsert(
                connection, "forecast_statistical", List.of("run_id", "item", "warehouse", "mean_units"))) {
            for (SkuLocationPlan location : planned.plan().locations()) {
                double[] computed = LevelSums.computed(planned, location);
                if (!Arrays.equals(computed, location.forecast().meanUnits().toArray())) {
                    rows.row(
                            runId,
                            location.location().item(),
                            location.location().warehouse(),
                            computed);
                }
            }
            rows.finish();
        }
    }
}
