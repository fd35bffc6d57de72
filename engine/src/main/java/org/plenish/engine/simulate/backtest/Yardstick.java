package org.plenish.engine.simulate.backtest;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.policy.AbcClass;
import org.plenish.engine.policy.PolicyChoice;
import org.plenish.engine.policy.SkuLocationProfile;

/**
 * By what all contenders are measured alike, whatever they themselves think: class and service target as the first rule
 * book says, and last year's average demand, all as known at the start of each bucket.
 */
final class Yardstick {

    private static final double DAYS_PER_YEAR = 365;

    private final int buckets;
    private final SortedMap<SkuLocation, Marks> marks = new TreeMap<>();

    /** By bucket; NaN where it was not known yet. */
    @SuppressWarnings("ArrayRecordComponent") // columns that fill as the replay goes on
    private record Marks(AbcClass abcClass, double[] serviceTarget, double[] unitsPerDay) {}

    Yardstick(int buckets) {
        this.buckets = buckets;
    }

    void note(int bucket, List<SkuLocationProfile> profiles, List<PolicyChoice> choices) {
        for (int i = 0; i < profiles.size(); i++) {
            SkuLocationProfile profile = profiles.get(i);
            PolicyChoice choice = choices.get(i);
            Marks own = marks.computeIfAbsent(
                    profile.location(), location -> new Marks(choice.abcClass(), unknown(), unknown()));
            own.serviceTarget()[bucket] = choice.serviceTarget();
            own.unitsPerDay()[bucket] = profile.demand().annualUnits() / DAYS_PER_YEAR;
        }
    }

    private double[] unknown() {
        double[] values = new double[buckets];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    /** As it was when it was first known. */
    AbcClass abcClass(SkuLocation location) {
        return of(location).abcClass();
    }

    /** By which a lost unit is priced, whatever target a contender aims at. */
    double serviceTarget(SkuLocation location, int bucket) {
        return of(location).serviceTarget()[bucket];
    }

    double unitsPerDay(SkuLocation location, int bucket) {
        return of(location).unitsPerDay()[bucket];
    }

    private Marks of(SkuLocation location) {
        Marks own = marks.get(location);
        if (own == null) {
            throw new IllegalStateException(location + " is replayed, but was never judged by the rule book.");
        }
        return own;
    }
}
