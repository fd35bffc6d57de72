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
        return groups(plan, """
                SELECT order_date AS date, value,
                    (SELECT sum(quantity_units) FROM purchase_order_line l
                        WHERE l.run_id = o.run_id AND l.number = o.number) AS units
                FROM purchase_order o WHERE run_id = :run""");
    }

    public List<ReleaseGroup> transfers(PlanHeader plan) {
        return groups(plan, """
                SELECT ship_date AS date, cost AS value, quantity_units AS units
                FROM transfer_order WHERE run_id = :run""");
    }

    private List<ReleaseGroup> groups(PlanHeader plan, String proposals) {
        return ReleaseGroup.all(jdbc.sql("""
                        SELECT CASE WHEN date <= :today THEN 'TODAY' WHEN date < :outlook THEN 'SOON' ELSE 'OUTLOOK' END
                                AS release,
                            count(*) AS orders, sum(units) AS units, sum(value) AS value
                        FROM (%s) p GROUP BY 1""".formatted(proposals))
                .param("run", plan.runId())
                .param("today", plan.planDate())
                .param("outlook", plan.outlookStart())
                .query(ReleaseGroup.class)
                .list());
    }
}
