package org.plenish.engine.plan.space;

import java.time.LocalDate;
import org.plenish.engine.model.WarehouseId;

/**
 * What passes a warehouse's dock on one day of one kind.
 *
 * @param day the plan's date for what was due before it
 * @param orders numbers that differ
 * @param overdueLines of the lines those that were due before the plan's date
 */
public record DockDay(
        WarehouseId warehouse,
        LocalDate day,
        Kind kind,
        int orders,
        int lines,
        long units,
        double volumeM3,
        int overdueLines) {

    /** Whether it comes or goes, and how sure it is. */
    public enum Kind {
        OPEN_PURCHASE,
        OPEN_TRANSFER,
        PROPOSED_PURCHASE,
        PROPOSED_TRANSFER_IN,
        PROPOSED_TRANSFER_OUT;

        public boolean isIn() {
            return this != PROPOSED_TRANSFER_OUT;
        }
    }
}
