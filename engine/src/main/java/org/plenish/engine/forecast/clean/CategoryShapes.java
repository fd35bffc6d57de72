package org.plenish.engine.forecast.clean;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plenish.engine.forecast.method.SeasonalIndices;

/**
 * What each bucket of the year usually sells in a category, 1 is the average: told from its common demand where that
 * spans two seasons, else 1 throughout.
 */
final class CategoryShapes {

    private static final int LEAST_SEASONS = 2;

    /** As if one season without any shape had been seen too. */
    private static final double PRIOR_SEASONS = 1;

    private final Map<String, double[]> byCategory;
    private final int period;

    private CategoryShapes(Map<String, double[]> byCategory, int period) {
        this.byCategory = byCategory;
        this.period = period;
    }

    /**
     * @param members all end at the plan's date
     * @param period buckets in a season
     */
    static CategoryShapes of(List<SeasonalPools.Member> members, int period) {
        SeasonalPools pools = SeasonalPools.of(members, period);
        Map<String, double[]> shapes = new HashMap<>();
        members.stream().map(SeasonalPools.Member::category).distinct().forEach(category -> {
            double[] pool = pools.pool(category);
            if (period > 1 && pool.length >= LEAST_SEASONS * period) {
                int whole = pool.length / period * period; // so that position 0 is the plan's date
                shapes.put(
                        category,
                        SeasonalIndices.of(
                                Arrays.copyOfRange(pool, pool.length - whole, pool.length), period, PRIOR_SEASONS));
            }
        });
        return new CategoryShapes(shapes, period);
    }

    /** Whether the category's history spans enough to tell. */
    boolean knows(String category) {
        return byCategory.containsKey(category);
    }

    /**
     * The shape of {@code count} buckets.
     *
     * @param first bucket, counted from the plan's date; negative in the past
     */
    double[] of(String category, int first, int count) {
        double[] shape = byCategory.get(category);
        double[] factors = new double[count];
        Arrays.setAll(factors, i -> shape == null ? 1 : shape[Math.floorMod(first + i, period)]);
        return factors;
    }
}
