package org.plenish.engine.inventory;

/** When to order. */
public final class ReorderPoint {

    private ReorderPoint() {}

    /**
     * {@code s = μ + SS}: expected demand over the protection interval and safety stock. Source: Silver, Pyke & Thomas
     * (2017), §6.7. Example: μ = 58.3, SS = 24.6 gives 82.9, so 83 whole units.
     *
     * @return units, rounded up
     */
    public static int units(LeadTimeDemand demand, double safetyStockUnits) {
        return WholeUnits.roundUp(demand.meanUnits() + safetyStockUnits);
    }
}
