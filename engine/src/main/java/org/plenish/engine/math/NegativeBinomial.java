package org.plenish.engine.math;

import org.apache.commons.math3.special.Beta;

/**
 * The negative binomial distribution: failures before the {@code r}-th success, with real {@code r}. Counts with more
 * variance than a Poisson distribution of the same mean.
 *
 * @param r above 0
 * @param successProbability p, inside (0, 1)
 */
public record NegativeBinomial(double r, double successProbability) implements Distribution {

    /** @throws IllegalArgumentException if a parameter is outside its range */
    public NegativeBinomial {
        Probability.requirePositive(r, "r of a negative binomial distribution");
        Probability.requireInside(successProbability);
    }

    /** By moments: p = mean / variance, r = mean² / (variance - mean); the variance must be above the mean. */
    public static NegativeBinomial ofMoments(double mean, double sd) {
        double variance = sd * sd;
        return new NegativeBinomial(mean * mean / (variance - mean), mean / variance);
    }

    @Override
    public double mean() {
        return r * (1 - successProbability) / successProbability;
    }

    @Override
    public double sd() {
        return Math.sqrt(r * (1 - successProbability)) / successProbability;
    }

    /** {@code I_p(r, ⌊x⌋ + 1)}, the regularized incomplete beta function. */
    @Override
    public double cumulativeProbability(double x) {
        return x < 0 ? 0 : Beta.regularizedBeta(successProbability, r, Math.floor(x) + 1);
    }

    @Override
    public double quantile(double probability) {
        return Discrete.quantile(this, probability);
    }

    /**
     * {@code μ·P(Y ≥ x) - x·P(X > x)} at whole x, where Y has {@code r + 1}; linear between. Follows from {@code k·f(k; r)
     * = μ·f(k - 1; r + 1)}.
     */
    @Override
    public double loss(double x) {
        return Discrete.loss(this, new NegativeBinomial(r + 1, successProbability), x);
    }
}
