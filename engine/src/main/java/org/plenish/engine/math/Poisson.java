package org.plenish.engine.math;

/** The Poisson distribution. */
public record Poisson(double mean) implements Distribution {

    /** @throws IllegalArgumentException if {@code mean} is not a number above 0 */
    public Poisson {
        Probability.requirePositive(mean, "mean of a Poisson distribution");
    }

    @Override
    public double sd() {
        return Math.sqrt(mean);
    }

    /** {@code Q(⌊x⌋ + 1, mean)}, the regularized upper incomplete gamma function. */
    @Override
    public double cumulativeProbability(double x) {
        return x < 0 ? 0 : org.apache.commons.math3.special.Gamma.regularizedGammaQ(Math.floor(x) + 1, mean);
    }

    @Override
    public double spacing() {
        return 1;
    }

    @Override
    public double quantile(double probability) {
        return Discrete.quantile(this, probability);
    }

    /** {@code λ·P(X ≥ x) - x·P(X > x)} at whole x, linear between. Source: Snyder & Shen (2019), §C.3. */
    @Override
    public double loss(double x) {
        return Discrete.loss(this, this, x);
    }

    /** From the factorial moments beyond x; a Poisson distribution's are its own. Source: Snyder & Shen (2019), §C.3. */
    @Override
    public double secondLoss(double x) {
        return Discrete.secondLoss(this, this, this, x);
    }

    @Override
    public double complementarySecondLoss(double x) {
        return Discrete.complementarySecondLoss(this, x);
    }
}
