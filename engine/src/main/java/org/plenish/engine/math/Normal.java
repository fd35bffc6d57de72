package org.plenish.engine.math;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.special.Erf;

/** The normal distribution; {@code sd} 0 is the constant {@code mean}. */
public record Normal(double mean, double sd) implements Distribution {

    private static final NormalDistribution STANDARD = new NormalDistribution(null, 0, 1);

    /** @throws IllegalArgumentException if a parameter is not finite or {@code sd} is negative */
    public Normal {
        if (!Double.isFinite(mean) || !(sd >= 0) || Double.isInfinite(sd)) {
            throw new IllegalArgumentException(
                    "normal distribution with mean " + mean + " and sd " + sd + ": both must be finite, sd 0 or more.");
        }
    }

    /** Φ⁻¹: the standard normal quantile, the safety factor {@code z} of a cycle service level. */
    public static double standardQuantile(double probability) {
        return STANDARD.inverseCumulativeProbability(Probability.requireInside(probability));
    }

    /** φ(z), the standard normal density. */
    public static double standardDensity(double z) {
        return StrictMath.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
    }

    /**
     * G(z) = φ(z) - z·(1 - Φ(z)), the standard normal loss. Source: Silver, Pyke & Thomas (2017), appendix on the unit
     * normal distribution; Snyder & Shen (2019), §C.3.1.
     */
    public static double standardLoss(double z) {
        return standardDensity(z) - z * 0.5 * Erf.erfc(z / Math.sqrt(2));
    }

    /** ((z² + 1)·(1 - Φ(z)) - z·φ(z)) / 2, the standard normal second-order loss. Source: Snyder & Shen (2019), §C.3.1. */
    public static double standardSecondLoss(double z) {
        return ((z * z + 1) * 0.5 * Erf.erfc(z / Math.sqrt(2)) - z * standardDensity(z)) / 2;
    }

    /** Φ(z): how likely a standard normal value is at most {@code z}. */
    static double standardCumulative(double z) {
        return 0.5 * Erf.erfc(-z / Math.sqrt(2));
    }

    @Override
    public double cumulativeProbability(double x) {
        if (sd == 0) {
            return x >= mean ? 1 : 0;
        }
        return 0.5 * Erf.erfc(-(x - mean) / (sd * Math.sqrt(2)));
    }

    @Override
    public double quantile(double probability) {
        return mean + sd * standardQuantile(probability);
    }

    @Override
    public double loss(double x) {
        return sd == 0 ? Math.max(0, mean - x) : sd * standardLoss((x - mean) / sd);
    }

    /** {@code σ²·((z² + 1)·(1 - Φ(z)) - z·φ(z)) / 2}, {@code z = (x - μ) / σ}. */
    @Override
    public double secondLoss(double x) {
        if (sd == 0) {
            double above = Math.max(0, mean - x);
            return above * above / 2;
        }
        return sd * sd * standardSecondLoss((x - mean) / sd);
    }
}
