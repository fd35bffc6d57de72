package org.plenish.web.value;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Points of the two weeks before the plan, whose plans are gone: 10 and 20 % less on hand. */
final class PastPoints {

    private PastPoints() {}

    static void keep(JdbcClient jdbc, long run) {
        for (int week = 1; week <= 2; week++) {
            jdbc.sql("""
                            INSERT INTO value_point SELECT :past, dataset_name, plan_date - 7 * :week, currency, days
                            FROM value_point WHERE run_id = :run""")
                    .param("past", -week)
                    .param("week", week)
                    .param("run", run)
                    .update();
            jdbc.sql("""
                            INSERT INTO value_snapshot
                            SELECT :past, scope, warehouse, category, abc_class, locations, on_hand_value * (1 - 0.1 * :week),
                                on_hand_m3, dead_value * (1 - 0.1 * :week), dead_m3, excess_value, excess_m3, provision,
                                age_value, age_m3, average_value, cost_of_sales * (1 - 0.05 * :week), demand_units,
                                short_units, buckets_with_demand, buckets_served, gross_margin * (1 - 0.02 * :week),
                                priced_average_value, priced_locations
                            FROM value_snapshot WHERE run_id = :run""")
                    .param("past", -week)
                    .param("week", week)
                    .param("run", run)
                    .update();
        }
    }

    static void forget(JdbcClient jdbc) {
        jdbc.sql("DELETE FROM value_point WHERE run_id < 0").update();
    }
}
