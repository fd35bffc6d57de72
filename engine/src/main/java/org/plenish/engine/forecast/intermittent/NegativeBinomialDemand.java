package org.plenish.engine.forecast.intermittent;

import org.plenish.engine.math.Lattice;
import org.plenish.engine.math.NegativeBinomial;

/**
 * Negative binomial demand by its moments. A total over k buckets is negative binomial again, with k times both moments.
 *
 * <p>Source: Syntetos, Babai &amp; Altay (2012), doi:10.1080/00207543.2011.562561 (it fits most spare parts); Snyder, Ord
 * &amp; Beaumont (2012), doi:10.1016/j.ijforecast.2011.03.009.
 *
 * @param retention weight of a bucket by that of the bucket after it, above 0 and at most 1
 */
public record NegativeBinomialDemand(double retention) implements DemandModel {

    /** The least variance by the mean: below it r grows beyond numerics, and the distribution is Poisson's anyway. */
    static final double LEAST_DISPERSION = 1.02;

    /** Beyond so many standard deviations above the mean, a lattice gathers what is left in its last value. */
    private static final double TOP_SDS = 10;

    /** The same, in lengths over which a tail falls to 1/e. */
    private static final double TOP_TAILS = 8;

    public NegativeBinomialDemand {
        EmpiricalDemand.requireRetention(retention);
    }

    @Override
    public String id() {
        return "negative_binomial";
    }

    @Override
    public DemandDistribution fit(double[] demandUnits) {
        CountHistory history = CountHistory.of(demandUnits);
        WeightedMoments moments = WeightedMoments.of(history, retention);
        return new Fitted(history.unit(), moments.mean(), moments.variance());
    }

    /** @param mean of a bucket, in {@code unit}s */
    private record Fitted(double unit, double mean, double variance) implements DemandDistribution {

        @Override
        public Lattice bucket(int step) {
            IndependentDemand.requireStep(step);
            return total(1);
        }

        @Override
        public Lattice total(int steps) {
            IndependentDemand.requireStep(steps);
            if (mean == 0) {
                return Lattice.zero();
            }
            double top = top(steps * mean, steps * variance);
            double step = CountHistory.latticeUnit(top, IndependentDemand.MAX_SIZE);
            double[] masses = new double[(int) (top / step) + 2];
            addMasses(masses, 1, steps * mean / step, steps * variance / (step * step));
            return Lattice.of(step * unit, masses);
        }
    }

    /** Where a lattice of counts with these moments may end. */
    static double top(double mean, double variance) {
        double dispersed = Math.max(variance, LEAST_DISPERSION * mean);
        return mean + Math.max(TOP_SDS * Math.sqrt(dispersed), TOP_TAILS * dispersed / mean);
    }

    /**
     * Adds the masses of a negative binomial distribution of these moments, scaled to {@code weight} together; what lies
     * beyond the last value is put there.
     */
    static void addMasses(double[] masses, double weight, double mean, double variance) {
        double dispersed = Math.max(variance, LEAST_DISPERSION * mean);
        double added = NegativeBinomial.ofMoments(mean, Math.sqrt(dispersed)).addMasses(masses, weight);
        masses[masses.length - 1] += Math.max(0, weight - added);
    }
}
