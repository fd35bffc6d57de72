package org.plenish.engine.forecast.clean;

import java.util.Arrays;
import java.util.Locale;
import org.plenish.engine.forecast.method.Histories;

/**
 * Single orders out of all proportion, which say nothing about the demand to come: one customer's 1,400 pieces of what
 * sells 20 a week would be forecast to go on, and would call for a safety stock of years.
 *
 * <p>Sizes are compared on logarithms and without season, with what is usual: the median of the buckets around, where
 * demand is intermittent that of all sizes. A bucket is an outlier if it exceeds {@code exp(usual + 3.5·s)}, where s is
 * 1.4826 times the median absolute deviation from the usual, if no bucket within two of it exceeds half of that (a new
 * level or a season lasts longer than one bucket), and if none did one season earlier or later. It counts as that bound.
 * What was sold stays as it is in the history; only the forecast sees the bound.
 *
 * <p>Sources: Hampel (1974), doi:10.1080/01621459.1974.10482962; Chen &amp; Liu (1993),
 * doi:10.1080/01621459.1993.10594321 (additive outliers told apart from shifts of the level).
 */
final class Outliers {

    /** Fewer sizes say too little about what is usual. */
    private static final int LEAST_SIZES = 8;

    private static final double DEVIATIONS = 3.5;

    /** Sizes that hardly differ (a carton each time) must not make two cartons a peak. */
    private static final double LEAST_DEVIATION = 0.25;

    private static final double NORMAL_CONSISTENCY = 1.4826;
    private static final int NEIGHBOURS = 2;

    /** Buckets on each side that tell what is usual where demand is regular. */
    private static final int AROUND = 6;

    private Outliers() {}

    /**
     * Cuts what exceeds the bound to it.
     *
     * @param season what each bucket usually sells, 1 is the average; aligned with the history
     * @param period buckets in a season
     */
    static void correct(HistoryInWork work, double[] season, int period) {
        double[] bounds = bounds(work.units(), season);
        if (bounds.length == 0) {
            return;
        }
        double[] demand = work.units().clone();
        for (int t = 0; t < demand.length; t++) {
            if (demand[t] > bounds[t]
                    && isAlone(demand, t, bounds[t] / 2)
                    && isQuiet(demand, t - period, bounds[t] / 2)
                    && isQuiet(demand, t + period, bounds[t] / 2)) {
                work.correct(
                        t,
                        CorrectionKind.OUTLIER,
                        bounds[t],
                        String.format(
                                Locale.ROOT,
                                "A single order out of all proportion: it counts as %.0f, the most that is usual.",
                                bounds[t]));
            }
        }
    }

    /** @return most that is usual of each bucket; empty if too little is known to tell */
    private static double[] bounds(double[] demandUnits, double[] season) {
        double[] logs = new double[demandUnits.length]; // NaN: no demand
        for (int t = 0; t < logs.length; t++) {
            logs[t] = demandUnits[t] > 0 ? Math.log(demandUnits[t] / season[t]) : Double.NaN;
        }
        double[] sizes = Histories.known(logs);
        if (sizes.length < LEAST_SIZES) {
            return new double[0];
        }
        double ofAll = median(sizes);
        double[] usual;
        if (Histories.isIntermittent(demandUnits)) {
            usual = new double[logs.length];
            Arrays.fill(usual, ofAll);
        } else {
            usual = runningMedian(logs, ofAll);
        }
        double[] deviations = new double[sizes.length];
        int known = 0;
        for (int t = 0; t < logs.length; t++) {
            if (!Double.isNaN(logs[t])) {
                deviations[known++] = Math.abs(logs[t] - usual[t]);
            }
        }
        double deviation = NORMAL_CONSISTENCY * median(deviations);
        double above = DEVIATIONS * Math.max(deviation, LEAST_DEVIATION);
        double[] bounds = new double[logs.length];
        Arrays.setAll(bounds, t -> StrictMath.exp(usual[t] + above) * season[t]);
        return bounds;
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

    /** Whether neither the bucket nor those next to it, as far as they are there, sold more. */
    private static boolean isQuiet(double[] demandUnits, int bucket, double quietUnits) {
        for (int t = Math.max(0, bucket - 1); t <= Math.min(demandUnits.length - 1, bucket + 1); t++) {
            if (demandUnits[t] > quietUnits) {
                return false;
            }
        }
        return true;
    }

    /**
     * The median of the known values of each bucket and those around it, by keeping the window sorted as it moves on.
     *
     * @param otherwise where none is known
     */
    private static double[] runningMedian(double[] values, double otherwise) {
        double[] medians = new double[values.length];
        double[] window = new double[2 * AROUND + 1];
        int count = 0;
        for (int t = -AROUND; t < values.length; t++) {
            int leaving = t - AROUND - 1;
            if (leaving >= 0 && !Double.isNaN(values[leaving])) {
                int at = Arrays.binarySearch(window, 0, count, values[leaving]);
                System.arraycopy(window, at + 1, window, at, count - at - 1);
                count--;
            }
            int entering = t + AROUND;
            if (entering < values.length && !Double.isNaN(values[entering])) {
                int at = Arrays.binarySearch(window, 0, count, values[entering]);
                at = at < 0 ? -at - 1 : at;
                System.arraycopy(window, at, window, at + 1, count - at);
                window[at] = values[entering];
                count++;
            }
            if (t >= 0) {
                medians[t] = count == 0 ? otherwise : medianOfSorted(window, count);
            }
        }
        return medians;
    }

    /** @param values one or more; not changed */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return medianOfSorted(sorted, sorted.length);
    }

    private static double medianOfSorted(double[] sorted, int count) {
        int middle = count / 2;
        return count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
