package org.plenish.engine.model;

import java.time.LocalDate;
import java.util.List;

/**
 * Lines bought together: one supplier, one warehouse, one order date. Lines may be due on different days.
 *
 * @param containers that its goods fill, started ones in part; 0 where the supplier ships in none
 */
public record PurchaseOrder(
        String number,
        SupplierId supplier,
        WarehouseId warehouse,
        LocalDate orderDate,
        List<Line> lines,
        double containers)
        implements PlannedOrder {

    /** Not shipped in containers. */
    public PurchaseOrder(
            String number, SupplierId supplier, WarehouseId warehouse, LocalDate orderDate, List<Line> lines) {
        this(number, supplier, warehouse, orderDate, lines, 0);
    }

    /**
     * One article of the order.
     *
     * @param line counts from 1
     * @param reason one sentence for the buyer
     */
    public record Line(
            int line,
            ItemId item,
            int quantityUnits,
            int orderMultipleUnits,
            UnitPrice unitCost,
            LocalDate dueDate,
            String reason) {

        public Line {
            Require.atLeast(1, quantityUnits, "quantity (units)");
        }

        public Money value() {
            return unitCost.times(quantityUnits);
        }
    }

    public PurchaseOrder {
        lines = List.copyOf(lines);
        Require.atLeast(1, lines.size(), "lines of " + number);
    }

    @Override
    public LocalDate releaseDate() {
        return orderDate;
    }

    /** The day of its last line. */
    @Override
    public LocalDate dueDate() {
        return lines.stream().map(Line::dueDate).max(LocalDate::compareTo).orElseThrow();
    }

    @Override
    public WarehouseId destination() {
        return warehouse;
    }

    /** Containers that are started, and paid; 0 where the supplier ships in none. */
    public int startedContainers() {
        return (int) Math.ceil(containers - 1e-9);
    }

    public Money value() {
        return lines.stream().map(Line::value).reduce(Money.ZERO, Money::plus);
    }
}
