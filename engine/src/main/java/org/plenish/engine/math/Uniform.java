package org.plenish.engine.math;

/**
 * The continuous uniform distribution on {@code [low, high]}.
 *
 * @param high above {@code low}
 */
public record Uniform(double low, double high) implements Distribution {

    /** @throws IllegalArgumentException if the bounds are not finite or not in order */
    public Uniform {
        if (!(low < high) || !Double.isFinite(low) || !Double.isFinite(high)) {
            throw new IllegalArgumentException(
                    "uniform distribution from " + low + " to " + high + ": the first bound must be below the second.");
        }
    }

    @Override
    public double mean() {
        return (low + high) / 2;
    }

    @Override
    public double sd() {
        return (high - low) / Math.sqrt(12);
    }

    @Override
    public double cumulativeProbability(double x) {
        return Math.max(0, Math.min(1, (x - low) / (high - low)));
    }

    @Override
    public double quantile(double probability) {
        return low + (high - low) * Probability.requireInside(probability);
    }

    /** {@code (b - x)² / (2·(b - a))} inside. Source: Snyder & Shen (2019), §C.3. */
    @Override
    public double loss(double x) {
        if (x <= low) {
            return mean() - x;
        }
        double above = Math.max(0, high - x);
        return above * above / (2 * (high - low));
    }

    /** {@code (b - x)³ / (6·(b - a))} inside. */
    @Override
    public double secondLoss(double x) {
        if (x <= low) {
            return (sd() * sd() + (mean() - x) * (mean() - x)) / 2;
        }
        double above = Math.max(0, high - x);
        return above * above * above / (6 * (high - low));
    }
}
