package org.plenish.engine.forecast;

import java.util.Arrays;

/**
 * Single orders out of all proportion, which say nothing about the demand to come: one customer's 1,400 pieces of what
 * sells 20 a week would be forecast to go on, and would call for a safety stock of years.
 *
 * <p>A bucket is one if it exceeds {@code exp(median + 3.5·s)} of the logarithms of the non-zero demands, where s is
 * 1.4826 times their median absolute deviation (Hampel 1974, doi:10.1080/01621459.1974.10482962), and no bucket within
 * two of it exceeds half of that: a season or a new level lasts longer than one bucket. It counts as that bound. What
 * was sold stays as it is in the history; only the forecast sees the bound.
 */
final class IsolatedPeaks {

    /** Fewer sizes say too little about what is usual. */
    private static final int LEAST_SIZES = 8;

    private static final double DEVIATIONS = 3.5;

    /** Sizes that hardly differ (a carton each time) must not make two cartons a peak. */
    private static final double LEAST_DEVIATION = 0.4;

    private static final double NORMAL_CONSISTENCY = 1.4826;
    private static final int NEIGHBOURS = 2;

    private IsolatedPeaks() {}

    /**
     * @param demandUnits oldest first; NaN where not known; its isolated peaks are cut down to the bound
     * @return how many were
     */
    static int cut(double[] demandUnits) {
        double[] logSizes = Arrays.stream(demandUnits)
                .filter(units -> units > 0)
                .map(Math::log)
                .toArray();
        if (logSizes.length < LEAST_SIZES) {
            return 0;
        }
        double median = median(logSizes);
        double deviation = NORMAL_CONSISTENCY
                * median(Arrays.stream(logSizes)
                        .map(size -> Math.abs(size - median))
                        .toArray());
        double bound = StrictMath.exp(median + DEVIATIONS * Math.max(deviation, LEAST_DEVIATION));
        double[] original = demandUnits.clone();
        int cut = 0;
        for (int t = 0; t < original.length; t++) {
            if (original[t] > bound && isAlone(original, t, bound / 2)) {
                demandUnits[t] = bound;
                cut++;
            }
        }
        return cut;
    }

    private static boolean isAlone(double[] demandUnits, int bucket, double quietUnits) {
        int last = Math.min(demandUnits.length - 1, bucket + NEIGHBOURS);
        for (int t = Math.max(0, bucket - NEIGHBOURS); t <= last; t++) {
            if (t != bucket && demandUnits[t] > quietUnits) {
                return false;
            }
        }
        return true;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
