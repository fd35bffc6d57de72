package org.plenish.engine.math;

/**
 * A probability distribution, as far as inventory needs one. Discrete distributions live on 0, 1, 2, ..., a {@link Lattice}
 * on the multiples of its unit.
 */
public sealed interface Distribution permits Normal, Gamma, Poisson, NegativeBinomial, Lattice {

    double mean();

    double sd();

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
}
