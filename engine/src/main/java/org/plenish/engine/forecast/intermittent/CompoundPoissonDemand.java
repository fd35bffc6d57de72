package org.plenish.engine.forecast.intermittent;

import org.plenish.engine.math.Lattice;

/**
 * Customers come by a Poisson process and each asks for a geometric number (stuttering Poisson, Pólya-Aeppli), by the
 * moments of a bucket's demand: with dispersion {@code D = variance / mean} a customer asks for {@code (D + 1) / 2} on
 * average. A total over k buckets is of the same kind, with k times as many customers.
 *
 * <p>Source: Galliher, Morse &amp; Simond (1959), Dynamics of two classes of continuous-review inventory systems,
 * Operations Research 7(3), 362-384; Panjer (1981), Recursive evaluation of a family of compound distributions, ASTIN
 * Bulletin 12(1), 22-26 (the recursion).
 *
 * @param retention weight of a bucket by that of the bucket after it, above 0 and at most 1
 */
public record CompoundPoissonDemand(double retention) implements DemandModel {

    /** {@code exp} of less is no longer a normal number. */
    private static final double MAX_CUSTOMERS = 600;

    public CompoundPoissonDemand {
        EmpiricalDemand.requireRetention(retention);
    }

    @Override
    public String id() {
        return "compound_poisson";
    }

    @Override
    public DemandDistribution fit(double[] demandUnits) {
        CountHistory history = CountHistory.of(demandUnits);
        WeightedMoments moments = WeightedMoments.of(history, retention);
        return new Fitted(history.unit(), moments.mean(), Math.max(moments.mean(), moments.variance()));
    }

    /**
     * {@code n·p(n) = (λρ + 2(n − 1)(1 − ρ))·p(n − 1) − (n − 2)(1 − ρ)²·p(n − 2)}, {@code p(0) = e^−λ}.
     *
     * @param customers λ, mean number of customers
     * @param stop ρ, one by the mean number a customer asks for, in (0, 1]
     */
    static double[] masses(double customers, double stop, int size) {
        double[] masses = new double[size];
        masses[0] = Math.exp(-customers);
        double go = 1 - stop;
        for (int n = 1; n < size; n++) {
            double before = n > 1 ? (n - 2) * go * go * masses[n - 2] : 0;
            masses[n] = Math.max(0, ((customers * stop + 2 * (n - 1) * go) * masses[n - 1] - before) / n);
        }
        return masses;
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
            double sd = Math.sqrt(steps * variance);
            double top = NegativeBinomialDemand.top(steps * mean, sd * sd);
            // a wider lattice also keeps the number of customers within what exp can tell
            double step = Math.max(
                    CountHistory.latticeUnit(top, IndependentDemand.MAX_SIZE), Math.ceil(steps * mean / MAX_CUSTOMERS));
            double latticeMean = steps * mean / step;
            double dispersion = Math.max(1, sd * sd / (step * step) / latticeMean);
            double stop = 2 / (dispersion + 1);
            return Lattice.of(step * unit, masses(latticeMean * stop, stop, (int) (top / step) + 2));
        }
    }
}
