package org.plenish.engine.simulate.sample;

import org.plenish.engine.model.Series;
import org.plenish.engine.model.SkuLocation;

/**
 * What may happen to one SKU-location.
 *
 * @param stockoutProbability by bucket: the share of paths in which customers wait at the bucket's end
 * @param anyStockoutProbability the share of paths in which they wait at the end of some bucket
 * @param demandUnits over the horizon, on average of the paths
 * @param shortUnits of them: not served at once
 * @param averageStockUnits at a bucket's end, on average of buckets and paths
 * @param paths how many paths these shares are of
 */
public record LocationRisk(
        SkuLocation location,
        Series stockoutProbability,
        double anyStockoutProbability,
        double demandUnits,
        double shortUnits,
        double averageStockUnits,
        int paths) {

    /** Share of demand that is served at once; 1 without demand. */
    public double fillRate() {
        return demandUnits == 0 ? 1 : 1 - shortUnits / demandUnits;
    }

    /** How far the number of paths leaves a probability open: {@code √(p·(1 - p)/n)}. */
    public double standardErrorOf(double probability) {
        return Math.sqrt(probability * (1 - probability) / paths);
    }
}
