package org.plenish.engine.inventory;

import java.util.function.DoubleUnaryOperator;
import org.plenish.engine.math.Normal;

/**
 * Bounds of the best (s,S) levels of one period of several, from costs of that period and the next purchase alone.
 *
 * <p>{@code G(y) = c·y + h·E[(y-D)⁺] + p·E[(D-y)⁺] - γ·c⁺·(y - μ)}; both lower and upper bounds are where G stands by a certain
 * amount above its least value. Source: Veinott (1966), SIAM Journal on Applied Mathematics 14(5); Snyder & Shen (2019),
 * §4.5.2. Holds where no later period's fixed cost, discounted, is higher.
 *
 * @param leastOrderUpTo S is no less
 * @param mostOrderUpTo S is no more
 * @param leastReorderPoint s is no less
 * @param mostReorderPoint s is no more
 */
public record MyopicBounds(
        double leastOrderUpTo, double mostOrderUpTo, double leastReorderPoint, double mostReorderPoint) {

    /**
     * Bounds of a period.
     *
     * @param period costs and prices of the period; in the last one holding and stockout cost include what remains at the end
     * @param nextUnitCost γ·c⁺, what a unit left saves in the next period; 0 in the last one
     * @param nextFixedCost γ·K⁺, discounted; 0 in the last period
     * @throws IllegalArgumentException if a cost is out of its range, or the prices make buying nothing or everything best
     */
    public static MyopicBounds of(Period period, double nextUnitCost, double nextFixedCost) {
        Arguments.requireAtLeastZero(nextUnitCost, "discounted purchase cost of the next period");
        Arguments.requireAtLeastZero(nextFixedCost, "discounted fixed cost of the next period");
        if (nextFixedCost > period.fixedCost) {
            throw new IllegalArgumentException("discounted fixed cost of the next period: " + nextFixedCost
                    + " must be at most this period's, " + period.fixedCost + ".");
        }
        double both = period.holdingCost + period.stockoutCost;
        double ratio = (period.stockoutCost - period.unitCost + nextUnitCost) / both;
        Arguments.requireInside(ratio, "critical ratio of holding, stockout and purchase costs");
        Normal demand = period.demand;
        double best = demand.quantile(ratio);
        DoubleUnaryOperator cost = y ->
                (period.unitCost - nextUnitCost) * y + period.holdingCost * (y - demand.mean()) + both * demand.loss(y);
        double least = cost.applyAsDouble(best);
        return new MyopicBounds(
                best,
                above(cost, best, demand.sd(), least + nextFixedCost),
                above(cost, best, -demand.sd(), least + period.fixedCost),
                above(cost, best, -demand.sd(), least + period.fixedCost - nextFixedCost));
    }

    /**
     * One period's costs.
     *
     * @param holdingCost h, of a unit left
     * @param stockoutCost p, of a unit backordered
     * @param unitCost c, of a unit bought
     * @param fixedCost K, of an order
     * @param demand in the period
     */
    public record Period(double holdingCost, double stockoutCost, double unitCost, double fixedCost, Normal demand) {

        public Period {
            Arguments.requirePositive(holdingCost, "holding cost");
            Arguments.requirePositive(stockoutCost, "stockout cost");
            Arguments.requireAtLeastZero(unitCost, "purchase cost");
            Arguments.requireAtLeastZero(fixedCost, "fixed cost");
            Arguments.requirePositive(demand.sd(), "standard deviation of demand");
        }
    }

    private static double above(DoubleUnaryOperator cost, double best, double step, double level) {
        // at the bottom itself rounding would decide
        boolean atBottom = level <= cost.applyAsDouble(best);
        return atBottom ? best : Bisection.rootBeyond(y -> cost.applyAsDouble(y) - level, best, step);
    }
}
