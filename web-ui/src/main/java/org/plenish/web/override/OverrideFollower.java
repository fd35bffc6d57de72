package org.plenish.web.override;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.PolicyOverride;
import org.plenish.engine.plan.SkuLocationPlan;
import org.plenish.engine.policy.ReplenishmentPolicy;
import org.plenish.web.override.PolicyRework.Reworked;
import org.plenish.web.run.BulkInsert;
import org.plenish.web.run.PlanFollower;
import org.plenish.web.run.PlannedDataset;
import org.plenish.web.run.PlannedDataset.Making;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps with each plan what its rules would have chosen where a person chose, and what the dataset gave. */
@Component
class OverrideFollower implements PlanFollower {

    private final JdbcTemplate jdbc;

    OverrideFollower(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    @Override
    public void planStored(long runId, PlannedDataset planned) {
        Making making = planned.making();
        List<Reworked> byRules = making == null ? List.of() : byRules(planned, making);
        Dataset given = making == null ? planned.dataset() : making.given();
        jdbc.execute((Connection connection) -> {
            writeRules(connection, runId, byRules);
            writeGiven(connection, runId, given);
            return true;
        });
    }

    private static List<Reworked> byRules(PlannedDataset planned, Making making) {
        List<SkuLocationPlan> all = planned.plan().locations();
        List<SkuLocationPlan> overridden = all.stream()
                .filter(each -> !each.calculation().overridden().isEmpty())
                .toList();
        if (overridden.isEmpty()) {
            return List.of();
        }
        return new PolicyRework(
                        planned.dataset(),
                        all.stream().map(SkuLocationPlan::profile).toList(),
                        making.policies(),
                        List.of())
                .of(overridden);
    }

    private static void writeRules(Connection connection, long runId, List<Reworked> byRules) throws SQLException {
        try (BulkInsert rows = new BulkInsert(
                connection,
                "plan_rules_policy",
                List.of(
                        "run_id",
                        "item",
                        "warehouse",
                        "service_target",
                        "safety_stock_units",
                        "reorder_point_units",
                        "order_up_to_units",
                        "order_quantity_units",
                        "stop_buy"))) {
            for (Reworked one : byRules) {
                ReplenishmentPolicy policy = one.calculation().policy();
                rows.row(
                        runId,
                        one.before().location().item(),
                        one.before().location().warehouse(),
                        one.choice().serviceTarget(),
                        policy.safetyStockUnits(),
                        policy.reorderPointUnits(),
                        policy.orderUpToLevelUnits(),
                        policy.orderQuantityUnits(),
                        one.choice().stopBuy());
            }
            rows.finish();
        }
    }

    private static void writeGiven(Connection connection, long runId, Dataset given) throws SQLException {
        try (BulkInsert rows = new BulkInsert(
                connection,
                "plan_given_override",
                List.of(
                        "run_id",
                        "item",
                        "warehouse",
                        "row_number",
                        "safety_stock",
                        "reorder_point",
                        "order_up_to_level",
                        "min_quantity",
                        "max_quantity",
                        "service_level",
                        "stop_buy",
                        "reason",
                        "expires_on"))) {
            int number = 0;
            for (PolicyOverride override : given.policyOverrides()) {
                number++;
                if (override.isInForceOn(given.settings().asOf())) {
                    rows.row(
                            runId,
                            override.item(),
                            override.warehouse() == null ? "" : override.warehouse(),
                            number,
                            override.safetyStockUnits(),
                            override.reorderPointUnits(),
                            override.orderUpToLevelUnits(),
                            override.minQuantityUnits(),
                            override.maxQuantityUnits(),
                            override.serviceLevel(),
                            override.stopBuy(),
                            override.reason(),
                            override.expiresOn());
                }
            }
            rows.finish();
        }
    }
}
