package org.plenish.engine.simulate.sample;

import java.util.Arrays;
import org.plenish.engine.math.Distribution;
import org.plenish.engine.math.Normal;

/**
 * Demand in whole units as a rising function of a standard normal number: {@code F⁻¹(Φ(z))}, from a table. Inversion
 * keeps common random numbers common: more expected demand never becomes less drawn demand. Safe to share between
 * threads.
 */
final class CountQuantiles {

    /** What is rarer at an end is left off. */
    private static final double NEGLIGIBLE = 1e-12;

    /** Above so many values neighbours share a place in the table, and what lies between is interpolated. */
    private static final int MOST_VALUES = 4096;

    private static final double STANDARD_DEVIATIONS = 14;
    private static final double HALF_WIDTH = 4;
    private static final int LEAST_CELLS = 32;

    /** Rounding to whole units adds so much variance. */
    private static final double ROUNDING_VARIANCE = 1.0 / 12;

    private static final double HARDLY_OVERDISPERSED = 1.0001;

    /** At {@code k}: the z up to which demand is at most k places; the last one is infinite. */
    private final double[] upToZ;

    /** At {@code c}: the first k that can be asked for in the cell. */
    private final int[] guide;

    private final double cellsPerZ;

    /** Units of one place. */
    private final int stepUnits;

    private CountQuantiles(double[] masses, int stepUnits) {
        double sum = Arrays.stream(masses).sum();
        double[] upTo = new double[masses.length];
        double cumulative = 0;
        int count = 0;
        for (double mass : masses) {
            cumulative += mass / sum;
            if (cumulative >= 1 - NEGLIGIBLE) {
                break;
            }
            upTo[count++] = cumulative <= NEGLIGIBLE ? Double.NEGATIVE_INFINITY : StandardNormal.quantile(cumulative);
        }
        upToZ = Arrays.copyOf(upTo, count + 1);
        upToZ[count] = Double.POSITIVE_INFINITY;
        this.stepUnits = stepUnits;
        guide = new int[Math.max(LEAST_CELLS, Integer.highestOneBit(upToZ.length))];
        cellsPerZ = guide.length / (2 * HALF_WIDTH);
        for (int cell = 1, k = 0; cell < guide.length; cell++) {
            double left = cell / cellsPerZ - HALF_WIDTH;
            while (upToZ[k] < left) {
                k++;
            }
            guide[cell] = k;
        }
    }

    /**
     * Whole units with this mean and standard deviation: negative binomial, Poisson where both agree on that, a rounded normal
     * distribution where σ is less.
     *
     * @param meanUnits 0 or more
     * @param sdUnits 0 or more
     */
    static CountQuantiles ofMoments(double meanUnits, double sdUnits) {
        double highest = meanUnits + STANDARD_DEVIATIONS * sdUnits + STANDARD_DEVIATIONS;
        int step = (int) Math.ceil(highest / MOST_VALUES);
        int values = (int) Math.ceil(highest / step) + 1;
        return new CountQuantiles(masses(meanUnits / step, sdUnits / step, values), step);
    }

    /** Of a distribution on 0, 1, 2, ... */
    static CountQuantiles of(Distribution demand) {
        int values = (int) demand.quantile(1 - NEGLIGIBLE) + 2;
        double[] masses = new double[values];
        double before = 0;
        for (int k = 0; k < values; k++) {
            double upTo = demand.cumulativeProbability(k);
            masses[k] = upTo - before;
            before = upTo;
        }
        return new CountQuantiles(masses, 1);
    }

    /** How much is asked for at {@code z}. */
    int units(double z) {
        double cell = (z + HALF_WIDTH) * cellsPerZ;
        int k = cell <= 0 ? 0 : guide[(int) Math.min(cell, guide.length - 1)];
        while (upToZ[k] < z) {
            k++;
        }
        return stepUnits == 1 ? k : between(k, z);
    }

    /**
     * {@code E[X·Z]}, how strongly demand follows its normal number: {@code Σ φ(z_k)}, as X is the number of thresholds
     * below Z. Its square over the variance is the correlation of two demands for each bit of correlation of their normal
     * numbers, where that is small.
     */
    double covarianceWithZ() {
        double sum = 0;
        for (double z : upToZ) {
            sum += Double.isInfinite(z) ? 0 : Normal.standardDensity(z);
        }
        return sum * stepUnits;
    }

    private int between(int k, double z) {
        double low = k == 0 ? Double.NEGATIVE_INFINITY : upToZ[k - 1];
        double high = upToZ[k];
        if (Double.isInfinite(low) || Double.isInfinite(high)) {
            return Math.multiplyExact(k, stepUnits);
        }
        double place = k - 0.5 + (z - low) / (high - low);
        return Math.toIntExact(Math.max(0, Math.round(place * stepUnits)));
    }

    private static double[] masses(double mean, double sd, int values) {
        double variance = sd * sd;
        if (mean == 0) {
            return new double[] {1};
        }
        if (variance > HARDLY_OVERDISPERSED * mean) {
            double failure = 1 - mean / variance;
            double r = mean * mean / (variance - mean);
            return fromMode((r - 1) * failure / (1 - failure), values, k -> (k + r) / (k + 1) * failure);
        }
        if (variance >= mean / HARDLY_OVERDISPERSED) {
            return fromMode(mean, values, k -> mean / (k + 1));
        }
        return rounded(mean, variance, values);
    }

    private interface Ratio {

        /** P(X = k + 1) over P(X = k). */
        double after(int k);
    }

    /** By the ratio of neighbours from the mode outwards, in any scale: nothing over- or underflows there. */
    private static double[] fromMode(double mode, int values, Ratio ratio) {
        double[] masses = new double[values];
        int top = (int) Math.max(0, Math.min(values - 1, Math.floor(mode)));
        masses[top] = 1;
        for (int k = top; k + 1 < values; k++) {
            masses[k + 1] = masses[k] * ratio.after(k);
        }
        for (int k = top; k > 0; k--) {
            masses[k - 1] = masses[k] / ratio.after(k - 1);
        }
        return masses;
    }

    /** A normal distribution rounded to whole units; where that alone would spread more than σ, the two nearest numbers. */
    private static double[] rounded(double mean, double variance, int values) {
        double[] masses = new double[Math.max(values, (int) mean + 2)];
        if (variance <= ROUNDING_VARIANCE) {
            int below = (int) mean;
            masses[below + 1] = mean - below;
            masses[below] = 1 - masses[below + 1];
            return masses;
        }
        Normal normal = new Normal(mean, Math.sqrt(variance - ROUNDING_VARIANCE));
        double before = 0;
        for (int k = 0; k < masses.length; k++) {
            double upTo = normal.cumulativeProbability(k + 0.5);
            masses[k] = upTo - before;
            before = upTo;
        }
        return masses;
    }
}
