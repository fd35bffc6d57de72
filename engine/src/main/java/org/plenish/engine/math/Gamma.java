package org.plenish.engine.math;

import org.apache.commons.math3.distribution.GammaDistribution;

/** The gamma distribution: skewed and never negative. */
public record Gamma(double shape, double scale) implements Distribution {

    /** @throws IllegalArgumentException if a parameter is not a number above 0 */
    public Gamma {
        Probability.requirePositive(shape, "shape of a gamma distribution");
        Probability.requirePositive(scale, "scale of a gamma distribution");
    }

    /** By moments: shape = (mean / sd)², scale = sd² / mean; both arguments above 0. */
    public static Gamma ofMoments(double mean, double sd) {
        return new Gamma(mean * mean / (sd * sd), sd * sd / mean);
    }

    @Override
    public double mean() {
        return shape * scale;
    }

    @Override
    public double sd() {
        return Math.sqrt(shape) * scale;
    }

    @Override
    public double cumulativeProbability(double x) {
        return cumulative(shape, x);
    }

    @Override
    public double quantile(double probability) {
        return new GammaDistribution(null, shape, scale)
                .inverseCumulativeProbability(Probability.requireInside(probability));
    }

    /** {@code k·θ·(1 - F(x; k + 1, θ)) - x·(1 - F(x; k, θ))}. Source: Snyder & Shen (2019), §C.3. */
    @Override
    public double loss(double x) {
        return x <= 0 ? mean() - x : mean() * (1 - cumulative(shape + 1, x)) - x * (1 - cumulative(shape, x));
    }

    /**
     * {@code (k·(k + 1)·θ²·(1 - F(x; k + 2)) - 2·x·k·θ·(1 - F(x; k + 1)) + x²·(1 - F(x; k))) / 2}: the partial moments of a
     * gamma distribution are those of one with a larger shape. Source: Snyder & Shen (2019), §C.3.
     */
    @Override
    public double secondLoss(double x) {
        double square = mean() * (shape + 1) * scale;
        if (x <= 0) {
            return (square - 2 * x * mean() + x * x) / 2;
        }
        return (square * (1 - cumulative(shape + 2, x))
                        - 2 * x * mean() * (1 - cumulative(shape + 1, x))
                        + x * x * (1 - cumulative(shape, x)))
                / 2;
    }

    private double cumulative(double otherShape, double x) {
        return x <= 0 ? 0 : new GammaDistribution(null, otherShape, scale).cumulativeProbability(x);
    }
}
