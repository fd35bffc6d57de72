package org.plenish.engine.inventory;

/** How far an order lifts the inventory position. */
public final class OrderUpToLevel {

    private OrderUpToLevel() {}

    /**
     * {@code S = μ + SS} for (R,S), μ over review period plus lead time. Source: Silver, Pyke & Thomas (2017), §6.8.
     *
     * @return units, rounded up
     */
    public static int periodic(LeadTimeDemand demand, double safetyStockUnits) {
        return WholeUnits.roundUp(demand.meanUnits() + safetyStockUnits);
    }

    /**
     * {@code S = s + Q} for (s,S), as if the position fell on s exactly. Source: Silver, Pyke & Thomas (2017), §6.9.
     */
    public static int minMax(int reorderPointUnits, int orderQuantityUnits) {
        return Math.addExact(reorderPointUnits, orderQuantityUnits);
    }
}
