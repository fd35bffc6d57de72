package org.plenish.engine.inventory;

import org.plenish.engine.math.Distribution;

/**
 * (r,Q) policies under continuous review with backorders, whose lead-time demand is counted in whole units: Poisson,
 * negative binomial, or any other on 0, 1, 2, ... Demand comes one by one, so the position after an order is r + Q exactly.
 *
 * @param holdingCost h, of a unit for a unit of time
 * @param stockoutCost p, of a backordered unit for a unit of time
 * @param fixedCost K, of an order
 * @param demandRate λ, mean demand in a unit of time
 * @param leadTimeDemand demand over the lead time
 */
public record DiscreteContinuousReview(
        double holdingCost, double stockoutCost, double fixedCost, double demandRate, Distribution leadTimeDemand) {

    /** @throws IllegalArgumentException if h, p or λ is not above 0, or K is negative */
    public DiscreteContinuousReview {
        Arguments.requirePositive(holdingCost, "holding cost");
        Arguments.requirePositive(stockoutCost, "stockout cost");
        Arguments.requireAtLeastZero(fixedCost, "fixed cost");
        Arguments.requirePositive(demandRate, "demand rate");
    }

    /** A least-cost policy and its cost a unit of time. */
    public record Optimum(int reorderPointUnits, int orderQuantityUnits, double cost) {}

    /**
     * {@code g(r,Q) = (K·λ + Σ G(y) for y = r+1 ... r+Q) / Q}, {@code G(y) = h·E[(y-X)⁺] + p·E[(X-y)⁺]}. Source: Zipkin
     * (2000), §6.2; Snyder & Shen (2019), §5.4. Example: h = 20, p = 150, K = 100, λ = 1.5, lead time 2 cost 107.92 at r = 3,
     * Q = 5 (their example 5.8).
     *
     * @return cost a unit of time
     */
    public double cost(int reorderPointUnits, int quantityUnits) {
        Arguments.requireAtLeastOne(quantityUnits, "order quantity");
        double sum = fixedCost * demandRate;
        for (int y = 1; y <= quantityUnits; y++) {
            sum += positionCost(Math.addExact(reorderPointUnits, y));
        }
        return sum / quantityUnits;
    }

    /**
     * The policy of least cost. Starting from the best single position, the cheaper neighbour is added to the range of
     * positions as long as it costs less than the average. Source: Federgruen & Zheng (1992), Operations Research 40(4);
     * Snyder & Shen (2019), §5.4.
     */
    public Optimum exact() {
        int low = (int) leadTimeDemand.quantile(stockoutCost / (holdingCost + stockoutCost));
        int high = low;
        double sum = fixedCost * demandRate + positionCost(low);
        while (true) {
            double below = positionCost(low - 1);
            double above = positionCost(high + 1);
            double next = Math.min(below, above);
            int count = high - low + 1;
            if (next >= sum / count) {
                return new Optimum(low - 1, count, sum / count);
            }
            sum += next;
            if (below <= above) {
                low--;
            } else {
                high++;
            }
        }
    }

    private double positionCost(int positionUnits) {
        return ContinuousReview.positionCost(holdingCost, stockoutCost, leadTimeDemand, positionUnits);
    }
}
