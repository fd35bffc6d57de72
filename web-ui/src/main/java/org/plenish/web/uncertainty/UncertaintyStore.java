package org.plenish.web.uncertainty;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.plan.ReplenishmentPlan;
import org.plenish.engine.plan.SkuLocationPlan;
import org.plenish.engine.plan.StockServiceCurve;
import org.plenish.engine.plan.StockServiceCurve.Point;
import org.plenish.engine.simulate.sample.LocationRisk;
import org.plenish.engine.simulate.sample.PlanUncertainty;
import org.plenish.engine.simulate.sample.SimulationSettings.Conduct;
import org.plenish.engine.simulate.sample.Spread;
import org.plenish.web.run.BulkInsert;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Writes what may happen to a plan in one transaction, and that it is done. */
@Repository
class UncertaintyStore {

    /** Of a figure over the whole horizon. */
    static final int HORIZON = -1;

    /** Names of figures by bucket, beside those of {@link Figure}. */
    static final String STOCK = "STOCK";

    static final String CASH_COMMITTED = "CASH_COMMITTED";

    private final JdbcTemplate jdbc;
    private final UncertaintyJobs jobs;

    UncertaintyStore(JdbcTemplate jdbc, UncertaintyJobs jobs) {
        this.jdbc = jdbc;
        this.jobs = jobs;
    }

    @Transactional
    public void store(long runId, ReplenishmentPlan plan, Uncertainty found, Instant now) {
        jdbc.execute((Connection connection) -> {
            writeSpreads(connection, runId, found);
            writeRisks(connection, runId, plan, found);
            writeShortages(connection, runId, found);
            writeCurves(connection, runId, found);
            return true;
        });
        jdbc.execute("ANALYZE stockout_risk, service_curve");
        jobs.finish(runId, now);
    }

    private static void writeSpreads(Connection connection, long runId, Uncertainty found) throws SQLException {
        try (BulkInsert rows = into(connection, "plan_spread", """
                run_id, conduct, figure, bucket, mean, standard_error, low, lower_quartile, median, upper_quartile, high""")) {
            for (PlanUncertainty futures : List.of(found.asPlanned(), found.byPolicy())) {
                Conduct conduct = futures.settings().conduct();
                for (Figure figure : Figure.values()) {
                    write(rows, runId, conduct, figure.name(), HORIZON, figure.of(futures));
                }
                for (int bucket = 0; bucket < futures.buckets().count(); bucket++) {
                    write(
                            rows,
                            runId,
                            conduct,
                            STOCK,
                            bucket,
                            futures.stockValueByBucket().get(bucket));
                    write(
                            rows,
                            runId,
                            conduct,
                            CASH_COMMITTED,
                            bucket,
                            futures.cashByBucket().get(bucket));
                }
            }
            rows.finish();
        }
    }

    private static void write(BulkInsert rows, long runId, Conduct conduct, String figure, int bucket, Spread spread)
            throws SQLException {
        rows.row(
                runId,
                conduct,
                figure,
                bucket,
                spread.mean(),
                spread.standardError(),
                spread.low(),
                spread.lowerQuartile(),
                spread.median(),
                spread.upperQuartile(),
                spread.high());
    }

    private static void writeRisks(Connection connection, long runId, ReplenishmentPlan plan, Uncertainty found)
            throws SQLException {
        Map<SkuLocation, SkuLocationPlan> planned =
                plan.locations().stream().collect(Collectors.toMap(SkuLocationPlan::location, Function.identity()));
        try (BulkInsert rows = into(connection, "stockout_risk", """
                run_id, conduct, item, warehouse, abc_class, by_bucket, any_bucket, demand_units, short_units, short_value,
                average_stock_units""")) {
            for (PlanUncertainty futures : List.of(found.asPlanned(), found.byPolicy())) {
                for (LocationRisk risk : futures.locations()) {
                    SkuLocationPlan of = Objects.requireNonNull(planned.get(risk.location()));
                    rows.row(
                            runId,
                            futures.settings().conduct(),
                            risk.location().item(),
                            risk.location().warehouse(),
                            of.choice().abcClass(),
                            risk.stockoutProbability().toArray(),
                            risk.anyStockoutProbability(),
                            risk.demandUnits(),
                            risk.shortUnits(),
                            risk.shortUnits() * of.profile().item().unitCost().toDouble(),
                            risk.averageStockUnits());
                }
            }
            rows.finish();
        }
    }

    private static void writeShortages(Connection connection, long runId, Uncertainty found) throws SQLException {
        try (BulkInsert rows = into(connection, "bucket_shortage", "run_id, conduct, bucket, expected")) {
            for (PlanUncertainty futures : List.of(found.asPlanned(), found.byPolicy())) {
                for (int bucket = 0; bucket < futures.buckets().count(); bucket++) {
                    double expected = 0;
                    for (LocationRisk risk : futures.locations()) {
                        expected += risk.stockoutProbability().get(bucket);
                    }
                    rows.row(runId, futures.settings().conduct(), bucket, expected);
                }
            }
            rows.finish();
        }
    }

    private static void writeCurves(Connection connection, long runId, Uncertainty found) throws SQLException {
        try (BulkInsert rows = into(connection, "service_curve", """
                run_id, scope, name, locations, service_target, stock_value, safety_stock_value, fill_rate, cycle_service,
                current_target, current_stock_value, current_safety_stock_value, current_fill_rate, current_cycle_service""")) {
            for (var entry : found.curves().entrySet()) {
                StockServiceCurve curve = entry.getValue();
                Point now = curve.current();
                rows.row(
                        runId,
                        entry.getKey().scope(),
                        entry.getKey().name(),
                        curve.locations(),
                        along(curve, Point::serviceTarget),
                        along(curve, Point::stockValue),
                        along(curve, Point::safetyStockValue),
                        along(curve, Point::fillRate),
                        along(curve, Point::cycleService),
                        now.serviceTarget(),
                        now.stockValue(),
                        now.safetyStockValue(),
                        now.fillRate(),
                        now.cycleService());
            }
            rows.finish();
        }
    }

    private static double[] along(StockServiceCurve curve, ToDoubleFunction<Point> value) {
        return curve.points().stream().mapToDouble(value).toArray();
    }

    private static BulkInsert into(Connection connection, String table, String columns) throws SQLException {
        return new BulkInsert(connection, table, List.of(columns.split("[,\\s]+")));
    }
}
