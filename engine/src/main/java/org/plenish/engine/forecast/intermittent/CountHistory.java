package org.plenish.engine.forecast.intermittent;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.plenish.engine.forecast.method.Histories;
import org.plenish.engine.math.Lattice;

/**
 * Known demand as multiples of the unit it comes in: pieces, packs of six, tenths of a litre; where it comes in none, a
 * hundredth of the mean demand.
 *
 * @param unit above 0
 * @param counts known demand by {@code unit}, oldest first, 0 or more; whole unless the unit is a share of the mean
 * @param buckets of the known demand, counted from 0
 * @param nextBucket the first that is to come
 */
@SuppressWarnings("ArrayRecordComponent") // stays inside the package
record CountHistory(double unit, double[] counts, int[] buckets, int nextBucket) {

    /** With fewer demands, a common divisor may be chance. */
    private static final int MIN_DEMANDS_OF_PACK = 6;

    /** Decimal places that are looked at. */
    private static final int MAX_DECIMALS = 3;

    private static final double WHOLE = 1e-6;

    /** A mean demand of more units than this is as good as continuous. */
    private static final double MANY_UNITS = 1e4;

    private static final double UNITS_OF_CONTINUOUS_MEAN = 100;

    /** More than this many times the median demand is an error of recording, or once in a lifetime. */
    private static final double BEYOND_BELIEF = 100;

    static CountHistory of(double[] demandUnits) {
        double[] demand = Histories.known(demandUnits);
        for (int i = 0; i < demand.length; i++) {
            demand[i] = Math.max(0, demand[i]);
        }
        int[] buckets = IntStream.range(0, demandUnits.length)
                .filter(bucket -> !Double.isNaN(demandUnits[bucket]))
                .toArray();
        double[] positive =
                Arrays.stream(demand).filter(units -> units > 0).sorted().toArray();
        if (positive.length == 0) {
            return new CountHistory(1, demand, buckets, demandUnits.length);
        }
        double median = positive[positive.length / 2];
        double limit = BEYOND_BELIEF * median;
        double unit = unit(positive, median);
        for (int i = 0; i < demand.length; i++) {
            double count = Math.min(demand[i], limit) / unit;
            demand[i] = isWhole(count) ? Math.rint(count) : count;
        }
        return new CountHistory(unit, demand, buckets, demandUnits.length);
    }

    /** @param positive ascending */
    private static double unit(double[] positive, double median) {
        double scale = 1;
        for (int decimals = 0; decimals <= MAX_DECIMALS && median * scale <= MANY_UNITS; decimals++) {
            if (allWhole(positive, scale)) {
                long divisor = positive.length < MIN_DEMANDS_OF_PACK ? 1 : commonDivisor(positive, scale);
                return divisor / scale;
            }
            scale *= 10;
        }
        return median / UNITS_OF_CONTINUOUS_MEAN;
    }

    private static boolean allWhole(double[] positive, double scale) {
        for (double units : positive) {
            if (!isWhole(units * scale)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isWhole(double count) {
        return Math.abs(count - Math.rint(count)) < WHOLE && count > 0.5 || count == 0;
    }

    private static long commonDivisor(double[] positive, double scale) {
        long divisor = 0;
        for (double units : positive) {
            long a = Math.round(units * scale);
            while (a != 0) {
                long rest = divisor % a;
                divisor = a;
                a = rest;
            }
        }
        return divisor;
    }

    int length() {
        return counts.length;
    }

    double mean() {
        double sum = 0;
        for (double count : counts) {
            sum += count;
        }
        return counts.length == 0 ? 0 : sum / counts.length;
    }

    double max() {
        double max = 0;
        for (double count : counts) {
            max = Math.max(max, count);
        }
        return max;
    }

    /** {@code retention} to the power of the age of each; the last has weight 1. */
    static double[] recencyWeights(int length, double retention) {
        double[] weights = new double[length];
        double weight = 1;
        for (int i = length - 1; i >= 0; i--) {
            weights[i] = weight;
            weight *= retention;
        }
        return weights;
    }

    /**
     * Adds the share of each count to the masses of a lattice; between two of its values it goes to both, so that the mean
     * stays.
     *
     * @param latticeUnit in units of this history
     */
    void addMasses(double[] masses, double[] weights, double latticeUnit, double totalWeight) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        int last = masses.length - 1;
        for (int i = 0; i < counts.length; i++) {
            double place = Math.min(last, counts[i] / latticeUnit);
            int below = (int) place;
            double share = totalWeight * weights[i] / sum;
            double above = place - below;
            masses[below] += share * (1 - above);
            if (above > 0) {
                masses[below + 1] += share * above;
            }
        }
    }

    /** Whole units to a step of a lattice that reaches {@code top} with at most {@code maxSize} values. */
    static double latticeUnit(double top, int maxSize) {
        return Math.max(1, Math.ceil(top / (maxSize - 2)));
    }

    /** The weighted counts as they are. */
    Lattice weighted(double[] weights, int maxSize) {
        if (mean() == 0) {
            return Lattice.zero();
        }
        double step = latticeUnit(max(), maxSize);
        double[] masses = new double[(int) (max() / step) + 2];
        addMasses(masses, weights, step, 1);
        return Lattice.of(step * unit, masses);
    }
}
