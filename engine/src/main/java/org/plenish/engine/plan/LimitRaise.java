package org.plenish.engine.plan;

import java.time.LocalDate;
import java.util.List;
import org.plenish.engine.model.Money;

/**
 * What more of one limit would buy.
 *
 * @param warehouse blank for cash
 * @param storageClass for whose goods the space is; blank for cash and a warehouse's whole space
 * @param amount by which it is raised: m³ in every bucket, or currency units from the first bucket on
 * @param estimatedSaving by the limit's prices (currency units): could goods be divided, at most that
 * @param costBefore of the plan under the limits as they are, planned again in the same way (currency units)
 * @param costAfter of a plan found under the raised limit, so that at least the difference can be saved
 * @param addedLines what is bought more, or sooner, then
 * @param addedValue of them
 * @param droppedLines what is bought less, or later, then
 * @param largest of the lines added, greatest value first
 */
public record LimitRaise(
        LimitUse.Kind kind,
        String warehouse,
        String storageClass,
        double amount,
        double estimatedSaving,
        double costBefore,
        double costAfter,
        int addedLines,
        Money addedValue,
        int droppedLines,
        List<Line> largest) {

    public LimitRaise {
        largest = List.copyOf(largest);
    }

    /** Currency units, ≥ 0. */
    public double saving() {
        return costBefore - costAfter;
    }

    /** @param units more than in the plan as it is */
    public record Line(String item, String supplier, String warehouse, LocalDate orderDate, int units, Money value) {}
}
