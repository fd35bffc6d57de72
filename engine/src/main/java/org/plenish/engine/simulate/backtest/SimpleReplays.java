package org.plenish.engine.simulate.backtest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.simulate.backtest.BacktestReport.EqualFillRate;
import org.plenish.engine.simulate.backtest.LocationReplay.Standing;

/**
 * Simple policies after the rule books' replay, with the same openings, terms and averages: cheap enough to try many scales.
 *
 * @param termsByBucket what held in each bucket
 * @param openingBuckets in which bucket each SKU-location opens
 * @param newReplay makes one in which nothing is open yet
 */
record SimpleReplays(
        Yardstick yardstick,
        List<Map<SkuLocation, SupplyTerms>> termsByBucket,
        SortedMap<SkuLocation, Integer> openingBuckets,
        Map<SkuLocation, Opening> openings,
        Supplier<Replay> newReplay) {

    /** Less than nothing kept for safety, down to less than lead-time demand. */
    private static final double LEAST_SCALE = -2;

    private static final double MOST_SCALE = 24;
    private static final double NEAR_ENOUGH = 0.0002;
    private static final int MOST_TRIES = 14;

    Replay replay(SimplePolicy policy) {
        Replay replay = newReplay.get();
        List<List<SkuLocation>> opening = openingByBucket();
        for (int bucket = 0; bucket < termsByBucket.size(); bucket++) {
            Map<SkuLocation, SupplyTerms> terms = termsByBucket.get(bucket);
            for (SkuLocation location : opening.get(bucket)) {
                replay.open(location, known(openings, location), known(terms, location));
            }
            Map<SkuLocation, Standing> standings = new HashMap<>();
            int now = bucket;
            terms.forEach((location, own) -> standings.put(
                    location,
                    new Standing(
                            policy.levels(
                                    yardstick.unitsPerDay(location, now),
                                    own.option().leadTimeDays()),
                            own)));
            replay.replay(bucket, standings);
        }
        return replay;
    }

    /** With the scale, found by bisection, at which as much of demand is served as {@code fillRate}, or nearly. */
    EqualFillRate atFillRate(SimplePolicy usual, double fillRate, Costing costing) {
        double low = LEAST_SCALE;
        double high = MOST_SCALE;
        EqualFillRate nearest = null;
        for (int tried = 0; tried < MOST_TRIES; tried++) {
            double scale = tried == 0 ? usual.safetyScale() : (low + high) / 2;
            SimplePolicy policy = new SimplePolicy(usual.kind(), scale);
            Figures figures =
                    costing.outcome("", "", replay(policy).played()).total().figures();
            double off = figures.fillRate() - fillRate;
            boolean reached = Math.abs(off) <= NEAR_ENOUGH;
            EqualFillRate found = new EqualFillRate(policy, figures, reached);
            if (nearest == null || Math.abs(off) < Math.abs(nearest.figures().fillRate() - fillRate)) {
                nearest = found;
            }
            if (reached) {
                break;
            }
            if (off < 0) {
                low = scale;
            } else {
                high = scale;
            }
        }
        if (nearest == null) {
            throw new IllegalStateException("No scale was tried.");
        }
        return nearest;
    }

    private List<List<SkuLocation>> openingByBucket() {
        List<List<SkuLocation>> opening = new ArrayList<>();
        termsByBucket.forEach(terms -> opening.add(new ArrayList<>()));
        openingBuckets.forEach((location, bucket) -> opening.get(bucket).add(location));
        return opening;
    }

    private static <T> T known(Map<SkuLocation, T> values, SkuLocation location) {
        T value = values.get(location);
        if (value == null) {
            throw new IllegalStateException(location + " opens, but nothing is known of it.");
        }
        return value;
    }
}
