package org.plenish.engine.forecast.intermittent;

import org.plenish.engine.math.Lattice;
import org.plenish.engine.math.NegativeBinomial;

/**
 * Negative binomial demand around a level that moves, averaged over how fast it moves.
 *
 * <p>For each of a few memories λ (from "all history counts alike" to "each bucket counts twice the one before") the level
 * is the mean with weights λ^age, and the spread follows the level by a power law. Every bucket of the history was forecast
 * by each memory before it was seen; the likelihoods of those one-step forecasts, older ones discounted, are the memories'
 * weights. So an item whose demand stands still is averaged over all its history, one that dies or grows is followed, and
 * where the history does not tell which it is, the distribution is as wide as that doubt. No constant is fitted to a single
 * series but these weights; the ones below were chosen on rolling origins inside the histories of spare parts, two
 * retailers and a jeweller, and the choice is flat around them.
 *
 * <p>A share of the distribution is the recent demand itself, which keeps habits a formula does not know: orders of six or
 * twelve, two kinds of customers.
 *
 * <p>Further ahead the level is less certain: the variance of step h is {@code v·(1 + κ·α²·(h − 1))}, and that of the total of
 * k steps {@code v·k·(1 + κ·(α(k − 1) + α²(k − 1)(2k − 1)/6))} with {@code α = 1 − λ}, which with κ = 1 is exponential
 * smoothing's and with κ = 0 independent demand.
 *
 * <p>Source: Harvey &amp; Fernandes (1989), doi:10.1080/07350015.1989.10509750 (discounted counts); Snyder, Ord &amp; Beaumont
 * (2012), doi:10.1016/j.ijforecast.2011.03.009 (negative binomial demand around a smoothed level); Raftery, Kárný &amp;
 * Ettler (2010), doi:10.1198/TECH.2009.08104 (models weighted by their discounted predictive likelihood); Hyndman, Koehler,
 * Ord &amp; Snyder (2008), Forecasting with Exponential Smoothing, §6.3 (variance over the lead time).
 */
public final class AveragedNegativeBinomial implements DemandModel {

    /** λ: weight of a bucket by that of the bucket after it. */
    private static final double[] RETENTIONS = {1, 0.98, 0.95, 0.9, 0.82, 0.7, 0.5};

    /** The spread is remembered at least this long. */
    private static final double LEAST_SPREAD_RETENTION = 0.98;

    /** The variance grows with the level to this power: little more than in proportion. */
    private static final double VARIANCE_POWER = 1.2;

    /** Squared errors at lower levels tell no more of the spread than at this one. */
    private static final double LEAST_LEVEL_OF_SPREAD = 0.3;

    private static final double POWER_OF_LEAST_LEVEL = Math.pow(LEAST_LEVEL_OF_SPREAD, VARIANCE_POWER);

    /** The whole history's mean weighs as much in a level as this many buckets. */
    private static final double PRIOR_BUCKETS_OF_LEVEL = 0.3;

    private static final double PRIOR_BUCKETS_OF_SPREAD = 2;

    /** How a one-step forecast's log-likelihood fades with each bucket after it. */
    private static final double LIKELIHOOD_RETENTION = 0.95;

    /** κ. */
    private static final double LEVEL_DRIFT = 0.5;

    private static final double EMPIRICAL_SHARE = 0.15;
    private static final double LEAST_EMPIRICAL_RETENTION = 0.8;

    /** Memories of less weight are left out. */
    private static final double NEGLIGIBLE_WEIGHT = 3e-3;

    /** A distribution further ahead whose variance is no more than this share wider is the next bucket's. */
    private static final double NEGLIGIBLE_GROWTH = 0.02;

    /** Values of a lattice. Sums of the empirical share take time by the square of this. */
    private static final int MAX_SIZE = 1024;

    private static final double[] NO_GROWTH = {1, 1, 1, 1, 1, 1, 1};

    @Override
    public String id() {
        return "averaged_negative_binomial";
    }

    @Override
    public Fitted fit(double[] demandUnits) {
        CountHistory history = CountHistory.of(demandUnits);
        int memories = RETENTIONS.length;
        double[] weights = new double[memories];
        double[] levels = new double[memories];
        double[] variances = new double[memories];
        double mean = history.mean();
        if (mean > 0) {
            double priorVariance = WeightedMoments.of(history, 1).variance();
            double priorSpread = Math.max(mean, priorVariance) / Math.pow(mean, VARIANCE_POWER);
            double best = Double.NEGATIVE_INFINITY;
            for (int j = 0; j < memories; j++) {
                weights[j] = follow(history.counts(), RETENTIONS[j], mean, priorSpread, j, levels, variances);
                best = Math.max(best, weights[j]);
            }
            normalize(weights, best);
        }
        return new Fitted(history, weights, levels, variances);
    }

    /**
     * Runs through the history with one memory.
     *
     * @param levels gets the level after the last bucket at {@code j}
     * @param variances gets the variance of the next bucket at {@code j}
     * @return discounted log-likelihood of the one-step forecasts, less what is the same for every memory
     */
    private static double follow(
            double[] counts,
            double retention,
            double priorLevel,
            double priorSpread,
            int j,
            double[] levels,
            double[] variances) {
        double spreadRetention = Math.max(LEAST_SPREAD_RETENTION, retention);
        double priorSum = PRIOR_BUCKETS_OF_LEVEL * priorLevel;
        double sum = 0;
        double buckets = 0;
        double spreadSum = 0;
        double spreadBuckets = 0;
        double logLikelihood = 0;
        double level = priorLevel;
        double power = Math.pow(level, VARIANCE_POWER);
        double variance = variance(level, power, priorSpread);
        for (double count : counts) {
            logLikelihood = LIKELIHOOD_RETENTION * logLikelihood + logLikelihood(count, level, variance);
            double error = count - level;
            double scale = level >= LEAST_LEVEL_OF_SPREAD ? power : POWER_OF_LEAST_LEVEL;
            spreadSum = spreadRetention * spreadSum + error * error / scale;
            spreadBuckets = spreadRetention * spreadBuckets + 1;
            sum = retention * sum + count;
            buckets = retention * buckets + 1;
            level = (sum + priorSum) / (buckets + PRIOR_BUCKETS_OF_LEVEL);
            power = Math.pow(level, VARIANCE_POWER);
            double spread =
                    (spreadSum + PRIOR_BUCKETS_OF_SPREAD * priorSpread) / (spreadBuckets + PRIOR_BUCKETS_OF_SPREAD);
            variance = variance(level, power, spread);
        }
        levels[j] = level;
        variances[j] = variance;
        return logLikelihood;
    }

    private static double variance(double level, double power, double spread) {
        return Math.max(NegativeBinomialDemand.LEAST_DISPERSION * level, spread * power);
    }

    /** Of a negative binomial distribution, without {@code ln Γ(count + 1)}. */
    private static double logLikelihood(double count, double level, double variance) {
        double success = level / variance;
        double r = level * level / (variance - level);
        double zero = r * Math.log(success);
        return count == 0
                ? zero
                : zero + NegativeBinomial.logRising(r, count) + count * Math.log((variance - level) / variance);
    }

    private static void normalize(double[] logWeights, double best) {
        double sum = 0;
        for (int j = 0; j < logWeights.length; j++) {
            logWeights[j] = Math.exp(logWeights[j] - best);
            sum += logWeights[j];
        }
        for (int j = 0; j < logWeights.length; j++) {
            logWeights[j] /= sum;
        }
    }

    /** The memories' forecasts and weights after a history. */
    public static final class Fitted implements DemandDistribution {

        private final CountHistory history;
        private final double[] weights;
        private final double[] levels;
        private final double[] variances;

        /** Weights of the past buckets, averaged over the memories. */
        private final double[] recency;

        private final Lattice next;

        private Fitted(CountHistory history, double[] weights, double[] levels, double[] variances) {
            this.history = history;
            this.weights = weights;
            this.levels = levels;
            this.variances = variances;
            recency = recency(history.length(), weights);
            next = history.max() == 0 ? Lattice.zero() : mixture(1, NO_GROWTH);
        }

        /** How many buckets the level is the mean of, as it were: those of the memories, by their weights. */
        double memoryBuckets() {
            double buckets = 0;
            for (int j = 0; j < weights.length; j++) {
                double retained = Math.pow(RETENTIONS[j], history.length());
                double length = RETENTIONS[j] == 1 ? history.length() : (1 - retained) / (1 - RETENTIONS[j]);
                buckets += weights[j] * length;
            }
            return buckets;
        }

        @Override
        public Lattice bucket(int step) {
            double ahead = IndependentDemand.requireStep(step) - 1.0;
            double[] growths = new double[weights.length];
            double before = 0;
            double after = 0;
            for (int j = 0; j < growths.length; j++) {
                double alpha = 1 - RETENTIONS[j];
                growths[j] = 1 + LEVEL_DRIFT * alpha * alpha * ahead;
                before += weights[j] * variances[j];
                after += weights[j] * variances[j] * growths[j];
            }
            return after <= before * (1 + NEGLIGIBLE_GROWTH) ? next : mixture(1, growths);
        }

        @Override
        public Lattice total(int steps) {
            if (IndependentDemand.requireStep(steps) == 1 || history.max() == 0) {
                return next;
            }
            double ahead = steps - 1.0;
            double[] growths = new double[weights.length];
            for (int j = 0; j < growths.length; j++) {
                double alpha = 1 - RETENTIONS[j];
                double drift = alpha * ahead + alpha * alpha * ahead * (2.0 * steps - 1) / 6;
                growths[j] = steps * (1 + LEVEL_DRIFT * drift);
            }
            return mixture(steps, growths);
        }

        /** @param growths variance over the steps by that of the next bucket, by memory */
        private Lattice mixture(int steps, double[] growths) {
            double top = history.max();
            for (int j = 0; j < weights.length; j++) {
                if (weights[j] > NEGLIGIBLE_WEIGHT) {
                    top = Math.max(top, NegativeBinomialDemand.top(steps * levels[j], growths[j] * variances[j]));
                }
            }
            double step = CountHistory.latticeUnit(top, MAX_SIZE);
            double[] masses = new double[(int) (top / step) + 2];
            for (int j = 0; j < weights.length; j++) {
                if (weights[j] > NEGLIGIBLE_WEIGHT) {
                    NegativeBinomialDemand.addMasses(
                            masses,
                            (1 - EMPIRICAL_SHARE) * weights[j],
                            steps * levels[j] / step,
                            growths[j] * variances[j] / (step * step));
                }
            }
            addEmpirical(masses, steps, step);
            return Lattice.of(step * history.unit(), masses);
        }

        private void addEmpirical(double[] masses, int steps, double step) {
            double[] once = new double[masses.length];
            history.addMasses(once, recency, step, 1);
            Lattice empirical = Lattice.of(1, once);
            if (steps > 1) {
                empirical = empirical.sumOf(steps, masses.length);
            }
            for (int k = 0; k < empirical.size(); k++) {
                masses[k] += EMPIRICAL_SHARE * empirical.mass(k);
            }
        }

        private static double[] recency(int length, double[] weights) {
            double[] recency = new double[length];
            for (int j = 0; j < weights.length; j++) {
                if (weights[j] > NEGLIGIBLE_WEIGHT) {
                    double retention = Math.max(LEAST_EMPIRICAL_RETENTION, RETENTIONS[j]);
                    double[] ofMemory = CountHistory.recencyWeights(length, retention);
                    double sum = 0;
                    for (double weight : ofMemory) {
                        sum += weight;
                    }
                    for (int i = 0; i < length; i++) {
                        recency[i] += weights[j] * ofMemory[i] / sum;
                    }
                }
            }
            return recency;
        }
    }
}
