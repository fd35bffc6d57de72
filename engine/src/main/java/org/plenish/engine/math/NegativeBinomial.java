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

    private static final int SHORT_PRODUCT = 16;
    private static final double STIRLING_FROM = 10;
    private static final double HALF_LOG_TWO_PI = 0.9189385332046727;

    /** Masses this much smaller than the mode's end a tail. */
    private static final double NEGLIGIBLE = 1e-15;

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
    public double spacing() {
        return 1;
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

    /** From the factorial moments beyond x, with {@code r + 1} and {@code r + 2} as in {@link #loss}. */
    @Override
    public double secondLoss(double x) {
        return Discrete.secondLoss(
                this,
                new NegativeBinomial(r + 1, successProbability),
                new NegativeBinomial(r + 2, successProbability),
                x);
    }

    @Override
    public double complementarySecondLoss(double x) {
        return Discrete.complementarySecondLoss(this, x);
    }

    /**
     * Adds {@code weight·P(X = k)} to {@code masses[k]} for every k that has a place, from the mode outwards by the ratio of
     * neighbours: no factor under- or overflows, whatever the parameters.
     *
     * @return sum of what was added: {@code weight} less what lies beyond the last place
     */
    public double addMasses(double[] masses, double weight) {
        double failure = 1 - successProbability;
        int mode = (int) Math.max(0, Math.min(masses.length - 1, Math.floor((r - 1) * failure / successProbability)));
        double atMode = weight * Math.exp(logMass(mode));
        double least = NEGLIGIBLE * atMode;
        double added = 0;
        double mass = atMode;
        for (int k = mode; k < masses.length && mass >= least; k++) {
            masses[k] += mass;
            added += mass;
            mass *= (k + r) / (k + 1) * failure;
        }
        mass = atMode;
        for (int k = mode; k > 0 && mass >= least; k--) {
            mass *= k / ((k - 1 + r) * failure);
            masses[k - 1] += mass;
            added += mass;
        }
        return added;
    }

    private double logMass(int k) {
        return logRising(r, k)
                - logGamma(k + 1.0)
                + r * Math.log(successProbability)
                + k * Math.log1p(-successProbability);
    }

    /**
     * {@code ln Γ(r + k) − ln Γ(r)}, the only part of the likelihood that needs a special function; to about ten digits. For
     * few k it is the logarithm of the product itself, for more the difference of two Stirling series, which is several
     * times faster than the library's general logarithm of the gamma function.
     *
     * @param r above 0
     * @param k 0 or more, not necessarily whole
     */
    public static double logRising(double r, double k) {
        if (k == 0) {
            return 0;
        }
        if (k <= SHORT_PRODUCT && k == Math.rint(k)) {
            double product = r;
            for (int i = 1; i < k; i++) {
                product *= r + i;
            }
            if (product > Double.MIN_NORMAL && product < Double.MAX_VALUE) {
                return Math.log(product);
            }
        }
        return logGamma(r + k) - logGamma(r);
    }

    /** Stirling's series, after shifting small arguments up. Source: Abramowitz &amp; Stegun (1964), 6.1.41. */
    private static double logGamma(double x) {
        double shift = 1;
        double y = x;
        while (y < STIRLING_FROM) {
            shift *= y;
            y++;
        }
        double inverse = 1 / y;
        double square = inverse * inverse;
        double series = inverse * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square / 1680)));
        double value = (y - 0.5) * Math.log(y) - y + HALF_LOG_TWO_PI + series;
        return shift == 1 ? value : value - Math.log(shift);
    }
}
