package org.plenish.engine.inventory;

import org.plenish.engine.math.Distribution;

/**
 * (R,s,nQ) policies with backorders: at every review, R apart, a position of s or less is lifted above s by as many Q as
 * it takes. After a review every position above s and up to s + Q is as likely as every other, so stock and service are
 * averages over them of what an order-up-to level there would give. With Q = 0 it is (R,S) with S = s; with R = 0 it is
 * (s,Q), continuous review.
 *
 * <p>Example: Poisson demand of 6 a period, lead time 2 periods, review every period: s = 18, Q = 10 serves 0.9363 of
 * demand from an average stock of 5.89 at the periods' ends.
 *
 * @param leadTimeDemand X_L, demand over the lead time
 * @param protectionDemand X, demand over lead time and review period; not less than X_L
 * @param reviewPeriodUnits μ_R, mean demand of a review period; 0: the position is looked at all the time
 */
public record PeriodicReviewReorderPoint(
        Distribution leadTimeDemand, Distribution protectionDemand, double reviewPeriodUnits) {

    /** @throws IllegalArgumentException if the mean demand of a review period is negative */
    public PeriodicReviewReorderPoint {
        Arguments.requireAtLeastZero(reviewPeriodUnits, "mean demand of a review period (units)");
    }

    /**
     * Share of demand that is met from stock: {@code 1 - (E[(X - Y)⁺] - E[(X_L - Y)⁺]) / μ_R}, Y even over (s, s + Q].
     * Under continuous review {@code 1 - (E[(X - s)⁺] - E[(X - s - Q)⁺]) / Q}. Source: Hadley & Whitin (1963), chapters 4
     * and 5 (lots of nQ); the shortage of a level as in {@link PeriodicReviewOrderUpTo}.
     *
     * @param reorderPointUnits s; whole where demand is
     * @param quantityUnits Q, 0 or more; whole where demand is
     * @return from 0 to 1
     */
    public double fillRate(double reorderPointUnits, double quantityUnits) {
        if (reviewPeriodUnits == 0) {
            return continuousFillRate(reorderPointUnits, quantityUnits);
        }
        double shortUnits = averageLoss(protectionDemand, reorderPointUnits, quantityUnits)
                - averageLoss(leadTimeDemand, reorderPointUnits, quantityUnits);
        return Math.max(0, Math.min(1, 1 - shortUnits / reviewPeriodUnits));
    }

    /**
     * Stock at the end of a review period, when it is least: {@code E[(Y - X)⁺]}. Source: as of {@link #fillRate}.
     *
     * @return units, 0 or more
     */
    public double closingUnits(double reorderPointUnits, double quantityUnits) {
        return averageLeft(protectionDemand, reorderPointUnits, quantityUnits);
    }

    /**
     * Stock over time, as if demand came evenly within a review period: half of what is there when an order comes, {@code
     * E[(Y - X_L)⁺]}, and half of {@link #closingUnits}. Source: as of {@link #fillRate}.
     *
     * @return units, 0 or more
     */
    public double averageUnits(double reorderPointUnits, double quantityUnits) {
        return (averageLeft(leadTimeDemand, reorderPointUnits, quantityUnits)
                        + averageLeft(protectionDemand, reorderPointUnits, quantityUnits))
                / 2;
    }

    private double continuousFillRate(double reorderPointUnits, double quantityUnits) {
        if (check(reorderPointUnits, quantityUnits) == 0) {
            return protectionDemand.cumulativeProbability(reorderPointUnits - protectionDemand.spacing());
        }
        double shortUnits =
                protectionDemand.loss(reorderPointUnits) - protectionDemand.loss(reorderPointUnits + quantityUnits);
        return 1 - shortUnits / quantityUnits;
    }

    /** The mean of the loss function over (s, s + Q], which its second-order sums up. */
    private static double averageLoss(Distribution demand, double reorderPointUnits, double quantityUnits) {
        return check(reorderPointUnits, quantityUnits) == 0
                ? demand.loss(reorderPointUnits)
                : (demand.secondLoss(reorderPointUnits) - demand.secondLoss(reorderPointUnits + quantityUnits))
                        / quantityUnits;
    }

    private static double averageLeft(Distribution demand, double reorderPointUnits, double quantityUnits) {
        return check(reorderPointUnits, quantityUnits) == 0
                ? demand.complementaryLoss(reorderPointUnits)
                : (demand.complementarySecondLoss(reorderPointUnits + quantityUnits)
                                - demand.complementarySecondLoss(reorderPointUnits))
                        / quantityUnits;
    }

    private static double check(double reorderPointUnits, double quantityUnits) {
        Arguments.requireFinite(reorderPointUnits, "reorder point");
        Arguments.requireAtLeastZero(quantityUnits, "order quantity");
        return quantityUnits;
    }
}
