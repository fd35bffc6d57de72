package org.plenish.engine.plan.supply;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line that was ordered, and what has come of it.
 *
 * @param dueDate the day it was promised for
 * @param receipts in any order; empty: nothing has come
 */
public record DeliveryLine(LocalDate orderDate, LocalDate dueDate, long orderedUnits, List<Receipt> receipts) {

    public DeliveryLine {
        receipts = receipts.stream().sorted(Comparator.comparing(Receipt::date)).toList();
    }

    /** Goods that came in. */
    public record Receipt(LocalDate date, long units) {}

    /** Whether all that was ordered has come, whenever. */
    public boolean isInFull() {
        return receipts.stream().mapToLong(Receipt::units).sum() >= orderedUnits;
    }

    /** The day on which it was complete, or, if it is not, on which goods came last; null: nothing has come. */
    public @Nullable LocalDate settledOn() {
        long units = 0;
        LocalDate day = null;
        for (Receipt receipt : receipts) {
            if (units >= orderedUnits) {
                break;
            }
            units += receipt.units();
            day = receipt.date();
        }
        return day;
    }

    /** Whether {@link #settledOn} is no later than it was promised. */
    public boolean isOnTime() {
        LocalDate settled = settledOn();
        return settled != null && !settled.isAfter(dueDate);
    }

    /** All that was ordered came by the day it was promised for. */
    public boolean isOnTimeInFull() {
        return isInFull() && isOnTime();
    }

    /** Days from order to {@link #settledOn}; null: nothing has come. */
    @Nullable
    Long leadTimeDays() {
        LocalDate settled = settledOn();
        return settled == null ? null : ChronoUnit.DAYS.between(orderDate, settled);
    }

    long promisedDays() {
        return ChronoUnit.DAYS.between(orderDate, dueDate);
    }
}
