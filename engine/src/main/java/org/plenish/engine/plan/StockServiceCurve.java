package org.plenish.engine.plan;

import java.util.List;
import java.util.Optional;

/**
 * How much stock which service takes: what the policies of some SKU-locations would keep in the long run as their service
 * target moves, all to the same. Stock that is there beyond the policies, such as dead stock, is not in it. Money is in
 * currency units. Source: Silver, Pyke & Thomas (2017), §6.11 (exchange curves involving safety stocks).
 *
 * @param points by rising target; stock and service never fall along them
 * @param current with each SKU-location at the target that its rules chose; its {@code serviceTarget} is the mean, by
 *     demand
 * @param locations how many SKU-locations are in it: those that are stocked and expect demand
 */
public record StockServiceCurve(List<Point> points, Point current, int locations) {

    /**
     * One service target and what follows from it.
     *
     * @param serviceTarget what the safety-stock methods are to reach, by their own measure
     * @param stockValue over time, on average
     * @param safetyStockValue of it: safety stock
     * @param fillRate share of demand served at once, by units; 1 without demand
     * @param cycleService chance that a replenishment cycle ends without shortage, by demand; 1 without demand
     */
    public record Point(
            double serviceTarget, double stockValue, double safetyStockValue, double fillRate, double cycleService) {}

    public StockServiceCurve {
        points = List.copyOf(points);
    }

    /** The point of least stock with a fill rate of at least so much; empty where no target on the curve reaches it. */
    public Optional<Point> findForFillRate(double fillRate) {
        return points.stream().filter(point -> point.fillRate() >= fillRate).findFirst();
    }

    /** The point of best service with stock of at most so much; empty where even the least target takes more. */
    public Optional<Point> findForStockValue(double stockValue) {
        return points.stream().filter(point -> point.stockValue() <= stockValue).reduce((least, most) -> most);
    }
}
