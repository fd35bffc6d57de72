package org.plenish.engine.forecast.intermittent;

/**
 * What was is what will be: the past buckets themselves, the recent ones with more weight. Zeros are buckets like any
 * other, so a total over k buckets is Willemain's bootstrap without its dependence of neighbouring buckets, summed exactly
 * instead of drawn.
 *
 * <p>Source: Willemain, Smart &amp; Schwarz (2004), doi:10.1016/S0169-2070(03)00013-X; Boylan &amp; Syntetos (2021),
 * Intermittent Demand Forecasting, ch. 13.
 *
 * @param retention weight of a bucket by that of the bucket after it, above 0 and at most 1
 */
public record EmpiricalDemand(double retention) implements DemandModel {

    public EmpiricalDemand {
        requireRetention(retention);
    }

    static void requireRetention(double retention) {
        if (!(retention > 0 && retention <= 1)) {
            throw new IllegalArgumentException("retention: " + retention + " must be above 0 and at most 1.");
        }
    }

    @Override
    public String id() {
        return "empirical";
    }

    @Override
    public DemandDistribution fit(double[] demandUnits) {
        CountHistory history = CountHistory.of(demandUnits);
        return new IndependentDemand(
                history.weighted(CountHistory.recencyWeights(history.length(), retention), IndependentDemand.MAX_SIZE));
    }
}
