package org.plenish.web.shared;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts the proposals of a plan by release. */
@Repository
public class ReleaseQueries {

    private final JdbcClient jdbc;

    ReleaseQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<ReleaseGroup> purchaseOrders(PlanHeader plan) {
        return groups(plan, false);
    }

    public List<ReleaseGroup> transfers(PlanHeader plan) {
        return groups(plan, true);
    }

    private List<ReleaseGroup> groups(PlanHeader plan, boolean transfers) {
        return ReleaseGroup.all(jdbc.sql("""
                        SELECT CASE WHEN date <= :today THEN 'TODAY' WHEN date < :outlook THEN 'SOON' ELSE 'OUTLOOK' END
                                AS release,
                            sum(orders) AS orders, sum(units) AS units, sum(value) AS value
                        FROM proposal_sum WHERE run_id = :run AND transfer = :transfers GROUP BY 1""")
                .param("run", plan.runId())
                .param("today", plan.planDate())
                .param("outlook", plan.outlookStart())
                .param("transfers", transfers)
                .query(ReleaseGroup.class)
                .list());
    }
}
