package org.plenish.engine.forecast.clean;

import java.util.Arrays;
import java.util.List;

/**
 * What share of its later demand a new article sells in each bucket since its introduction, as earlier introductions of
 * the dataset went: above 1 where novelty sells.
 *
 * <p>It is the ratio of their totals, so that slow movers add little noise, shrunk towards 1 as if three more had sold
 * their later demand from the start, and smoothed over five buckets. Source of the idea: Bass (1969), A new product growth
 * for model consumer durables, Management Science 15(5), 215-227; here without its form, which a wholesaler's
 * introductions do not follow.
 */
final class LaunchCurve {

    /** Sells from the start what it will sell. */
    static final LaunchCurve NONE = new LaunchCurve(new double[0]);

    private static final int PRIOR_LAUNCHES = 3;
    private static final int LEAST_LAUNCHES = 5;
    private static final int SMOOTHED = 2;
    private static final double LEAST = 0.1;
    private static final double MOST = 3;

    private final double[] shares;

    private LaunchCurve(double[] shares) {
        this.shares = shares;
    }

    /**
     * @param launches demand without season since introduction, NaN not known; each longer than {@code youngBuckets}
     * @param youngBuckets after which an article sells as it will
     */
    static LaunchCurve of(List<double[]> launches, int youngBuckets) {
        double[] shares = new double[youngBuckets];
        Arrays.fill(shares, 1);
        if (launches.size() < LEAST_LAUNCHES) {
            return new LaunchCurve(shares);
        }
        double[] sold = new double[youngBuckets];
        double[] later = new double[youngBuckets];
        double levels = 0;
        for (double[] launch : launches) {
            double level = mean(launch, youngBuckets, launch.length);
            if (level > 0) {
                levels += level;
                for (int age = 0; age < youngBuckets; age++) {
                    if (!Double.isNaN(launch[age])) {
                        sold[age] += launch[age];
                        later[age] += level;
                    }
                }
            }
        }
        double prior = PRIOR_LAUNCHES * levels / launches.size();
        double[] raw = new double[youngBuckets];
        for (int age = 0; age < youngBuckets; age++) {
            raw[age] = prior > 0 ? (sold[age] + prior) / (later[age] + prior) : 1;
        }
        for (int age = 0; age < youngBuckets; age++) {
            double share = mean(raw, Math.max(0, age - SMOOTHED), Math.min(youngBuckets, age + SMOOTHED + 1));
            shares[age] = Math.max(LEAST, Math.min(MOST, share));
        }
        return new LaunchCurve(shares);
    }

    /** @param age buckets since introduction, 0 is the first */
    double at(int age) {
        return age < shares.length ? shares[age] : 1;
    }

    private static double mean(double[] values, int from, int to) {
        double sum = 0;
        int known = 0;
        for (int i = from; i < to; i++) {
            if (!Double.isNaN(values[i])) {
                sum += values[i];
                known++;
            }
        }
        return known == 0 ? 0 : sum / known;
    }
}
