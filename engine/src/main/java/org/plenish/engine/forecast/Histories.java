package org.plenish.engine.forecast;

import java.util.Arrays;

/** Simple facts of a history with gaps. */
final class Histories {

    private Histories() {}

    /** Buckets whose demand is known. */
    static int knownCount(double[] demandUnits) {
        int known = 0;
        for (double units : demandUnits) {
            if (!Double.isNaN(units)) {
                known++;
            }
        }
        return known;
    }

    /** Buckets with demand. */
    static int demandCount(double[] demandUnits) {
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
    static boolean isIntermittent(double[] demandUnits) {
        return knownCount(demandUnits) > INTERMITTENT_INTERVAL_BUCKETS * demandCount(demandUnits);
    }

    /** Sum of what is known. */
    static double total(double[] demandUnits) {
        double sum = 0;
        for (double units : demandUnits) {
            if (!Double.isNaN(units)) {
                sum += units;
            }
        }
        return sum;
    }

    /** Mean of what is known; NaN if nothing is. */
    static double mean(double[] demandUnits) {
        return total(demandUnits) / knownCount(demandUnits);
    }

    /** The known values, in order. */
    static double[] known(double[] demandUnits) {
        return Arrays.stream(demandUnits).filter(units -> !Double.isNaN(units)).toArray();
    }

    /** The same forecast, at least zero, for each bucket. */
    static double[] flat(double units, int horizonBuckets) {
        double[] forecast = new double[horizonBuckets];
        Arrays.fill(forecast, Math.max(0, units));
        return forecast;
    }
}
