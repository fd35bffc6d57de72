package org.plenish.web.uncertainty;

import java.util.List;
import java.util.stream.Stream;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.engine.simulate.sample.SimulationSettings.Conduct;
import org.plenish.web.export.TableDownload;
import org.plenish.web.shared.PlanHeader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads how the figures of a plan are spread over what may happen. */
@Repository
class UncertaintyQueries {

    private static final String SPREADS = """
            SELECT conduct, figure, bucket, mean, standard_error, low, lower_quartile, median, upper_quartile, high
            FROM plan_spread WHERE run_id = :run\s""";

    private final JdbcClient jdbc;
    private final TableDownload downloads;

    UncertaintyQueries(JdbcClient jdbc, TableDownload downloads) {
        this.jdbc = jdbc;
        this.downloads = downloads;
    }

    /** What the plan itself expects of the figures that it tells in the same way. */
    record Expected(double serviceLevel, double fillRate, double averageStockValue) {}

    List<FigureRow> figures(long runId, Conduct conduct) {
        return FigureRow.of(jdbc.sql(SPREADS + "AND conduct = :conduct AND bucket = :horizon")
                .param("run", runId)
                .param("conduct", conduct.name())
                .param("horizon", UncertaintyStore.HORIZON)
                .query(SpreadRow.class)
                .list());
    }

    List<BucketSpread> byBucket(PlanHeader plan, Conduct conduct, String figure) {
        TimeBuckets buckets = plan.buckets();
        return jdbc
                .sql(SPREADS + "AND conduct = :conduct AND figure = :figure AND bucket >= 0 ORDER BY bucket")
                .param("run", plan.runId())
                .param("conduct", conduct.name())
                .param("figure", figure)
                .query(SpreadRow.class)
                .list()
                .stream()
                .map(row -> new BucketSpread(buckets.start(row.bucket()), row))
                .toList();
    }

    List<BucketShortage> shortages(PlanHeader plan, Conduct conduct) {
        TimeBuckets buckets = plan.buckets();
        return jdbc.sql("""
                        SELECT expected FROM bucket_shortage
                        WHERE run_id = :run AND conduct = :conduct ORDER BY bucket""")
                .param("run", plan.runId())
                .param("conduct", conduct.name())
                .query((row, index) -> new BucketShortage(buckets.start(index), row.getDouble(1)))
                .list();
    }

    Expected expected(long runId) {
        return jdbc.sql("SELECT service_level, fill_rate, average_stock_value FROM plan WHERE run_id = :run")
                .param("run", runId)
                .query(Expected.class)
                .single();
    }

    /** Every figure, over the horizon and by bucket, both ways. To be closed. */
    Stream<SpreadRow> stream(long runId) {
        return downloads
                .sql(SPREADS + "ORDER BY conduct, bucket, figure")
                .param("run", runId)
                .query(SpreadRow.class)
                .stream();
    }
}
