package org.plenish.engine.math;

/** What the distributions on 0, 1, 2, ... share. */
final class Discrete {

    private Discrete() {}

    /** Doubles an upper bound, then halves the interval. */
    static double quantile(Distribution distribution, double probability) {
        Probability.requireInside(probability);
        long high = Math.max(1, (long) distribution.mean());
        while (distribution.cumulativeProbability(high) < probability) {
            high *= 2;
        }
        long low = -1;
        while (high - low > 1) {
            long middle = (low + high) / 2;
            if (distribution.cumulativeProbability(middle) >= probability) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /**
     * E[(X - x)⁺] by {@code E[X; X > n] = μ·P(Y ≥ n)}.
     *
     * @param shifted Y, with {@code k·P(X = k) = μ·P(Y = k - 1)}
     */
    static double loss(Distribution distribution, Distribution shifted, double x) {
        if (x <= 0) {
            return distribution.mean() - x;
        }
        double whole = Math.floor(x);
        double beyond = 1 - distribution.cumulativeProbability(whole);
        double atWhole = distribution.mean() * (1 - shifted.cumulativeProbability(whole - 1)) - whole * beyond;
        return atWhole - (x - whole) * beyond;
    }
}
