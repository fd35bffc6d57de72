package org.plenish.engine.forecast.clean;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A lasting change of demand from one bucket to the next: a customer won or lost, a new competitor, a listing.
 *
 * <p>Square roots of demand without season, whose spread does not depend on the level, are split in two where the squared
 * error around the two means is least. The split counts if it saves more of the likelihood than a penalty of the kind of
 * the Bayesian information criterion, with the number of buckets reduced by the autocorrelation that is left, which
 * otherwise passes for shifts; if it fits better than a straight line; and if demand changed by at least half. A rise or
 * fall that came at the same time of the year before is a season, not a shift.
 *
 * @param bucket first one at the new level
 * @param ratio new level by old level, above 0
 */
record LevelShift(int bucket, double ratio) {

    /** Fewer buckets do not make a level. */
    private static final int LEAST_BUCKETS = 8;

    /** A smaller change is left to the methods, which follow it. */
    private static final double LEAST_RATIO = 1.5;

    /** What a split costs, in logarithms of the number of buckets: one for the mean, the rest for the free choice of its place. */
    private static final double PENALTY = 5;

    /** Of a shift, this share at least has to be there against the same buckets of the year before. */
    private static final double LEAST_YEARLY_SHARE = 0.5;

    /** Adding this to a count before its square root is taken makes the spread most alike at every level. */
    private static final double ANSCOMBE = 0.375;

    /**
     * Sources: Killick, Fearnhead &amp; Eckley (2012), doi:10.1080/01621459.2012.737745 (least squared error with a penalty;
     * a single split needs no dynamic programme); Anscombe (1948), The transformation of Poisson, binomial and
     * negative-binomial data, Biometrika 35 (square roots).
     *
     * @param demandUnits oldest first; NaN is not known
     * @param season what each bucket usually sells, 1 is the average; aligned
     * @param period buckets in a season
     * @return null if demand keeps its level
     */
    static @Nullable LevelShift find(double[] demandUnits, double[] season, int period) {
        int[] at = new int[demandUnits.length];
        double[] roots = new double[demandUnits.length];
        int n = 0;
        for (int t = 0; t < demandUnits.length; t++) {
            if (!Double.isNaN(demandUnits[t])) {
                at[n] = t;
                roots[n] = Math.sqrt(Math.max(0, demandUnits[t] / season[t]) + ANSCOMBE);
                n++;
            }
        }
        if (n < 2 * LEAST_BUCKETS) {
            return null;
        }
        int split = split(roots, n);
        double before = mean(roots, 0, split);
        double after = mean(roots, split, n);
        if (!isWorthIt(roots, n, split, before, after) || isSeason(demandUnits, season, at[split], period)) {
            return null;
        }
        double ratio =
                mean(demandUnits, season, at[split], demandUnits.length) / mean(demandUnits, season, 0, at[split]);
        boolean large = ratio >= LEAST_RATIO || ratio <= 1 / LEAST_RATIO;
        return large && ratio > 0 && Double.isFinite(ratio) ? new LevelShift(at[split], ratio) : null;
    }

    /** The most squared error is saved where the means before and after differ most, by their counts. */
    private static int split(double[] roots, int n) {
        double total = 0;
        for (int i = 0; i < n; i++) {
            total += roots[i];
        }
        int best = LEAST_BUCKETS;
        double most = -1;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            if (i >= LEAST_BUCKETS && i <= n - LEAST_BUCKETS) {
                double difference = sum / i - (total - sum) / (n - i);
                double saved = difference * difference * i * (n - i);
                if (saved > most) {
                    most = saved;
                    best = i;
                }
            }
            sum += roots[i];
        }
        return best;
    }

    private static boolean isWorthIt(double[] roots, int n, int split, double before, double after) {
        double mean = mean(roots, 0, n);
        double slope = slope(roots, n, mean);
        double none = 0;
        double line = 0;
        double shift = 0;
        double products = 0;
        double last = 0;
        for (int i = 0; i < n; i++) {
            double level = roots[i] - mean;
            double trend = level - slope * (i - (n - 1) / 2.0);
            double error = roots[i] - (i < split ? before : after);
            none += level * level;
            line += trend * trend;
            shift += error * error;
            products += last * error;
            last = error;
        }
        double floor = Math.max(shift, 1e-9 * none); // a perfect fit must not divide by zero
        double autocorrelation = Math.max(0, Math.min(0.9, products / floor));
        double independent = n * (1 - autocorrelation) / (1 + autocorrelation);
        return independent * Math.log(none / floor) > PENALTY * Math.log(n) && shift < line;
    }

    private static double slope(double[] roots, int n, double mean) {
        double xy = 0;
        double xx = 0;
        for (int i = 0; i < n; i++) {
            double x = i - (n - 1) / 2.0;
            xy += x * (roots[i] - mean);
            xx += x * x;
        }
        return xy / xx;
    }

    /** Whether the buckets after the split, as far as a year before is known, differ too little from it. */
    private static boolean isSeason(double[] demandUnits, double[] season, int split, int period) {
        double now = 0;
        double yearBefore = 0;
        int compared = 0;
        for (int t = Math.max(split, period); t < Math.min(demandUnits.length, split + period); t++) {
            double change = demandUnits[t] - demandUnits[t - period];
            if (!Double.isNaN(change)) {
                now += demandUnits[t] / season[t];
                yearBefore += demandUnits[t - period] / season[t - period];
                compared++;
            }
        }
        if (compared < LEAST_BUCKETS) {
            return false;
        }
        double shift = mean(demandUnits, season, split, demandUnits.length) - mean(demandUnits, season, 0, split);
        return (now - yearBefore) / compared / shift < LEAST_YEARLY_SHARE;
    }

    /** Brings the history before the shift to the new level. */
    void takeOut(HistoryInWork work) {
        for (int t = 0; t < bucket; t++) {
            work.correct(t, CorrectionKind.LEVEL_SHIFT, work.units()[t] * ratio, sentence(work));
        }
    }

    /** For a planner. */
    String sentence(HistoryInWork work) {
        return String.format(
                Locale.ROOT,
                "Demand moved to %.1f times its level on %s.",
                ratio,
                work.history().buckets().start(bucket));
    }

    private static double mean(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum / (to - from);
    }

    private static double mean(double[] demandUnits, double[] season, int from, int to) {
        double sum = 0;
        int known = 0;
        for (int t = from; t < to; t++) {
            if (!Double.isNaN(demandUnits[t])) {
                sum += demandUnits[t] / season[t];
                known++;
            }
        }
        return sum / known;
    }
}
