package org.plenish.engine.inventory;

import org.plenish.engine.math.Distribution;
import org.plenish.engine.math.Gamma;
import org.plenish.engine.math.NegativeBinomial;
import org.plenish.engine.math.Normal;
import org.plenish.engine.math.Poisson;

/**
 * Stock above expected demand so that a replenishment cycle ends without stockout with the probability of the cycle
 * service level. All results are units, 0 or more, not rounded: a level whose quantile lies below the mean asks for none.
 */
public final class SafetyStock {

    /** A variance this little above the mean is taken for a Poisson distribution's: r would grow beyond numerics. */
    private static final double POISSON_TOLERANCE = 1.001;

    private SafetyStock() {}

    /**
     * {@code SS = z·σ}, {@code z = Φ⁻¹(level)}. Source: Silver, Pyke & Thomas (2017), §6.7. Example: σ = 20 units at 0.95
     * gives 1.645 · 20 = 32.9.
     *
     * @param cycleServiceLevel in [0.5, 1)
     * @throws IllegalArgumentException if the level is outside its range
     */
    public static double normal(LeadTimeDemand demand, double cycleServiceLevel) {
        requireLevel(cycleServiceLevel);
        return Normal.standardQuantile(cycleServiceLevel) * demand.sdUnits();
    }

    /**
     * {@code SS = F⁻¹(level) - μ} with gamma demand of the same mean and σ. Source: Silver, Pyke & Thomas (2017), §6.7.14
     * (other distributions); Burgin (1975), Operational Research Quarterly 26(3). Example: μ = σ = 100 is the exponential
     * distribution; at 0.95 {@code F⁻¹ = -100·ln 0.05 = 299.57}, so 199.57.
     *
     * @param cycleServiceLevel in [0.5, 1)
     * @throws IllegalArgumentException if the level is outside its range
     */
    public static double gamma(LeadTimeDemand demand, double cycleServiceLevel) {
        requireLevel(cycleServiceLevel);
        if (isCertain(demand)) {
            return 0;
        }
        return aboveMean(Gamma.ofMoments(demand.meanUnits(), demand.sdUnits()), demand, cycleServiceLevel);
    }

    /**
     * {@code SS = F⁻¹(level) - μ} with negative-binomial demand of the same mean and σ, or Poisson demand where σ² does
     * not exceed the mean. {@code μ + SS} is whole. Source: Snyder & Shen (2019), §4.3; Syntetos, Babai & Gardner (2015),
     * Journal of Business Research 68(8), doi:10.1016/j.jbusres.2015.03.034, on the fit to intermittent demand.
     *
     * @param cycleServiceLevel in [0.5, 1)
     * @throws IllegalArgumentException if the level is outside its range
     */
    public static double negativeBinomial(LeadTimeDemand demand, double cycleServiceLevel) {
        requireLevel(cycleServiceLevel);
        if (isCertain(demand)) {
            return 0;
        }
        return aboveMean(counts(demand), demand, cycleServiceLevel);
    }

    /** {@code SS = d · days}. */
    public static double daysOfCover(LeadTimeDemand demand, double coverDays) {
        return demand.unitsPerDay() * coverDays;
    }

    private static Distribution counts(LeadTimeDemand demand) {
        boolean overdispersed = demand.sdUnits() * demand.sdUnits() > POISSON_TOLERANCE * demand.meanUnits();
        return overdispersed
                ? NegativeBinomial.ofMoments(demand.meanUnits(), demand.sdUnits())
                : new Poisson(demand.meanUnits());
    }

    private static double aboveMean(Distribution distribution, LeadTimeDemand demand, double cycleServiceLevel) {
        return Math.max(0, distribution.quantile(cycleServiceLevel) - demand.meanUnits());
    }

    private static boolean isCertain(LeadTimeDemand demand) {
        return demand.meanUnits() == 0 || demand.sdUnits() == 0;
    }

    private static void requireLevel(double cycleServiceLevel) {
        if (!(cycleServiceLevel >= 0.5 && cycleServiceLevel < 1)) {
            throw new IllegalArgumentException("cycle service level: " + cycleServiceLevel + " must be in [0.5, 1).");
        }
    }
}
