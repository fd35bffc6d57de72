package org.plenish.web.order;

import java.util.List;
import org.plenish.web.order.DecidedOrders.SetAside;
import org.plenish.web.run.PlanFollower;
import org.plenish.web.run.PlannedDataset;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Notes with each plan which decided lines it does not count, as another dataset may not have their items, warehouses,
 * suppliers or senders: the orders stay, and people are told.
 */
@Component
class SetAsideLines implements PlanFollower {

    private final DecidedOrders decided;
    private final JdbcTemplate batches;

    SetAsideLines(DecidedOrders decided, JdbcTemplate batches) {
        this.decided = decided;
        this.batches = batches;
    }

    @Override
    public void planStored(long runId, PlannedDataset planned) {
        List<Object[]> rows = decided.setAsideBy(planned.dataset()).stream()
                .map(line -> row(runId, line))
                .toList();
        batches.batchUpdate(
                "INSERT INTO plan_set_aside (run_id, line_id, kind, number, item, warehouse, quantity_units, missing,"
                        + " missing_name) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    private static Object[] row(long runId, SetAside line) {
        return new Object[] {
            runId,
            line.lineId(),
            line.kind().name(),
            line.number(),
            line.item(),
            line.warehouse(),
            line.units(),
            line.missing().name(),
            line.missingName()
        };
    }
}
