package org.plenish.engine.forecast.intermittent;

import org.plenish.engine.math.Lattice;

/**
 * Each bucket has a demand with the same probability, and its size is one of those seen: occurrence and size are weighted
 * apart, as {@code TeunterSyntetosBabai} smooths them, so a size is remembered longer than how often it comes.
 *
 * <p>Source: Croston (1972), doi:10.1057/jors.1972.50 (the model); Willemain, Smart &amp; Schwarz (2004),
 * doi:10.1016/S0169-2070(03)00013-X (sizes as seen).
 *
 * @param occurrenceRetention weight of a bucket by that of the bucket after it, above 0 and at most 1
 * @param sizeRetention weight of a demand by that of the demand after it, above 0 and at most 1
 */
public record CompoundBernoulliDemand(double occurrenceRetention, double sizeRetention) implements DemandModel {

    public CompoundBernoulliDemand {
        EmpiricalDemand.requireRetention(occurrenceRetention);
        EmpiricalDemand.requireRetention(sizeRetention);
    }

    @Override
    public String id() {
        return "compound_bernoulli";
    }

    @Override
    public DemandDistribution fit(double[] demandUnits) {
        CountHistory history = CountHistory.of(demandUnits);
        double[] counts = history.counts();
        double[] weights = CountHistory.recencyWeights(counts.length, occurrenceRetention);
        double occurred = 0;
        double all = 0;
        double sizeWeight = 1;
        double sizes = 0;
        double[] mixed = new double[counts.length];
        for (int i = counts.length - 1; i >= 0; i--) {
            all += weights[i];
            if (counts[i] > 0) {
                occurred += weights[i];
                mixed[i] = sizeWeight;
                sizes += sizeWeight;
                sizeWeight *= sizeRetention;
            }
        }
        if (sizes == 0) {
            return new IndependentDemand(Lattice.zero());
        }
        double probability = occurred / all;
        double zeros = 0;
        for (double count : counts) {
            zeros += count > 0 ? 0 : 1;
        }
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = counts[i] > 0 ? probability * mixed[i] / sizes : (1 - probability) / zeros;
        }
        return new IndependentDemand(history.weighted(mixed, IndependentDemand.MAX_SIZE));
    }
}
