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

    /**
     * E[(X - x)⁺·((X - x)⁺ - 1)] / 2 = (E[X·(X - 1); X > x] - 2·x·E[X; X > x] + x·(x + 1)·P(X > x)) / 2.
     *
     * @param shifted Y, with {@code k·P(X = k) = μ·P(Y = k - 1)}
     * @param shiftedTwice the same of Y
     */
    static double secondLoss(Distribution distribution, Distribution shifted, Distribution shiftedTwice, double x) {
        requireWhole(x);
        double pairs = distribution.mean() * shifted.mean() * (1 - shiftedTwice.cumulativeProbability(x - 2));
        double singles = distribution.mean() * (1 - shifted.cumulativeProbability(x - 1));
        double beyond = 1 - distribution.cumulativeProbability(x);
        return Math.max(0, (pairs - 2 * x * singles + x * (x + 1) * beyond) / 2);
    }

    /** E[(x - X)⁺·((x - X)⁺ + 1)] / 2: of (X - x)·(X - x - 1) / 2, whose mean is known, what is not beyond x. */
    static double complementarySecondLoss(Distribution distribution, double x) {
        requireWhole(x);
        double distance = distribution.mean() - x;
        double variance = distribution.sd() * distribution.sd();
        return Math.max(0, (variance + distance * distance - distance) / 2 - distribution.secondLoss(x));
    }

    static void requireWhole(double x) {
        if (x != Math.rint(x) || Double.isInfinite(x)) {
            throw new IllegalArgumentException("x: " + x + " must be a whole number for a discrete distribution.");
        }
    }
}
