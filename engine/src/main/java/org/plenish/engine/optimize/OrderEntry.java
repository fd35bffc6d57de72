package org.plenish.engine.optimize;

import java.util.Comparator;

/**
 * An order line of one SKU for one warehouse.
 *
 * @param source index among the SKU's sources
 * @param period in which it is placed
 */
public record OrderEntry(int source, int period, int units) {

    /** By period, then source: the order in which a plan keeps its lines. */
    public static final Comparator<OrderEntry> ORDER =
            Comparator.comparingInt(OrderEntry::period).thenComparingInt(OrderEntry::source);

    public OrderEntry withUnits(int newUnits) {
        return new OrderEntry(source, period, newUnits);
    }

    public OrderEntry withPeriod(int newPeriod) {
        return new OrderEntry(source, newPeriod, units);
    }
}
