package org.plenish.engine.inventory;

/**
 * The order quantity of least cost where more or less than ordered arrives: steady demand, no lead time, no stockout.
 *
 * @param fixedCost K, of an order
 * @param holdingCost h, of a unit for a unit of time
 * @param demandRate D, units a unit of time
 * @param yieldMean μ: units that come beside what was ordered (additive; may be negative), or the mean share of it that
 *     comes (multiplicative)
 * @param yieldSd σ, its standard deviation
 */
public record UncertainYieldOrderQuantity(
        double fixedCost, double holdingCost, double demandRate, double yieldMean, double yieldSd) {

    /** @throws IllegalArgumentException if the holding cost or demand is not above 0, or another value out of its range */
    public UncertainYieldOrderQuantity {
        Arguments.requireAtLeastZero(fixedCost, "fixed cost");
        Arguments.requirePositive(holdingCost, "holding cost");
        Arguments.requirePositive(demandRate, "demand rate");
        Arguments.requireFinite(yieldMean, "yield mean");
        Arguments.requireAtLeastZero(yieldSd, "yield standard deviation");
    }

    /**
     * {@code Q = √(2·K·D/h + σ²) - μ}, where {@code Q + Y} arrives. Source: Snyder & Shen (2019), §9.3.1. Example: K =
     * 18,500, h = 0.06, D = 75,000, μ = -15,000, σ = 9,000 gives 230,246.4 (their example 9.4).
     *
     * @return units, not rounded
     */
    public double additiveUnits() {
        return Math.sqrt(2 * fixedCost * demandRate / holdingCost + yieldSd * yieldSd) - yieldMean;
    }

    /**
     * {@code (K·D + h/2·((Q+μ)² + σ²)) / (Q+μ)}.
     *
     * @return cost a unit of time
     * @throws IllegalArgumentException if nothing would arrive on average
     */
    public double additiveCost(double quantityUnits) {
        double arriving = quantityUnits + yieldMean;
        Arguments.requirePositive(arriving, "order quantity and mean yield together");
        return (fixedCost * demandRate + holdingCost / 2 * (arriving * arriving + yieldSd * yieldSd)) / arriving;
    }

    /**
     * {@code Q = √(2·K·D / (h·(μ² + σ²)))}, where {@code Q·Y} arrives. Source: Snyder & Shen (2019), §9.3.1.
     *
     * @return units, not rounded
     * @throws IllegalArgumentException if μ is not above 0
     */
    public double multiplicativeUnits() {
        return Math.sqrt(2 * fixedCost * demandRate / (holdingCost * multiplicativeSecondMoment()));
    }

    /**
     * {@code K·D/(Q·μ) + h·Q·(μ² + σ²)/(2μ)}. Example: the example above with μ = 5/6, σ = 0.1409 gives 13,467.86 at
     * 200,000 (Snyder & Shen 2019, example 9.5).
     *
     * @return cost a unit of time
     * @throws IllegalArgumentException if Q or μ is not above 0
     */
    public double multiplicativeCost(double quantityUnits) {
        Arguments.requirePositive(quantityUnits, "order quantity");
        double secondMoment = multiplicativeSecondMoment();
        return fixedCost * demandRate / (quantityUnits * yieldMean)
                + holdingCost * quantityUnits * secondMoment / (2 * yieldMean);
    }

    private double multiplicativeSecondMoment() {
        Arguments.requirePositive(yieldMean, "yield mean");
        return yieldMean * yieldMean + yieldSd * yieldSd;
    }
}
