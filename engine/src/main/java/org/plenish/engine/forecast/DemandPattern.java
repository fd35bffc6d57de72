package org.plenish.engine.forecast;

import java.util.Arrays;
import org.plenish.engine.forecast.method.Histories;

/**
 * How demand comes, as known before it is forecast: by its mean interval (limit 1.32 buckets) and the squared coefficient
 * of variation of its sizes (limit 0.49).
 *
 * <p>Source: Syntetos, Boylan &amp; Croston (2005), doi:10.1057/palgrave.jors.2601841.
 */
public enum DemandPattern {
    SMOOTH,
    ERRATIC,
    INTERMITTENT,
    LUMPY,
    /** Nothing was demanded, or nothing is known. */
    NO_DEMAND;

    static final double VARIATION_LIMIT = 0.49;

    /** @param demandUnits by bucket; NaN is not known */
    static DemandPattern of(double[] demandUnits) {
        if (Histories.demandCount(demandUnits) == 0) {
            return NO_DEMAND;
        }
        boolean even = sizeVariation(demandUnits) < VARIATION_LIMIT;
        if (Histories.isIntermittent(demandUnits)) {
            return even ? INTERMITTENT : LUMPY;
        }
        return even ? SMOOTH : ERRATIC;
    }

    /** Squared coefficient of variation of what is above zero; 0 where that is fewer than two. */
    static double sizeVariation(double[] demandUnits) {
        double[] sizes = Arrays.stream(demandUnits).filter(units -> units > 0).toArray();
        if (sizes.length < 2) {
            return 0;
        }
        double mean = Histories.mean(sizes);
        double squares =
                Arrays.stream(sizes).map(size -> (size - mean) * (size - mean)).sum();
        return squares / (sizes.length - 1) / (mean * mean);
    }
}
