package org.plenish.engine.inventory;

import org.plenish.engine.math.Distribution;
import org.plenish.engine.math.Empirical;
import org.plenish.engine.math.Gamma;
import org.plenish.engine.math.Lattice;
import org.plenish.engine.math.NegativeBinomial;
import org.plenish.engine.math.Normal;
import org.plenish.engine.math.Poisson;

/**
 * The distribution of demand over the protection interval, X, by the family that a rule chose. Families on whole units
 * (Poisson, negative binomial, whole observations) lead to levels in whole units. Demand that is certain, σ = 0, is the
 * constant of its mean in every family.
 */
public final class ProtectionDemand {

    /** A variance this little above the mean is taken for a Poisson distribution's: r would grow beyond numerics. */
    private static final double POISSON_TOLERANCE = 1.001;

    /** σ/μ below which a gamma distribution is taken for the normal one: its skewness is 2·σ/μ, its numerics slow. */
    private static final double HARDLY_SKEWED = 1e-3;

    private ProtectionDemand() {}

    /** Normal with mean μ and σ. Source: Silver, Pyke & Thomas (2017), §6.7. */
    public static Distribution normal(LeadTimeDemand demand) {
        return new Normal(demand.meanUnits(), demand.sdUnits());
    }

    /**
     * Gamma with mean μ and σ: shape (μ/σ)², scale σ²/μ; normal where σ is below μ/1,000. Without mean demand it is 0.
     * Source: Burgin (1975), Operational Research Quarterly 26(3); Silver, Pyke & Thomas (2017), §6.7. Example: μ = σ = 100
     * is the exponential distribution.
     */
    public static Distribution gamma(LeadTimeDemand demand) {
        if (isCertain(demand)) {
            return constant(demand);
        }
        return demand.sdUnits() < HARDLY_SKEWED * demand.meanUnits()
                ? normal(demand)
                : Gamma.ofMoments(demand.meanUnits(), demand.sdUnits());
    }

    /** Poisson with mean μ, whatever σ above 0 is. Source: Silver, Pyke & Thomas (2017), chapter on
     * important items (slow movers). */
    public static Distribution poisson(LeadTimeDemand demand) {
        return isCertain(demand) ? constant(demand) : new Poisson(demand.meanUnits());
    }

    /**
     * Negative binomial with mean μ and σ: p = μ/σ², r = μ²/(σ² - μ); Poisson where σ² does not exceed the mean. Source:
     * Snyder & Shen (2019), §4.3; Syntetos, Babai & Gardner (2015), Journal of Business Research 68(8),
     * doi:10.1016/j.jbusres.2015.03.034, on the fit to intermittent demand. Example: μ = 7.5, σ² = 30 has p = 0.25, r = 2.5.
     */
    public static Distribution negativeBinomial(LeadTimeDemand demand) {
        boolean overdispersed = demand.sdUnits() * demand.sdUnits() > POISSON_TOLERANCE * demand.meanUnits();
        return overdispersed && !isCertain(demand)
                ? NegativeBinomial.ofMoments(demand.meanUnits(), demand.sdUnits())
                : poisson(demand);
    }

    /**
     * What past intervals saw, each as likely as every other. Its upper quantiles are only as good as there are windows: of
     * n, none is above the largest, so a level over 1 - 1/n asks for the largest. Source: Silver, Pyke & Thomas (2017), §6.7
     * (empirical distributions); Porras & Dekker (2008), European Journal of Operational Research 184(1),
     * doi:10.1016/j.ejor.2006.11.008. Example: 0, 0, 4, 6, 10 has the 0.8 quantile 6.
     *
     * @param pastProtectionDemandUnits demand summed over each past window of the interval's length, in any order, windows
     *     overlapping or not; 0 or more
     * @throws IllegalArgumentException if there is no window or a sum is negative or not finite
     */
    public static Distribution empirical(double[] pastProtectionDemandUnits) {
        return Empirical.of(pastProtectionDemandUnits);
    }

    private static Distribution constant(LeadTimeDemand demand) {
        return demand.meanUnits() == 0 ? Lattice.zero() : new Normal(demand.meanUnits(), 0);
    }

    private static boolean isCertain(LeadTimeDemand demand) {
        return demand.meanUnits() == 0 || demand.sdUnits() == 0;
    }
}
