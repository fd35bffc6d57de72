package org.plenish.engine.math;

/**
 * A probability distribution, as far as inventory needs one. Discrete distributions live on 0, 1, 2, ..., a {@link Lattice}
 * on the multiples of its unit.
 */
public sealed interface Distribution
        permits Normal, Lognormal, Gamma, Uniform, Poisson, NegativeBinomial, Lattice, Empirical, Shifted {

    double mean();

    double sd();

    /** Distance of two neighbouring values of a discrete distribution; 0 where values may lie anywhere. */
    default double spacing() {
        return 0;
    }

    /** P(X ≤ x). */
    double cumulativeProbability(double x);

    /**
     * The least x with P(X ≤ x) ≥ {@code probability}.
     *
     * @throws IllegalArgumentException if {@code probability} is not inside (0, 1)
     */
    double quantile(double probability);

    /** The loss function E[(X - x)⁺]: what is expected beyond {@code x}. */
    double loss(double x);

    /**
     * The complementary loss function E[(x - X)⁺]: what is expected to be left of {@code x}. Source: Snyder & Shen (2019),
     * §C.3: {@code n̄(x) = x - μ + n(x)}.
     */
    default double complementaryLoss(double x) {
        return Math.max(0, x - mean() + loss(x));
    }

    /**
     * The second-order loss function: E[((X - x)⁺)²] / 2 of a continuous distribution, E[(X - x)⁺·((X - x)⁺ - u)] / 2 of one
     * on the multiples of u. It is what the loss function beyond {@code x} adds up to. Source: Snyder & Shen (2019), §C.3;
     * Zipkin (2000), §C.2.
     *
     * @throws IllegalArgumentException if the distribution is discrete and {@code x} is not one of the multiples
     */
    double secondLoss(double x);

    /**
     * The complementary second-order loss function: E[((x - X)⁺)²] / 2 of a continuous distribution, E[(x - X)⁺·((x - X)⁺ +
     * u)] / 2 of one on the multiples of u.
     *
     * @throws IllegalArgumentException if the distribution is discrete and {@code x} is not one of the multiples
     */
    default double complementarySecondLoss(double x) {
        double distance = x - mean();
        return Math.max(0, (sd() * sd() + distance * distance) / 2 - secondLoss(x));
    }
}
