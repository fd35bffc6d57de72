package org.plenish.engine.forecast.method;

import java.util.Arrays;

/** Simple facts of a history with gaps. */
public final class Histories {

    private Histories() {}

    /** Buckets whose demand is known. */
    public static int knownCount(double[] demandUnits) {
        int known = 0;
        for (double units : demandUnits) {
            if (!Double.isNaN(units)) {
                known++;
            }
        }
        return known;
    }

    /** The first bucket that is known; one must be. */
    public static int firstKnown(double[] values) {
        int first = 0;
        while (Double.isNaN(values[first])) {
            first++;
        }
        return first;
    }

    /** The last bucket that is known; one must be. */
    public static int lastKnown(double[] values) {
        int last = values.length - 1;
        while (Double.isNaN(values[last])) {
            last--;
        }
        return last;
    }

    /** Buckets with demand. */
    public static int demandCount(double[] demandUnits) {
        int count = 0;
        for (double units : demandUnits) {
            if (units > 0) {
                count++;
            }
        }
        return count;
    }

    /** Mean interval between demands above this is intermittent demand (Syntetos, Boylan &amp; Croston 2005). */
    private static final double INTERMITTENT_INTERVAL_BUCKETS = 1.32;

    /**
     * Whether demand is missing from so many buckets that size and interval are better told apart. Source: Syntetos,
     * Boylan &amp; Croston (2005), doi:10.1057/palgrave.jors.2601841.
     */
    public static boolean isIntermittent(double[] demandUnits) {
        return knownCount(demandUnits) > INTERMITTENT_INTERVAL_BUCKETS * demandCount(demandUnits);
    }

    /** Sum of what is known. */
    public static double total(double[] demandUnits) {
        double sum = 0;
        for (double units : demandUnits) {
            if (!Double.isNaN(units)) {
                sum += units;
            }
        }
        return sum;
    }

    /** Mean of what is known; NaN if nothing is. */
    public static double mean(double[] demandUnits) {
        return total(demandUnits) / knownCount(demandUnits);
    }

    /** The known values, in order. */
    public static double[] known(double[] demandUnits) {
        return Arrays.stream(demandUnits).filter(units -> !Double.isNaN(units)).toArray();
    }

    /** Root of the mean squared change over {@code buckets} buckets; 0 if no such change is known. */
    static double rootMeanSquaredChange(double[] values, int buckets) {
        double sum = 0;
        int known = 0;
        for (int i = buckets; i < values.length; i++) {
            double change = values[i] - values[i - buckets];
            if (!Double.isNaN(change)) {
                sum += change * change;
                known++;
            }
        }
        return known == 0 ? 0 : Math.sqrt(sum / known);
    }

    /**
     * Standard deviation of a fit's errors: the root of their squared sum by what is left of the known buckets after the
     * fitted parameters.
     */
    static double errorSd(double squaredError, double[] values, int parameters) {
        return Math.sqrt(Math.max(0, squaredError) / Math.max(1, knownCount(values) - parameters));
    }
}
