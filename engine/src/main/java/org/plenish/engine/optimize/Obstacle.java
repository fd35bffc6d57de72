package org.plenish.engine.optimize;

/** What stands against a change of a line. Indices as in the problem. */
public sealed interface Obstacle {

    /**
     * @param zone index
     * @param missingM3 at the worst period, {@code period}
     */
    record Space(int zone, int period, double missingM3) implements Obstacle {}

    /** @param missing currency units, of what may be spent by the end of the worst period, {@code period} */
    record Cash(int period, double missing) implements Obstacle {}

    /** The source takes no more than this in a line. */
    record MaximumQuantity(int units) implements Obstacle {}

    /** The source takes no less than this in a line. */
    record MinimumQuantity(int units) implements Obstacle {}

    /**
     * The supplier's order would stay below its minimum.
     *
     * @param missing currency units
     */
    record SupplierMinimum(int supplier, int warehouse, int period, double missing) implements Obstacle {}

    /**
     * Transfers would take more than is there.
     *
     * @param missingUnits over all periods and warehouses
     */
    record StockToSend(long missingUnits) implements Obstacle {}

    /** A limit of another kind. */
    record Other() implements Obstacle {}
}
