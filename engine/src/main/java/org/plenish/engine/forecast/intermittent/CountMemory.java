package org.plenish.engine.forecast.intermittent;

import org.plenish.engine.math.NegativeBinomial;

/**
 * A level of demand that remembers the past with weights λ^age, its spread and, where it has a season, the season's
 * factors; with the likelihood of the one-step forecasts it gave on the way. Everything is learned from what came before
 * each forecast, so a season that is chance forecasts badly and says so.
 *
 * <p>The factor of a place in the season is its demand so far by the levels it was forecast with, drawn to one by as much
 * demand as its noise asks for: {@code (ΣY + κ) / (ΣL + κ)}, {@code κ = dispersion / τ²}, the mean of a gamma distribution
 * with variance τ² around one after Poisson-like demand.
 */
final class CountMemory {

    /** The spread is remembered at least this long. */
    private static final double LEAST_SPREAD_RETENTION = 0.98;

    /** The variance grows with the mean to this power: little more than in proportion. */
    private static final double VARIANCE_POWER = 1.2;

    /** Squared errors at lower means tell no more of the spread than at this one. */
    private static final double LEAST_MEAN_OF_SPREAD = 0.3;

    private static final double POWER_OF_LEAST_MEAN = Math.pow(LEAST_MEAN_OF_SPREAD, VARIANCE_POWER);

    /** The whole history's mean weighs as much in a level as this many buckets. */
    private static final double PRIOR_BUCKETS_OF_LEVEL = 0.3;

    private static final double PRIOR_BUCKETS_OF_SPREAD = 2;

    /** How a one-step forecast's log-likelihood fades with each bucket after it. */
    private static final double LIKELIHOOD_RETENTION = 0.97;

    /** τ². */
    private static final double VARIANCE_OF_SEASON = 0.4;

    private final double retention;
    private final int period;
    private final double priorLevel;
    private final double priorSpread;
    private final double[] seasonDemand;
    private final double[] seasonLevels;
    private double sum;
    private double buckets;
    private double spreadSum;
    private double spreadBuckets;
    private double level;
    private double spread;

    /** Variance by mean where it was last told. */
    private double dispersion;

    private double logLikelihood;

    /**
     * Before the first bucket.
     *
     * @param retention λ, above 0 and at most 1
     * @param period buckets in a season; 1: none
     * @param priorLevel above 0
     * @param priorVariance of a bucket at that level
     */
    CountMemory(double retention, int period, double priorLevel, double priorVariance) {
        this.retention = retention;
        this.period = period;
        this.priorLevel = priorLevel;
        priorSpread = Math.max(priorLevel, priorVariance) / Math.pow(priorLevel, VARIANCE_POWER);
        seasonDemand = new double[period];
        seasonLevels = new double[period];
        level = priorLevel;
        spread = priorSpread;
        dispersion = variance(priorLevel) / priorLevel;
    }

    /** Runs through a history. */
    CountMemory after(CountHistory history) {
        double[] counts = history.counts();
        int[] known = history.buckets();
        for (int i = 0; i < counts.length; i++) {
            see(counts[i], known[i]);
        }
        return this;
    }

    private void see(double count, int bucket) {
        double factor = factor(bucket);
        double mean = level * factor;
        double power = Math.pow(mean, VARIANCE_POWER);
        double variance = variance(mean, power);
        dispersion = variance / mean;
        logLikelihood = LIKELIHOOD_RETENTION * logLikelihood + logLikelihood(count, mean, variance);
        double error = count - mean;
        double spreadRetention = Math.max(LEAST_SPREAD_RETENTION, retention);
        double scale = mean >= LEAST_MEAN_OF_SPREAD ? power : POWER_OF_LEAST_MEAN;
        spreadSum = spreadRetention * spreadSum + error * error / scale;
        spreadBuckets = spreadRetention * spreadBuckets + 1;
        sum = retention * sum + count;
        buckets = retention * buckets + factor;
        if (period > 1) {
            seasonDemand[bucket % period] += count;
            seasonLevels[bucket % period] += level;
        }
        level = (sum + PRIOR_BUCKETS_OF_LEVEL * priorLevel) / (buckets + PRIOR_BUCKETS_OF_LEVEL);
        spread = (spreadSum + PRIOR_BUCKETS_OF_SPREAD * priorSpread) / (spreadBuckets + PRIOR_BUCKETS_OF_SPREAD);
    }

    private double factor(int bucket) {
        if (period == 1) {
            return 1;
        }
        double prior = dispersion / VARIANCE_OF_SEASON;
        return (seasonDemand[bucket % period] + prior) / (seasonLevels[bucket % period] + prior);
    }

    private double variance(double mean, double power) {
        return Math.max(NegativeBinomialDemand.LEAST_DISPERSION * mean, spread * power);
    }

    /** Of a negative binomial distribution, without {@code ln Γ(count + 1)}, which is the same for every memory. */
    private static double logLikelihood(double count, double mean, double variance) {
        double zero = mean * mean / (variance - mean) * Math.log(mean / variance);
        return count == 0
                ? zero
                : zero
                        + NegativeBinomial.logRising(mean * mean / (variance - mean), count)
                        + count * Math.log((variance - mean) / variance);
    }

    boolean isSeasonal() {
        return period > 1;
    }

    double retention() {
        return retention;
    }

    /** How fast the level moves: the share of an error that it takes over once the history is long. */
    double alpha() {
        return 1 - retention;
    }

    double logLikelihood() {
        return logLikelihood;
    }

    /** Expected count of a bucket to come. */
    double mean(int bucket) {
        return level * factor(bucket);
    }

    /** Variance of the count of the next bucket if its mean is as given. */
    double variance(double mean) {
        return variance(mean, Math.pow(mean, VARIANCE_POWER));
    }

    /** How many buckets the level is the mean of, as it were. */
    double lengthBuckets() {
        return buckets;
    }
}
