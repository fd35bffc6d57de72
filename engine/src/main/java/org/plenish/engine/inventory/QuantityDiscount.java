package org.plenish.engine.inventory;

/**
 * A supplier's prices by quantity, and the lot of least cost under them. Cost counts the goods: {@code K·λ/Q + r·v·Q/2} and
 * what λ units cost. Where quantities are whole, packed and bounded, {@link EconomicOrderQuantity#bestUnits} chooses.
 *
 * <p>Example: K = 8, λ = 1,300, r = 0.3 and prices of 0.75, 0.72 from 400, 0.68 from 800. If a price holds for all units, 800
 * are best at a cost of 978.60 (Snyder & Shen 2019, example 3.6); if only for those above its breakpoint, 304.05 at 1,043.41.
 *
 * @param fromUnits where each price begins: 0 first, then ascending
 * @param unitCosts each price (currency units), above 0, none above the one before
 */
public record QuantityDiscount(double[] fromUnits, double[] unitCosts) {

    /**
     * A lot and what it costs.
     *
     * @param units not rounded
     * @param priceIndex which price it ends in, from 0
     * @param cost of goods, orders and holding for a unit of time (currency units)
     */
    public record Lot(double units, int priceIndex, double cost) {}

    /** @throws IllegalArgumentException if the prices are not as described */
    public QuantityDiscount {
        fromUnits = fromUnits.clone();
        unitCosts = unitCosts.clone();
        if (fromUnits.length != unitCosts.length || fromUnits.length == 0) {
            throw new IllegalArgumentException(
                    "discount with " + fromUnits.length + " breakpoints and " + unitCosts.length
                            + " prices: there must be as many of both, 1 or more. Maybe the first breakpoint, 0, is missing.");
        }
        if (fromUnits[0] != 0) {
            throw new IllegalArgumentException("first breakpoint: " + fromUnits[0] + " must be 0.");
        }
        for (int i = 0; i < unitCosts.length; i++) {
            Arguments.requirePositive(unitCosts[i], "unit cost");
            if (i > 0 && !(fromUnits[i] > fromUnits[i - 1] && fromUnits[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "breakpoint: " + fromUnits[i] + " must be above the one before, " + fromUnits[i - 1] + ".");
            }
            if (i > 0 && unitCosts[i] > unitCosts[i - 1]) {
                throw new IllegalArgumentException(
                        "unit cost: " + unitCosts[i] + " must not be above the one before, " + unitCosts[i - 1] + ".");
            }
        }
    }

    @Override
    public double[] fromUnits() {
        return fromUnits.clone();
    }

    @Override
    public double[] unitCosts() {
        return unitCosts.clone();
    }

    /**
     * The best lot where a price holds for all units of an order. In each price's range the cost is convex, so its best is the
     * range's own economic lot or, where that lies below, the range's beginning; where it lies above, the next price is
     * better. Source: Snyder & Shen (2019), §3.3; Silver, Pyke & Thomas (2017), §4.5.
     *
     * @param fixedCost K, of each order (currency units), above 0
     * @param holdingRate r, share of unit cost for a unit of time, above 0
     * @param demandRate λ, units a unit of time, above 0
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public Lot allUnits(double fixedCost, double holdingRate, double demandRate) {
        requireDemand(fixedCost, holdingRate, demandRate);
        Lot best = new Lot(0, 0, Double.POSITIVE_INFINITY);
        for (int i = 0; i < unitCosts.length; i++) {
            EconomicLot economic = new EconomicLot(fixedCost, holdingRate * unitCosts[i], demandRate);
            double units = Math.max(economic.units(), fromUnits[i]);
            if (units < endOf(i)) {
                double cost = demandRate * unitCosts[i] + economic.cost(units);
                best = cost < best.cost ? new Lot(units, i, cost) : best;
            }
        }
        return best;
    }

    /**
     * The best lot where each price holds for the units from its breakpoint on. A lot that ends in price i costs {@code v_i·Q
     * + c_i} with {@code c_i = Σ_{j<i} (v_j - v_{j+1})·b_{j+1}}: a larger fixed cost, held as stock as well. The best lot is the
     * economic lot of one of the prices that lies in its own range. Source: Snyder & Shen (2019), §3.3; Hadley & Whitin
     * (1963). Example: K = 150, λ = 2,400, r = 0.25, prices 100, 90 from 300, 80 from 600 give 1,481.89 at a cost of
     * 222,762.81.
     *
     * @param fixedCost K, of each order (currency units), above 0
     * @param holdingRate r, share of unit cost for a unit of time, above 0
     * @param demandRate λ, units a unit of time, above 0
     * @throws IllegalArgumentException if an argument is outside its range
     */
    public Lot incremental(double fixedCost, double holdingRate, double demandRate) {
        requireDemand(fixedCost, holdingRate, demandRate);
        Lot best = new Lot(0, 0, Double.POSITIVE_INFINITY);
        double dearerUnits = 0; // c_i
        for (int i = 0; i < unitCosts.length; i++) {
            if (i > 0) {
                dearerUnits += (unitCosts[i - 1] - unitCosts[i]) * fromUnits[i];
            }
            EconomicLot economic = new EconomicLot(fixedCost + dearerUnits, holdingRate * unitCosts[i], demandRate);
            double units = economic.units();
            if (units >= fromUnits[i] && units < endOf(i)) {
                double cost = demandRate * unitCosts[i] + holdingRate * dearerUnits / 2 + economic.cost(units);
                best = cost < best.cost ? new Lot(units, i, cost) : best;
            }
        }
        return best;
    }

    private double endOf(int price) {
        return price + 1 < fromUnits.length ? fromUnits[price + 1] : Double.POSITIVE_INFINITY;
    }

    private static void requireDemand(double fixedCost, double holdingRate, double demandRate) {
        Arguments.requirePositive(fixedCost, "fixed cost of an order");
        Arguments.requirePositive(holdingRate, "holding rate");
        Arguments.requirePositive(demandRate, "demand rate");
    }
}
