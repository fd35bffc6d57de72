package org.plenish.web.today;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.plenish.web.run.BulkInsert;
import org.plenish.web.run.PlanFollower;
import org.plenish.web.run.PlannedDataset;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Stores what of each plan needs a person: all of the latest plan, and each panel of every plan in numbers. */
@Component
class AlertStore implements PlanFollower {

    private static final List<String> ALERT = List.of(
            "run_id",
            "panel",
            "rank",
            "item",
            "warehouse",
            "reference",
            "date",
            "quantity_units",
            "value",
            "severity",
            "message",
            "suggested_action",
            "action",
            "to_do");

    private final JdbcTemplate jdbc;

    AlertStore(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    @Override
    public void planStored(long runId, PlannedDataset planned) {
        Map<Panel, List<FoundAlert>> found = new AlertFinder(planned.dataset(), planned.plan()).find();
        jdbc.update("DELETE FROM today_alert");
        jdbc.execute((Connection connection) -> {
            write(connection, runId, found);
            return true;
        });
        jdbc.update("""
                INSERT INTO today_panel (run_id, panel, alert_count, value)
                SELECT ?, panel, count(a.run_id), coalesce(sum(a.value), 0)
                FROM unnest(?::text[]) AS panel LEFT JOIN today_alert a USING (panel) GROUP BY panel""", runId, Panel.names());
        jdbc.execute("ANALYZE today_alert");
    }

    private static void write(Connection connection, long runId, Map<Panel, List<FoundAlert>> found)
            throws SQLException {
        try (BulkInsert rows = new BulkInsert(connection, "today_alert", ALERT)) {
            for (List<FoundAlert> alerts : found.values()) {
                int toDo = AlertFinder.toDo(alerts);
                for (int i = 0; i < alerts.size(); i++) {
                    write(rows, runId, i + 1, alerts.get(i), i < toDo);
                }
            }
            rows.finish();
        }
    }

    private static void write(BulkInsert rows, long runId, int rank, FoundAlert alert, boolean toDo)
            throws SQLException {
        rows.row(
                runId,
                alert.panel(),
                rank,
                alert.location().item(),
                alert.location().warehouse(),
                alert.reference(),
                alert.date(),
                alert.quantityUnits(),
                alert.value(),
                alert.severity(),
                alert.message(),
                alert.suggestedAction(),
                alert.action(),
                toDo);
    }
}
