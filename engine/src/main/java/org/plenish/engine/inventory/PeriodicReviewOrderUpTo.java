package org.plenish.engine.inventory;

import org.plenish.engine.math.Distribution;

/**
 * (R,S) policies with backorders: at every review, R apart, the position is lifted to S. What is ordered at one review decides what
 * is short between the moment it comes and the moment the next order comes.
 *
 * <p>Example: demand of a review period is exponential with mean 100, that of lead time and review period the sum of two such. At S =
 * 500, {@code exp(-5)·(200 + 500) - exp(-5)·100 = 4.04} are short in a review period, so the fill rate is 0.9596.
 *
 * @param leadTimeDemand X_L, demand over the lead time
 * @param protectionDemand X, demand over lead time and review period; not less than X_L
 * @param reviewPeriodUnits μ_R, mean demand of a review period, above 0
 */
public record PeriodicReviewOrderUpTo(
        Distribution leadTimeDemand, Distribution protectionDemand, double reviewPeriodUnits) {

    /** @throws IllegalArgumentException if the mean demand of a review period is not above 0 */
    public PeriodicReviewOrderUpTo {
        Arguments.requirePositive(reviewPeriodUnits, "mean demand of a review period (units)");
    }

    /**
     * What becomes short in a review period: {@code E[(X - S)⁺] - E[(X_L - S)⁺]}. The second term is what was short already when
     * the order came; the textbook's type-2 rule leaves it out. Source: Hadley & Whitin (1963), chapter 5; Sobel (2004), Fill rates of
     * single-stage and multistage supply systems, Manufacturing & Service Operations Management 6(1).
     *
     * @return units, 0 or more
     * @throws IllegalArgumentException if S is not finite
     */
    public double expectedShortageUnits(double orderUpToUnits) {
        Arguments.requireFinite(orderUpToUnits, "order-up-to level");
        return Math.max(0, protectionDemand.loss(orderUpToUnits) - leadTimeDemand.loss(orderUpToUnits));
    }

    /**
     * Share of demand that is met from stock: {@code 1 - (E[(X - S)⁺] - E[(X_L - S)⁺]) / μ_R}. Source: Johnson, Lee, Davis & Hall
     * (1995), Expressions for item fill rates in periodic inventory systems, Naval Research Logistics 42(1); Sobel (2004).
     *
     * @return from 0 to 1
     * @throws IllegalArgumentException if S is not finite
     */
    public double fillRate(double orderUpToUnits) {
        return Math.max(0, 1 - expectedShortageUnits(orderUpToUnits) / reviewPeriodUnits);
    }

    /**
     * Safety stock of the least S with a {@link #fillRate} of at least β, over the mean of X. Source: as of {@link #fillRate}.
     *
     * @param fillRate β, inside (0, 1)
     * @return units, 0 or more, not rounded; {@code mean + safety stock} is whole where X counts whole units
     * @throws IllegalArgumentException if the fill rate is outside its range
     */
    public double safetyStockUnits(double fillRate) {
        Arguments.requireInside(fillRate, "fill rate");
        double allowed = (1 - fillRate) * reviewPeriodUnits;
        return SafetyStock.leastAboveMean(
                protectionDemand, protectionDemand.mean(), level -> expectedShortageUnits(level) <= allowed);
    }
}
