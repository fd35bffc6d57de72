package org.plenish.engine.model;

import java.time.LocalDate;
import java.util.List;

/** Lines moved together: one lane, one day. */
public record TransferOrder(
        String number, WarehouseId from, WarehouseId to, LocalDate shipDate, LocalDate dueDate, List<Line> lines)
        implements PlannedOrder {

    /**
     * One article of the transfer.
     *
     * @param line counts from 1
     * @param cost unit and volume cost; the shipment's own cost is the order's
     * @param reason one sentence for the planner
     */
    public record Line(int line, ItemId item, int quantityUnits, Money cost, String reason) {

        public Line {
            Require.atLeast(1, quantityUnits, "quantity (units)");
        }
    }

    public TransferOrder {
        lines = List.copyOf(lines);
        Require.atLeast(1, lines.size(), "lines of " + number);
    }

    @Override
    public LocalDate releaseDate() {
        return shipDate;
    }

    @Override
    public WarehouseId destination() {
        return to;
    }
}
