package org.plenish.engine.inventory;

import java.util.List;
import org.plenish.engine.model.PriceBreak;

/**
 * The order quantity of least yearly cost for steady demand: {@code D·v(Q) + A·D/Q + r·v(Q)·Q/2}.
 *
 * @param unitsPerYear D
 * @param orderCost A: fixed cost of an order of this article (currency units)
 * @param holdingCostRatePerYear r, share of unit cost
 */
public record EconomicOrderQuantity(double unitsPerYear, double orderCost, double holdingCostRatePerYear) {

    /** @throws IllegalArgumentException if a value is negative or not finite */
    public EconomicOrderQuantity {
        if (!isFinite(unitsPerYear) || !isFinite(orderCost) || !isFinite(holdingCostRatePerYear)) {
            throw new IllegalArgumentException(
                    "economic order quantity of " + unitsPerYear + " units a year, order cost " + orderCost
                            + ", holding rate " + holdingCostRatePerYear + ": all must be numbers of 0 or more.");
        }
    }

    /**
     * {@code √(2·A·D / (r·v))}. Source: Harris (1913); Silver, Pyke & Thomas (2017), §4.2. Example: D = 1,300 a year at
     * A = 8, r·v = 0.225 gives 304.05 (Snyder & Shen 2019, example 3.1).
     *
     * @return units, not rounded; infinite where holding costs nothing but ordering does; 0 without demand
     */
    public double units(double unitCost) {
        if (unitsPerYear == 0 || orderCost == 0) {
            return 0;
        }
        return Math.sqrt(2 * orderCost * unitsPerYear / (holdingCostRatePerYear * unitCost));
    }

    /** Yearly cost of buying, ordering and holding with orders of {@code quantityUnits} (currency units). */
    public double costPerYear(double quantityUnits, double unitCost) {
        return unitsPerYear * unitCost
                + orderCost * unitsPerYear / quantityUnits
                + holdingCostRatePerYear * unitCost * quantityUnits / 2;
    }

    /**
     * The allowed quantity of least yearly cost under all-units price breaks. In each price tier the cost is convex in Q,
     * so its best allowed quantity is one of the two around the tier's own EOQ, held inside the tier. Source: Silver,
     * Pyke & Thomas (2017), §4.5; Hadley & Whitin (1963).
     *
     * @param priceBreaks ascending by quantity
     * @return units; 0 without demand; the smaller of two equally good quantities
     */
    public int bestUnits(OrderLattice lattice, double baseUnitCost, List<PriceBreak> priceBreaks) {
        if (unitsPerYear == 0) {
            return 0;
        }
        int best = 0;
        double bestCost = Double.POSITIVE_INFINITY;
        for (int tier = 0; tier <= priceBreaks.size(); tier++) {
            double unitCost = tier == 0
                    ? baseUnitCost
                    : priceBreaks.get(tier - 1).unitCost().toDouble();
            int fromUnits = tier == 0 ? 1 : priceBreaks.get(tier - 1).minQuantityUnits();
            int toUnits = tier == priceBreaks.size()
                    ? Integer.MAX_VALUE
                    : priceBreaks.get(tier).minQuantityUnits() - 1;
            double ideal = Math.min(toUnits, Math.max(fromUnits, units(unitCost)));
            for (int candidate : new int[] {lattice.roundDown(ideal), lattice.roundUp(ideal)}) {
                if (candidate >= fromUnits && candidate <= toUnits && costPerYear(candidate, unitCost) < bestCost) {
                    best = candidate;
                    bestCost = costPerYear(candidate, unitCost);
                }
            }
        }
        return best;
    }

    private static boolean isFinite(double value) {
        return value >= 0 && !Double.isInfinite(value);
    }
}
