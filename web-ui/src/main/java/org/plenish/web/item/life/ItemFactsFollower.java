package org.plenish.web.item.life;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.Lot;
import org.plenish.engine.model.OpenPurchaseOrder;
import org.plenish.engine.model.OpenTransfer;
import org.plenish.engine.model.StockPosition;
import org.plenish.web.run.BulkInsert;
import org.plenish.web.run.PlanFollower;
import org.plenish.web.run.PlannedDataset;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps with each plan the lots and the open orders that its dataset had. */
@Repository
class ItemFactsFollower implements PlanFollower {

    private final JdbcTemplate jdbc;

    ItemFactsFollower(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void planStored(long runId, PlannedDataset planned) {
        jdbc.execute((Connection connection) -> {
            writeLots(connection, runId, planned.dataset());
            writeOpenSupply(connection, runId, planned.dataset());
            return true;
        });
        jdbc.execute("ANALYZE item_lot, plan_open_supply");
    }

    private static void writeLots(Connection connection, long runId, Dataset dataset) throws SQLException {
        try (BulkInsert rows = new BulkInsert(
                connection, "item_lot", List.of("run_id", "item", "warehouse", "lot", "units", "expires_on"))) {
            for (StockPosition position : dataset.stock().values()) {
                for (Lot lot : position.lots()) {
                    rows.row(
                            runId,
                            position.location().item(),
                            position.location().warehouse(),
                            lot.lot(),
                            lot.onHandUnits(),
                            lot.expiresOn());
                }
            }
            rows.finish();
        }
    }

    private static void writeOpenSupply(Connection connection, long runId, Dataset dataset) throws SQLException {
        try (BulkInsert rows = new BulkInsert(
                connection,
                "plan_open_supply",
                List.of(
                        "run_id",
                        "kind",
                        "number",
                        "partner",
                        "item",
                        "warehouse",
                        "units",
                        "order_date",
                        "due_date"))) {
            for (OpenPurchaseOrder order : dataset.openPurchaseOrders()) {
                rows.row(
                        runId,
                        "PURCHASE",
                        order.order(),
                        order.supplier(),
                        order.location().item(),
                        order.location().warehouse(),
                        order.quantityUnits(),
                        order.orderDate(),
                        order.dueDate());
            }
            for (OpenTransfer transfer : dataset.openTransfers()) {
                rows.row(
                        runId,
                        "TRANSFER",
                        transfer.order(),
                        transfer.from(),
                        transfer.item(),
                        transfer.to(),
                        transfer.quantityUnits(),
                        null,
                        transfer.dueDate());
            }
            rows.finish();
        }
    }
}
