package org.plenish.web.today;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.plenish.web.shared.LoggedIn;
import org.plenish.web.shared.PlanHeader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what waits for a person and what the product is at. */
@Repository
class WorkQueries {

    private final JdbcClient jdbc;
    private final Clock clock;

    WorkQueries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    WorkWaiting waiting(PlanHeader plan, LoggedIn user) {
        return jdbc.sql("""
                        WITH open AS (
                            SELECT o.id, o.state, o.order_date, o.state = 'SUBMITTED' AND NOT EXISTS (
                                    SELECT 1 FROM order_contributor c WHERE c.order_id = o.id AND c.user_name = :user)
                                AS for_approval,
                                CASE WHEN o.state IN ('SUBMITTED', 'APPROVED') THEN
                                    (SELECT value FROM order_sum l WHERE l.order_id = o.id) END AS value
                            FROM orders o
                            WHERE o.state IN ('PROPOSED', 'EDITED', 'SUBMITTED', 'APPROVED', 'SENT', 'CONFIRMED',
                                'PARTLY_RECEIVED')
                            AND NOT EXISTS (SELECT 1 FROM order_snooze z
                                WHERE z.order_id = o.id AND z.user_name = :user AND z.until > :today)
                        )
                        SELECT count(*) FILTER (WHERE state IN ('PROPOSED', 'EDITED') AND order_date <= :planDate)
                                AS to_submit,
                            count(*) FILTER (WHERE for_approval) AS to_approve,
                            coalesce(sum(value) FILTER (WHERE for_approval), 0) AS to_approve_value,
                            count(*) FILTER (WHERE state = 'APPROVED') AS to_send,
                            coalesce(sum(value) FILTER (WHERE state = 'APPROVED'), 0) AS to_send_value,
                            count(*) FILTER (WHERE state IN ('SENT', 'CONFIRMED', 'PARTLY_RECEIVED') AND EXISTS (
                                SELECT 1 FROM order_line l WHERE l.order_id = open.id AND l.due_date < :today
                                AND l.received_units < l.quantity_units)) AS overdue,
                            (SELECT count(DISTINCT order_id) FROM order_suggestion) AS suggestions
                        FROM open""")
                .param("user", user.userName())
                .param("planDate", plan.planDate())
                .param("today", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query(WorkWaiting.class)
                .single();
    }

    List<JobAtWork> atWork() {
        return jdbc.sql("""
                        SELECT kind, count(*) AS count FROM (
                            SELECT 'RUN' AS kind FROM planning_run WHERE status = 'RUNNING'
                            UNION ALL SELECT 'IMPORT' FROM import_job WHERE state IN ('CHECKING', 'IMPORTING')
                            UNION ALL SELECT 'SCENARIO' FROM scenario_run WHERE status IN ('QUEUED', 'RUNNING')
                            UNION ALL SELECT 'BACKTEST' FROM backtest WHERE status IN ('QUEUED', 'RUNNING')
                            UNION ALL SELECT 'FUTURE' FROM uncertainty_job WHERE status IN ('QUEUED', 'RUNNING')) job
                        GROUP BY kind ORDER BY kind""").query(JobAtWork.class).list();
    }

    /** How much of the plan's data looks wrong. */
    int doubts(long runId) {
        return jdbc.sql("SELECT coalesce(sum(finding_count), 0) FROM quality_total WHERE run_id = :run")
                .param("run", runId)
                .query(Integer.class)
                .single();
    }

    /** Exceptions of the plan that no panel shows, such as a warehouse that is too full. */
    List<OtherExceptions> others(long runId) {
        return jdbc.sql("""
                        SELECT kind, count(*) AS count, sum(value) AS value FROM plan_exception
                        WHERE run_id = :run AND kind IN ('SUPPLIER_MINIMUM_NOT_REACHED', 'NEGATIVE_STOCK', 'OVER_SPACE',
                            'OVER_CASH', 'LIMIT_NOT_KEPT', 'OVERRIDE_EXPIRED', 'OVERRIDE_WITHOUT_REASON')
                        GROUP BY kind ORDER BY kind""").param("run", runId).query(OtherExceptions.class).list();
    }
}
