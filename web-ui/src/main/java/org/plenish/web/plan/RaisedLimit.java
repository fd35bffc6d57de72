package org.plenish.web.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What more of a limit would buy; money in currency units.
 *
 * @param kind {@code SPACE}, {@code STORAGE_CLASS} (m³) or {@code CASH} (currency units)
 * @param name of the warehouse; blank for cash
 * @param storageClass for whose goods the space is; blank for cash and a warehouse's whole space
 * @param estimatedSaving by the limit's prices
 * @param costAfter of a plan found under the raised limit
 */
public record RaisedLimit(
        String kind,
        String name,
        String storageClass,
        double amount,
        double estimatedSaving,
        double costBefore,
        double costAfter,
        int addedLines,
        BigDecimal addedValue,
        int droppedLines,
        List<Line> largest) {

    public RaisedLimit {
        largest = List.copyOf(largest);
    }

    public boolean isCash() {
        return kind.equals("CASH");
    }

    /** ≥ 0. */
    public double saving() {
        return Math.max(0, costBefore - costAfter);
    }

    /** A line that would be bought more of, or sooner. */
    public record Line(
            int raiseRank,
            String item,
            String description,
            String supplier,
            String warehouse,
            LocalDate orderDate,
            int quantityUnits,
            BigDecimal value) {}
}
