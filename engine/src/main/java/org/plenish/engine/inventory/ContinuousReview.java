package org.plenish.engine.inventory;

import org.plenish.engine.math.Distribution;
import org.plenish.engine.math.Normal;

/**
 * (r,Q) policies under continuous review with backorders, whose lead-time demand is normal. Time is in any unit, the same
 * for all.
 *
 * @param holdingCost h, of a unit for a unit of time
 * @param stockoutCost p, of a backordered unit for a unit of time; for {@link #expectedInventoryLevel} of a unit short
 * @param fixedCost K, of an order
 * @param demandRate λ, mean demand in a unit of time
 * @param leadTimeDemand mean and standard deviation of demand over the lead time
 */
public record ContinuousReview(
        double holdingCost, double stockoutCost, double fixedCost, double demandRate, Normal leadTimeDemand) {

    private static final int MAX_ITERATIONS = 10_000;
    private static final double RELATIVE_TOLERANCE = 1e-13;

    /** @throws IllegalArgumentException if h, p, λ or the standard deviation is not above 0, or K is negative */
    public ContinuousReview {
        Arguments.requirePositive(holdingCost, "holding cost");
        Arguments.requirePositive(stockoutCost, "stockout cost");
        Arguments.requireAtLeastZero(fixedCost, "fixed cost");
        Arguments.requirePositive(demandRate, "demand rate");
        Arguments.requirePositive(leadTimeDemand.sd(), "standard deviation of lead-time demand");
    }

    /**
     * {@code g(r,Q) = (K·λ + ∫ G(y) dy from r to r+Q) / Q}, {@code G(y) = h·E[(y-X)⁺] + p·E[(X-y)⁺]}, X the lead-time
     * demand. The integral is {@code h·Q·(r - μ + Q/2) + (h+p)·(n₂(r) - n₂(r+Q))}, n₂ the second-order loss. Source:
     * Zipkin (2000), §6.2; Snyder & Shen (2019), §5.2. Example: h = 0.225, p = 7.5, K = 8, λ = 1,300, σ = 150·√(1/12), lead
     * time 1/12 cost 87.35 at r = 100, Q = 250.
     *
     * @return cost a unit of time
     */
    public double cost(double reorderPointUnits, double quantityUnits) {
        Arguments.requireFinite(reorderPointUnits, "reorder point");
        Arguments.requirePositive(quantityUnits, "order quantity");
        double beyond = leadTimeDemand.secondLoss(reorderPointUnits)
                - leadTimeDemand.secondLoss(reorderPointUnits + quantityUnits);
        return (fixedCost * demandRate + (holdingCost + stockoutCost) * beyond) / quantityUnits
                + holdingCost * (reorderPointUnits - leadTimeDemand.mean() + quantityUnits / 2);
    }

    /**
     * The best reorder point for a quantity: {@code G(r) = G(r+Q)}. Source: Zipkin (2000), §6.5; Snyder & Shen (2019),
     * §5.2.
     *
     * @return units, not rounded
     */
    public double bestReorderPoint(double quantityUnits) {
        Arguments.requirePositive(quantityUnits, "order quantity");
        double bottom = baseStock();
        return Bisection.root(y -> positionCost(y) - positionCost(y + quantityUnits), bottom - quantityUnits, bottom);
    }

    /**
     * The policy of least {@link #cost}: {@code G(r) = G(r+Q) = g(r,Q)}. Source: Zipkin (2000), §6.5; Zheng (1992),
     * Management Science 38(1).
     */
    public ReorderPointAndQuantity exact() {
        // G at the best reorder point, less the average cost: below 0 while Q is too small
        double start = Math.max(economicQuantity(), leadTimeDemand.sd() * 1e-6);
        double quantity = Bisection.rootBeyond(q -> costGap(q), 0, start);
        return new ReorderPointAndQuantity(bestReorderPoint(quantity), quantity);
    }

    /**
     * Hadley and Whitin's iteration: {@code Q = √(2λ·(K + p·n(r))/h)}, {@code r = F⁻¹(1 - Q·h/(p·λ))}, as if stock between
     * orders were never negative. Source: Hadley & Whitin (1963), §4.2; Snyder & Shen (2019), §5.3.1. Example: the costs of
     * {@link #cost} give r = 213.97, Q = 318.59 (their example 5.2).
     *
     * @throws IllegalArgumentException if p is so small that no reorder point is worth it: {@code Q·h ≥ p·λ}
     */
    public ReorderPointAndQuantity expectedInventoryLevel() {
        double quantity = economicQuantity();
        for (int i = 0; i < MAX_ITERATIONS; i++) {
            double reorderPoint = reorderPointOfExpectedLevel(quantity);
            double next = Math.sqrt(
                    2 * demandRate * (fixedCost + stockoutCost * leadTimeDemand.loss(reorderPoint)) / holdingCost);
            if (Math.abs(next - quantity) <= RELATIVE_TOLERANCE * next) {
                return new ReorderPointAndQuantity(reorderPoint, quantity);
            }
            quantity = next;
        }
        return new ReorderPointAndQuantity(reorderPointOfExpectedLevel(quantity), quantity);
    }

    /**
     * {@code h·(r - μ + Q/2) + K·λ/Q + p·λ·n(r)/Q}, the cost that {@link #expectedInventoryLevel} makes least; p is of a unit
     * short. Source: Snyder & Shen (2019), §5.3.1.
     *
     * @return cost a unit of time
     */
    public double expectedInventoryLevelCost(ReorderPointAndQuantity policy) {
        double quantity = policy.orderQuantityUnits();
        double shortUnits = leadTimeDemand.loss(policy.reorderPointUnits());
        return holdingCost * (policy.reorderPointUnits() - leadTimeDemand.mean() + quantity / 2)
                + demandRate * (fixedCost + stockoutCost * shortUnits) / quantity;
    }

    /**
     * {@code Q} of the EOQ with backorders, {@code √(2·K·λ·(h+p)/(h·p))}, and its best reorder point. Source: Zheng (1992);
     * Snyder & Shen (2019), §5.3.2. Example: r = 128.64, Q = 308.57 (their example 5.4).
     */
    public ReorderPointAndQuantity economicQuantityWithBackorders() {
        double quantity = economicQuantity() * Math.sqrt((holdingCost + stockoutCost) / stockoutCost);
        return new ReorderPointAndQuantity(quantity > 0 ? bestReorderPoint(quantity) : baseStock(), quantity);
    }

    /**
     * {@code Q} of the EOQ and {@code r = F⁻¹(p/(h+p))}: cycle stock and safety stock each for itself. Source: Snyder & Shen
     * (2019), §5.3.3. Example: r = 190.34, Q = 304.05 (their example 5.5).
     */
    public ReorderPointAndQuantity economicQuantityWithSafetyStock() {
        return new ReorderPointAndQuantity(baseStock(), economicQuantity());
    }

    /**
     * As if r + Q always covered the lead-time demand, so {@code n(r+Q) = n₂(r+Q) = 0} in {@link #cost}: {@code n(r) =
     * h·Q/(h+p)}, {@code Q = √(2·(K·λ + (h+p)·n₂(r))/h)}. Source: Hadley & Whitin (1963), §4.9; Snyder & Shen (2019),
     * §5.3.4.
     */
    public ReorderPointAndQuantity lossFunction() {
        double quantity = Math.max(economicQuantity(), leadTimeDemand.sd() * 1e-6);
        for (int i = 0; i < MAX_ITERATIONS; i++) {
            double reorderPoint = reorderPointOfLoss(quantity);
            double next = Math.sqrt(2
                    * (fixedCost * demandRate + (holdingCost + stockoutCost) * leadTimeDemand.secondLoss(reorderPoint))
                    / holdingCost);
            if (Math.abs(next - quantity) <= RELATIVE_TOLERANCE * next) {
                break;
            }
            quantity = next;
        }
        return new ReorderPointAndQuantity(reorderPointOfLoss(quantity), quantity);
    }

    private double costGap(double quantityUnits) {
        if (quantityUnits <= 0) {
            return Double.NEGATIVE_INFINITY;
        }
        double reorderPoint = bestReorderPoint(quantityUnits);
        return positionCost(reorderPoint) - cost(reorderPoint, quantityUnits);
    }

    private double economicQuantity() {
        return Math.sqrt(2 * fixedCost * demandRate / holdingCost);
    }

    private double baseStock() {
        return leadTimeDemand.quantile(stockoutCost / (holdingCost + stockoutCost));
    }

    private double reorderPointOfExpectedLevel(double quantityUnits) {
        double uncovered = quantityUnits * holdingCost / (stockoutCost * demandRate);
        if (!(uncovered < 1)) {
            throw new IllegalArgumentException("stockout cost: " + stockoutCost
                    + " a unit short must be above holding cost times order quantity over demand, "
                    + quantityUnits * holdingCost / demandRate
                    + ".\nMaybe it is meant for a unit of time: use another approximation.");
        }
        return leadTimeDemand.mean() - leadTimeDemand.sd() * Normal.standardQuantile(uncovered);
    }

    private double reorderPointOfLoss(double quantityUnits) {
        double wanted = holdingCost * quantityUnits / (holdingCost + stockoutCost);
        // n falls from above (μ - wanted: n there is more than wanted) to 0
        return Bisection.rootBeyond(
                y -> wanted - leadTimeDemand.loss(y), leadTimeDemand.mean() - wanted, leadTimeDemand.sd() + wanted);
    }

    /** G(y). */
    private double positionCost(double positionUnits) {
        return positionCost(holdingCost, stockoutCost, leadTimeDemand, positionUnits);
    }

    static double positionCost(double holdingCost, double stockoutCost, Distribution demand, double positionUnits) {
        return holdingCost * (positionUnits - demand.mean())
                + (holdingCost + stockoutCost) * demand.loss(positionUnits);
    }
}
