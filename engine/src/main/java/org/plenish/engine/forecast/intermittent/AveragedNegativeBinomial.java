package org.plenish.engine.forecast.intermittent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.plenish.engine.math.Lattice;

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
 * <p>Where demand may have a season, each memory runs a second time with factors for the places of the season
 * ({@link CountMemory}); whether there is one is then also a matter of likelihood.
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
 * Ord &amp; Snyder (2008), Forecasting with Exponential Smoothing, ch. 6 (variance over the lead time).
 */
public final class AveragedNegativeBinomial implements DemandModel {

    /** λ: weight of a bucket by that of the bucket after it. */
    private static final double[] RETENTIONS = {1, 0.98, 0.95, 0.9, 0.82, 0.7, 0.5};

    /** κ. */
    private static final double LEVEL_DRIFT = 0.5;

    private static final double EMPIRICAL_SHARE = 0.15;
    private static final double LEAST_EMPIRICAL_RETENTION = 0.8;

    /** A season is looked for in a history of at least so many. */
    private static final double LEAST_SEASONS = 1.5;

    /** Memories of less weight are left out. */
    private static final double NEGLIGIBLE_WEIGHT = 3e-3;

    /** A distribution further ahead whose variance is no more than this share wider is the next bucket's. */
    private static final double NEGLIGIBLE_GROWTH = 0.02;

    /** Values of a lattice. Sums of the empirical share take time by the square of this. */
    private static final int MAX_SIZE = 1024;

    private final int period;

    /**
     * @param period buckets in a season; 1: none
     * @throws IllegalArgumentException if {@code period} is below 1
     */
    public AveragedNegativeBinomial(int period) {
        if (period < 1) {
            throw new IllegalArgumentException("period: " + period + " must be 1 or more.");
        }
        this.period = period;
    }

    @Override
    public String id() {
        return "averaged_negative_binomial";
    }

    @Override
    public Fitted fit(double[] demandUnits) {
        CountHistory history = CountHistory.of(demandUnits);
        List<CountMemory> memories = new ArrayList<>();
        double mean = history.mean();
        if (mean > 0) {
            double variance = WeightedMoments.of(history, 1).variance();
            boolean seasonal = period > 1 && history.length() >= LEAST_SEASONS * period;
            for (double retention : RETENTIONS) {
                memories.add(new CountMemory(retention, 1, mean, variance).after(history));
                if (seasonal) {
                    memories.add(new CountMemory(retention, period, mean, variance).after(history));
                }
            }
        }
        return Fitted.of(history, memories);
    }

    /** The memories and their weights after a history. */
    public static final class Fitted implements DemandDistribution {

        private final CountHistory history;

        /** Those of more than negligible weight; none if nothing was ever sold. */
        private final CountMemory[] memories;

        private final double[] weights;

        /** Weights of the past buckets, averaged over the memories. */
        private final double[] recency;

        private final boolean seasonal;
        private final Lattice next;

        private Fitted(CountHistory history, CountMemory[] memories, double[] weights) {
            this.history = history;
            this.memories = memories;
            this.weights = weights;
            seasonal = Arrays.stream(memories).anyMatch(CountMemory::isSeasonal);
            recency = recency(history.length(), memories, weights);
            next = memories.length == 0 ? Lattice.zero() : mixture(1, 1);
        }

        private static Fitted of(CountHistory history, List<CountMemory> memories) {
            double best = memories.stream()
                    .mapToDouble(CountMemory::logLikelihood)
                    .max()
                    .orElse(0);
            double all = memories.stream()
                    .mapToDouble(memory -> Math.exp(memory.logLikelihood() - best))
                    .sum();
            CountMemory[] kept = memories.stream()
                    .filter(memory -> Math.exp(memory.logLikelihood() - best) > NEGLIGIBLE_WEIGHT * all)
                    .toArray(CountMemory[]::new);
            double[] weights = Arrays.stream(kept)
                    .mapToDouble(memory -> Math.exp(memory.logLikelihood() - best))
                    .toArray();
            double sum = Arrays.stream(weights).sum();
            for (int j = 0; j < weights.length; j++) {
                weights[j] /= sum;
            }
            return new Fitted(history, kept, weights);
        }

        /** How many buckets the level is the mean of, as it were: those of the memories, by their weights. */
        double memoryBuckets() {
            double buckets = 0;
            for (int j = 0; j < weights.length; j++) {
                buckets += weights[j] * memories[j].lengthBuckets();
            }
            return buckets;
        }

        /** Weight of the memories that have a season. */
        double seasonShare() {
            double share = 0;
            for (int j = 0; j < weights.length; j++) {
                share += memories[j].isSeasonal() ? weights[j] : 0;
            }
            return share;
        }

        /** Whether buckets to come differ in their means. */
        boolean isSeasonal() {
            return seasonal;
        }

        @Override
        public Lattice bucket(int step) {
            IndependentDemand.requireStep(step);
            return !seasonal && isLikeNext(step) ? next : mixture(step, step);
        }

        @Override
        public Lattice total(int steps) {
            return IndependentDemand.requireStep(steps) == 1 || memories.length == 0 ? next : mixture(1, steps);
        }

        private boolean isLikeNext(int step) {
            double before = 0;
            double after = 0;
            for (int j = 0; j < weights.length; j++) {
                double variance = weights[j] * memories[j].variance(mean(j, 1));
                double alpha = memories[j].alpha();
                before += variance;
                after += variance * (1 + LEVEL_DRIFT * alpha * alpha * (step - 1));
            }
            return after <= before * (1 + NEGLIGIBLE_GROWTH);
        }

        private double mean(int memory, int step) {
            return memories[memory].mean(history.nextBucket() + step - 1);
        }

        /** Demand of the buckets from one step to another together; either one bucket, or all from the next on. */
        private Lattice mixture(int from, int to) {
            double[] means = new double[weights.length];
            double[] variances = new double[weights.length];
            double top = history.max();
            for (int j = 0; j < weights.length; j++) {
                for (int step = from; step <= to; step++) {
                    double mean = mean(j, step);
                    means[j] += mean;
                    variances[j] += memories[j].variance(mean);
                }
                variances[j] *= growth(memories[j].alpha(), from, to);
                top = Math.max(top, NegativeBinomialDemand.top(means[j], variances[j]));
            }
            double unit = CountHistory.latticeUnit(top, MAX_SIZE);
            double[] masses = new double[(int) (top / unit) + 2];
            for (int j = 0; j < weights.length; j++) {
                double weight = (1 - EMPIRICAL_SHARE) * weights[j];
                NegativeBinomialDemand.addMasses(masses, weight, means[j] / unit, variances[j] / (unit * unit));
            }
            addEmpirical(masses, to - from + 1, unit);
            return Lattice.of(unit * history.unit(), masses);
        }

        /** By what the level's own movement widens the variance. */
        private static double growth(double alpha, int from, int to) {
            double ahead = to - 1.0;
            if (from == to) {
                return 1 + LEVEL_DRIFT * alpha * alpha * ahead;
            }
            return 1 + LEVEL_DRIFT * (alpha * ahead + alpha * alpha * ahead * (2.0 * to - 1) / 6);
        }

        private void addEmpirical(double[] masses, int times, double unit) {
            double[] once = new double[masses.length];
            history.addMasses(once, recency, unit, 1);
            Lattice empirical = Lattice.of(1, once);
            if (times > 1) {
                empirical = empirical.sumOf(times, masses.length);
            }
            for (int k = 0; k < empirical.size(); k++) {
                masses[k] += EMPIRICAL_SHARE * empirical.mass(k);
            }
        }

        private static double[] recency(int length, CountMemory[] memories, double[] weights) {
            double[] recency = new double[length];
            for (int j = 0; j < weights.length; j++) {
                double retention = Math.max(LEAST_EMPIRICAL_RETENTION, memories[j].retention());
                double[] ofMemory = CountHistory.recencyWeights(length, retention);
                double sum = Arrays.stream(ofMemory).sum();
                for (int i = 0; i < length; i++) {
                    recency[i] += weights[j] * ofMemory[i] / sum;
                }
            }
            return recency;
        }
    }
}
