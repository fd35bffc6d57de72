package org.plenish.engine.simulate.backtest;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.DatasetSettings;
import org.plenish.engine.model.TimeBuckets;

/**
 * What a replay found.
 *
 * @param dataset whose history it was
 * @param buckets that were replayed
 * @param seed of the lead times
 * @param correctedDemand whether sales lost without stock count as demand
 * @param corrections by how much demand differs from recorded sales
 * @param locations SKU-locations that were replayed
 * @param withoutNotes of them, those whose opening stock was not noted and is assumed
 * @param notBought SKU-locations left out because no supplier delivers there
 * @param neverKnown SKU-locations left out because they first appear in the last bucket or later
 * @param outcomes the first rule book's, then those of the other contenders, in the order they were given
 * @param happened what really came to pass; null where no stock was noted
 * @param happenedLocations of {@code locations}, those that {@code happened} tells of
 * @param atEqualFillRate what each simple policy costs at the first outcome's fill rate
 */
public record BacktestReport(
        DatasetSettings dataset,
        TimeBuckets buckets,
        long seed,
        boolean correctedDemand,
        DemandCorrections corrections,
        int locations,
        int withoutNotes,
        int notBought,
        int neverKnown,
        List<Outcome> outcomes,
        @Nullable Outcome happened,
        int happenedLocations,
        List<EqualFillRate> atEqualFillRate) {

    public BacktestReport {
        outcomes = List.copyOf(outcomes);
        atEqualFillRate = List.copyOf(atEqualFillRate);
    }

    /**
     * A simple policy with more or less kept for safety, so that it serves the same share of demand.
     *
     * @param policy with the scale that comes nearest
     * @param figures what it then comes to
     * @param reached false: no scale serves that share, and this is the nearest end
     */
    public record EqualFillRate(SimplePolicy policy, Figures figures, boolean reached) {}

    /** All outcomes, what happened last. */
    public List<Outcome> shown() {
        return happened == null
                ? outcomes
                : Stream.concat(outcomes.stream(), Stream.of(happened)).toList();
    }

    /** Of what really happened no orders are known, and so no order cost and no total. */
    public boolean knowsOrders(Outcome outcome) {
        return outcome != happened;
    }

    public long calendarDays() {
        return buckets.end().toEpochDay() - buckets.start().toEpochDay();
    }
}
