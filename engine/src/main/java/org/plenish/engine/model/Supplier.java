package org.plenish.engine.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A vendor.
 *
 * @param leadTimeDays order date to goods available
 * @param minOrderValue least value of one purchase order; zero if none
 * @param orderCost fixed cost of one purchase order
 * @param orderWeekdays days on which it accepts orders; empty: any
 * @param containerVolumeM3 null if it does not ship in full containers
 * @param containerCost of each started container of an order, beside the order's own; null: the order cost is paid for
 *     each started container instead of once
 * @param closures in which it accepts no orders, whatever the weekday; no file gives them, a what-if does
 */
public record Supplier(
        SupplierId id,
        String name,
        int leadTimeDays,
        double leadTimeSdDays,
        Money minOrderValue,
        Money orderCost,
        Set<DayOfWeek> orderWeekdays,
        int paymentTermsDays,
        @Nullable Double containerVolumeM3,
        @Nullable Money containerCost,
        List<Closure> closures) {

    /** It is never closed. */
    public Supplier(
            SupplierId id,
            String name,
            int leadTimeDays,
            double leadTimeSdDays,
            Money minOrderValue,
            Money orderCost,
            Set<DayOfWeek> orderWeekdays,
            int paymentTermsDays,
            @Nullable Double containerVolumeM3,
            @Nullable Money containerCost) {
        this(
                id,
                name,
                leadTimeDays,
                leadTimeSdDays,
                minOrderValue,
                orderCost,
                orderWeekdays,
                paymentTermsDays,
                containerVolumeM3,
                containerCost,
                List.of());
    }

    /** Its order cost is paid for each container, if it ships in any. */
    public Supplier(
            SupplierId id,
            String name,
            int leadTimeDays,
            double leadTimeSdDays,
            Money minOrderValue,
            Money orderCost,
            Set<DayOfWeek> orderWeekdays,
            int paymentTermsDays,
            @Nullable Double containerVolumeM3) {
        this(
                id,
                name,
                leadTimeDays,
                leadTimeSdDays,
                minOrderValue,
                orderCost,
                orderWeekdays,
                paymentTermsDays,
                containerVolumeM3,
                null);
    }

    public Supplier {
        Require.atLeast(0, leadTimeDays, "lead time (days)");
        Require.finiteAtLeast(0, leadTimeSdDays, "lead time standard deviation (days)");
        Require.atLeast(0, paymentTermsDays, "payment terms (days)");
        orderWeekdays = Set.copyOf(orderWeekdays);
        closures = List.copyOf(closures);
    }

    /**
     * Days without orders.
     *
     * @param from first day
     * @param to last day, not before {@code from}
     */
    public record Closure(LocalDate from, LocalDate to) {

        public Closure {
            if (to.isBefore(from)) {
                throw new IllegalArgumentException("closure: " + to + " must not be before " + from + ".");
            }
        }

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    public boolean acceptsOrdersOn(LocalDate day) {
        return (orderWeekdays.isEmpty() || orderWeekdays.contains(day.getDayOfWeek()))
                && closures.stream().noneMatch(closure -> closure.holds(day));
    }
}
