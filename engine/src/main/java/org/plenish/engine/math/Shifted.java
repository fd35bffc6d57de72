package org.plenish.engine.math;

/**
 * A distribution moved along: {@code X + by}. Trials up to the first success, on 1, 2, ..., are {@code new Shifted(new
 * NegativeBinomial(1, p), 1)}; yields that fall short have a negative one.
 *
 * @param by any number
 */
public record Shifted(Distribution base, double by) implements Distribution {

    /** @throws IllegalArgumentException if {@code by} is not finite */
    public Shifted {
        if (!Double.isFinite(by)) {
            throw new IllegalArgumentException("shift of a distribution: " + by + " must be a number.");
        }
    }

    @Override
    public double mean() {
        return base.mean() + by;
    }

    @Override
    public double sd() {
        return base.sd();
    }

    @Override
    public double spacing() {
        return base.spacing();
    }

    @Override
    public double cumulativeProbability(double x) {
        return base.cumulativeProbability(x - by);
    }

    @Override
    public double quantile(double probability) {
        return base.quantile(probability) + by;
    }

    @Override
    public double loss(double x) {
        return base.loss(x - by);
    }

    @Override
    public double complementaryLoss(double x) {
        return base.complementaryLoss(x - by);
    }

    @Override
    public double secondLoss(double x) {
        return base.secondLoss(x - by);
    }

    @Override
    public double complementarySecondLoss(double x) {
        return base.complementarySecondLoss(x - by);
    }
}
