package org.plenish.web.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plenish.engine.model.DailySales;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.engine.plan.SkuLocationPlan;
import org.plenish.engine.plan.scenario.Selection;
import org.plenish.web.run.PlannedDataset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Holds the forecasts of machine and man against what was sold. Of each level that a change names, the buckets that
 * people's changes made other are kept with the plan; when a later plan's data has those days, the last plan made before
 * the bucket began is judged by the recorded sales.
 */
@Repository
class EditJudge {

    /** A forecast that differs by less was not changed by a person, but summed up in another order. */
    private static final double SAME_UNITS = 1e-6;

    private final JdbcClient jdbc;
    private final ForecastStore store;

    EditJudge(JdbcClient jdbc, ForecastStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    private record Passed(
            String item,
            String category,
            String warehouse,
            LocalDate bucketStart,
            LocalDate bucketEnd,
            LocalDate planDate,
            double statisticalUnits,
            double finalUnits) {

        Level level() {
            return new Level(item, category, warehouse);
        }
    }

    /** Keeps what people have changed in this plan. */
    void keep(long runId, PlannedDataset planned) {
        if (planned.making() == null) {
            return;
        }
        Set<Level> levels = new LinkedHashSet<>();
        store.standing().forEach(change -> levels.add(change.level()));
        TimeBuckets buckets = planned.plan().buckets();
        for (Level level : levels) {
            double[] computed = new double[buckets.count()];
            double[] changed = new double[buckets.count()];
            Selection chosen = level.selection();
            for (SkuLocationPlan location : planned.plan().locations()) {
                if (chosen.holds(location.profile().item(), location.location().warehouse())) {
                    double[] own = LevelSums.computed(planned, location);
                    for (int i = 0; i < changed.length; i++) {
                        computed[i] += own[i];
                        changed[i] += location.forecast().meanUnits().get(i);
                    }
                }
            }
            for (int i = 0; i < changed.length; i++) {
                if (Math.abs(changed[i] - computed[i]) > SAME_UNITS) {
                    insert(runId, level, buckets, i, computed[i], changed[i]);
                }
            }
        }
    }

    private void insert(long runId, Level level, TimeBuckets buckets, int bucket, double computed, double changed) {
        jdbc.sql("""
                        INSERT INTO forecast_edited (run_id, item, category, warehouse, bucket_start, bucket_end,
                            statistical_units, final_units)
                        VALUES (:run, :item, :category, :warehouse, :start, :end, :computed, :changed)""")
                .param("run", runId)
                .param("item", level.item())
                .param("category", level.category())
                .param("warehouse", level.warehouse())
                .param("start", buckets.start(bucket))
                .param("end", buckets.start(bucket + 1))
                .param("computed", computed)
                .param("changed", changed)
                .update();
    }

    /** Judges what has passed on this plan's date, by its dataset's sales; what that knows nothing of waits. */
    void judge(PlannedDataset planned) {
        Dataset dataset = planned.dataset();
        LocalDate firstSale = dataset.firstSale();
        if (firstSale == null) {
            return;
        }
        List<Passed> known = new ArrayList<>();
        for (Passed one : passed(dataset.settings().asOf())) {
            if (!one.bucketStart().isBefore(firstSale) && one.level().isIn(dataset)) {
                known.add(one);
            }
        }
        double[] sold = sold(dataset, known);
        for (int i = 0; i < sold.length; i++) {
            insert(known.get(i), sold[i]);
        }
    }

    /** As the last plan that was made before each bucket began has it. */
    private List<Passed> passed(LocalDate planDate) {
        return jdbc.sql("""
                        SELECT DISTINCT ON (e.item, e.category, e.warehouse, e.bucket_start, e.bucket_end)
                            e.item, e.category, e.warehouse, e.bucket_start, e.bucket_end, p.plan_date,
                            e.statistical_units, e.final_units
                        FROM forecast_edited e JOIN plan p ON p.run_id = e.run_id
                        WHERE e.bucket_end <= :date AND p.plan_date <= e.bucket_start
                        AND NOT EXISTS (SELECT FROM forecast_judged j WHERE j.item = e.item AND j.category = e.category
                            AND j.warehouse = e.warehouse AND j.bucket_start = e.bucket_start
                            AND j.bucket_end = e.bucket_end)
                        ORDER BY e.item, e.category, e.warehouse, e.bucket_start, e.bucket_end, p.plan_date DESC,
                            e.run_id DESC""").param("date", planDate).query(Passed.class).list();
    }

    /** Net of returns, by the day. */
    private static double[] sold(Dataset dataset, List<Passed> passed) {
        double[] sold = new double[passed.size()];
        List<Selection> chosen =
                passed.stream().map(one -> one.level().selection()).toList();
        for (Map.Entry<SkuLocation, DailySales> entry : dataset.sales().entrySet()) {
            Item item = dataset.items().get(entry.getKey().item());
            for (int i = 0; item != null && i < sold.length; i++) {
                if (chosen.get(i).holds(item, entry.getKey().warehouse())) {
                    sold[i] += between(
                            entry.getValue(),
                            passed.get(i).bucketStart(),
                            passed.get(i).bucketEnd());
                }
            }
        }
        return sold;
    }

    private static double between(DailySales sales, LocalDate from, LocalDate end) {
        double units = 0;
        for (int day = 0; day < sales.days(); day++) {
            LocalDate date = sales.day(day);
            if (!date.isBefore(from) && date.isBefore(end)) {
                units += sales.netUnits(day);
            }
        }
        return units;
    }

    private void insert(Passed one, double sold) {
        jdbc.sql("""
                        INSERT INTO forecast_judged (item, category, warehouse, bucket_start, bucket_end, plan_date,
                            statistical_units, final_units, sold_units)
                        VALUES (:item, :category, :warehouse, :start, :end, :planDate, :computed, :changed, :sold)
                        ON CONFLICT DO NOTHING""")
                .param("item", one.item())
                .param("category", one.category())
                .param("warehouse", one.warehouse())
                .param("start", one.bucketStart())
                .param("end", one.bucketEnd())
                .param("planDate", one.planDate())
                .param("computed", one.statisticalUnits())
                .param("changed", one.finalUnits())
                .param("sold", sold)
                .update();
    }
}
