package org.plenish.web.accuracy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.plenish.web.export.TableDownload;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads how good the forecasts of a plan are; NaN stands for "not judged" and is above every number in PostgreSQL. */
@Repository
class AccuracyQueries {

    private static final String JUDGED = "(naive_error <> 'NaN' AND forecast_error <> 'NaN')";

    private static final String ROWS = """
            SELECT s.item, s.warehouse, description, demand_class, forecast_method, naive_error,
                forecast_error, (naive_error - forecast_error) * unit_cost AS value_added,
                latest_mean_error,
                EXISTS (SELECT FROM plan_exception e WHERE e.run_id = s.run_id AND e.item = s.item
                    AND e.warehouse = s.warehouse AND e.kind = 'FORECAST_OUT_OF_CONTROL') AS out_of_control
            FROM sku_location s JOIN plan_item i ON i.run_id = s.run_id AND i.item = s.item
            WHERE s.run_id = :run AND """ + JUDGED + " ORDER BY value_added, s.item, s.warehouse";

    private final JdbcClient jdbc;
    private final TableDownload downloads;

    AccuracyQueries(JdbcClient jdbc, TableDownload downloads) {
        this.jdbc = jdbc;
        this.downloads = downloads;
    }

    AccuracySummary summary(long runId) {
        return jdbc.sql("SELECT count(*) AS sku_locations," + totals() + """
                        FROM sku_location JOIN plan_item USING (run_id, item) WHERE run_id = :run""")
                .param("run", runId)
                .query(AccuracySummary.class)
                .single();
    }

    /** Where forecasting is worth least first. */
    List<CategoryAccuracy> categories(long runId) {
        return jdbc.sql("SELECT category," + totals() + """
                        FROM sku_location JOIN plan_item USING (run_id, item) WHERE run_id = :run AND """ + JUDGED + """
                        GROUP BY category ORDER BY sum((naive_error - forecast_error) * unit_cost), category""")
                .param("run", runId)
                .query(CategoryAccuracy.class)
                .list();
    }

    Optional<GivenAccuracy> findGiven(long runId) {
        return jdbc.sql("""
                        SELECT count(*) AS sku_locations,
                            count(*) FILTER (WHERE given_error > forecast_error_where_given) AS worse,
                            coalesce(sum(naive_error_where_given * unit_cost), 0) AS naive_cost,
                            coalesce(sum(forecast_error_where_given * unit_cost), 0) AS forecast_cost,
                            coalesce(sum(given_error * unit_cost), 0) AS given_cost
                        FROM sku_location JOIN plan_item USING (run_id, item)
                        WHERE run_id = :run AND given_buckets > 0""")
                .param("run", runId)
                .query(GivenAccuracy.class)
                .optional()
                .filter(given -> given.skuLocations() > 0);
    }

    int outOfControl(long runId) {
        return jdbc.sql("""
                        SELECT count(*) FROM plan_exception
                        WHERE run_id = :run AND kind = 'FORECAST_OUT_OF_CONTROL'""").param("run", runId).query(Integer.class).single();
    }

    /** Those judged, the most costly shortfall against the naive forecast first. */
    List<AccuracyRow> rows(long runId, int skipped, int count) {
        return jdbc.sql(ROWS + " OFFSET :skipped LIMIT :count")
                .param("run", runId)
                .param("skipped", skipped)
                .param("count", count)
                .query(AccuracyRow.class)
                .list();
    }

    /** All pages of {@link #rows}. To be closed. */
    Stream<AccuracyRow> stream(long runId) {
        return downloads.sql(ROWS).param("run", runId).query(AccuracyRow.class).stream();
    }

    private static String totals() {
        return """
                 count(*) FILTER (WHERE %1$s) AS judged,
                count(*) FILTER (WHERE %1$s AND forecast_error > naive_error) AS worse,
                coalesce(sum(naive_error * unit_cost) FILTER (WHERE %1$s), 0) AS naive_cost,
                coalesce(sum(forecast_error * unit_cost) FILTER (WHERE %1$s), 0) AS forecast_cost
                """.formatted(JUDGED);
    }
}
