package org.plenish.web.accuracy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plenish.web.export.TableDownload;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads how good the forecasts of a plan are; NaN stands for "not judged". */
@Repository
class AccuracyQueries {

    private static final String ROWS = """
            SELECT p.item, p.warehouse, description, demand_class, forecast_method, naive_error, forecast_error, value_added,
                latest_mean_error,
                EXISTS (SELECT FROM plan_exception e WHERE e.run_id = p.run_id AND e.item = p.item
                    AND e.warehouse = p.warehouse AND e.kind = 'FORECAST_OUT_OF_CONTROL') AS out_of_control
            FROM accuracy_place p
            JOIN sku_location s ON s.run_id = p.run_id AND s.item = p.item AND s.warehouse = p.warehouse
            JOIN plan_item i ON i.run_id = p.run_id AND i.item = p.item
            WHERE p.run_id = :run AND place > :skipped AND place <= :last ORDER BY place""";

    private final JdbcClient jdbc;
    private final TableDownload downloads;

    AccuracyQueries(JdbcClient jdbc, TableDownload downloads) {
        this.jdbc = jdbc;
        this.downloads = downloads;
    }

    AccuracySummary summary(long runId) {
        return jdbc.sql("""
                        SELECT sku_locations, judged, worse, naive_cost, forecast_cost
                        FROM accuracy_sum WHERE run_id = :run AND scope = 'ALL'""").param("run", runId).query(AccuracySummary.class).single();
    }

    /** Where forecasting is worth least first. */
    List<CategoryAccuracy> categories(long runId) {
        return jdbc.sql("""
                        SELECT category, judged, worse, naive_cost, forecast_cost FROM accuracy_sum
                        WHERE run_id = :run AND scope = 'CATEGORY' ORDER BY naive_cost - forecast_cost, category""").param("run", runId).query(CategoryAccuracy.class).list();
    }

    Optional<GivenAccuracy> findGiven(long runId) {
        return jdbc.sql("""
                        SELECT sku_locations, worse, naive_cost, forecast_cost, given_cost FROM accuracy_sum
                        WHERE run_id = :run AND scope = 'GIVEN' AND sku_locations > 0""").param("run", runId).query(GivenAccuracy.class).optional();
    }

    int outOfControl(long runId) {
        return jdbc.sql("""
                        SELECT count(*) FROM plan_exception
                        WHERE run_id = :run AND kind = 'FORECAST_OUT_OF_CONTROL'""").param("run", runId).query(Integer.class).single();
    }

    /** Those judged, the most costly shortfall against the naive forecast first. */
    List<AccuracyRow> rows(long runId, int skipped, int count) {
        return jdbc.sql(ROWS)
                .param("run", runId)
                .param("skipped", skipped)
                .param("last", skipped + count)
                .query(AccuracyRow.class)
                .list();
    }

    /** All pages of {@link #rows}. To be closed. */
    Stream<AccuracyRow> stream(long runId) {
        return downloads
                .sql(ROWS)
                .param("run", runId)
                .param("skipped", 0)
                .param("last", Integer.MAX_VALUE)
                .query(AccuracyRow.class)
                .stream();
    }
}
