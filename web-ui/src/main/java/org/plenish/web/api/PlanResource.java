package org.plenish.web.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.plenish.web.shared.CurrentPlan;
import org.plenish.web.shared.PlanHeader;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The current plan in figures. */
@RestController
@RequestMapping("/api/v1/plan")
class PlanResource {

    private final CurrentPlan currentPlan;
    private final JdbcClient jdbc;

    PlanResource(CurrentPlan currentPlan, JdbcClient jdbc) {
        this.currentPlan = currentPlan;
        this.jdbc = jdbc;
    }

    /** Money in currency units; shares 0 to 1. */
    record Summary(
            long run,
            String dataset,
            LocalDate planDate,
            String bucket,
            int buckets,
            String currency,
            double serviceLevel,
            double fillRate,
            BigDecimal openingStockValue,
            BigDecimal averageStockValue,
            BigDecimal purchaseValueNow,
            BigDecimal purchaseValueOutlook,
            double totalCost,
            double lowerBound,
            int purchaseOrders,
            int transfers,
            int exceptions) {}

    @GetMapping
    Summary plan() {
        PlanHeader plan = currentPlan
                .find()
                .orElseThrow(() -> new ApiProblem(
                        HttpStatus.NOT_FOUND, "There is no plan yet. The first one is being made; ask again later."));
        return jdbc.sql("""
                        SELECT run_id AS run, dataset_name AS dataset, plan_date, bucket, bucket_count AS buckets, currency,
                            service_level, fill_rate, opening_stock_value, average_stock_value, purchase_value_now,
                            purchase_value_outlook, total_cost, lower_bound,
                            (SELECT count(*) FROM purchase_order o WHERE o.run_id = p.run_id) AS purchase_orders,
                            (SELECT count(*) FROM transfer_order o WHERE o.run_id = p.run_id) AS transfers,
                            (SELECT count(*) FROM plan_exception e WHERE e.run_id = p.run_id) AS exceptions
                        FROM plan p WHERE run_id = :run""").param("run", plan.runId()).query(Summary.class).single();
    }
}
