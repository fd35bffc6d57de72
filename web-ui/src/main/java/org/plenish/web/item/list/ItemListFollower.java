package org.plenish.web.item.list;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.plenish.engine.plan.ReplenishmentPlan;
import org.plenish.engine.plan.SkuLocationPlan;
import org.plenish.web.run.BulkInsert;
import org.plenish.web.run.PlanFollower;
import org.plenish.web.run.PlannedDataset;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Fills the list of items anew with each plan. */
@Repository
class ItemListFollower implements PlanFollower {

    private final JdbcTemplate jdbc;

    ItemListFollower(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void planStored(long runId, PlannedDataset planned) {
        jdbc.execute((Connection connection) -> {
            writeOverrides(connection, runId, planned.plan());
            return true;
        });
        jdbc.queryForList("SELECT fill_item_list(?)", runId);
        jdbc.execute("ANALYZE item_list");
    }

    private static void writeOverrides(Connection connection, long runId, ReplenishmentPlan plan) throws SQLException {
        try (BulkInsert rows = new BulkInsert(
                connection, "plan_override", List.of("run_id", "item", "warehouse", "fields", "reason", "last_day"))) {
            for (SkuLocationPlan location : plan.locations()) {
                List<String> fields = location.calculation().overridden();
                if (!fields.isEmpty()) {
                    rows.row(
                            runId,
                            location.location().item(),
                            location.location().warehouse(),
                            // Words of the dataset's contract: letters and underscores.
                            "{" + String.join(",", fields) + "}",
                            location.profile().override().reason(),
                            location.profile().override().expiresOn());
                }
            }
            rows.finish();
        }
    }
}
