package org.plenish.web.shared;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the plan of the latest finished run. */
@Repository
public class CurrentPlan {

    private final JdbcClient jdbc;

    public CurrentPlan(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<PlanHeader> find() {
        return jdbc.sql("""
                        SELECT run_id, dataset_name, plan_date, currency, bucket, bucket_count
                        FROM plan ORDER BY run_id DESC LIMIT 1""").query(PlanHeader.class).optional();
    }
}
