package org.plenish.engine.simulate.backtest;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.policy.AbcClass;
import org.plenish.engine.simulate.LedgerTotals;

/**
 * What one contender's decisions came to.
 *
 * @param name as {@link Contender#name}
 * @param description one sentence for a planner
 * @param total of everything
 * @param byClass of the SKU-locations of a class
 * @param byBucket in the order of the replay's buckets
 * @param byLocation of each SKU-location
 */
public record Outcome(
        String name,
        String description,
        Part total,
        SortedMap<AbcClass, Part> byClass,
        List<Figures> byBucket,
        SortedMap<SkuLocation, Part> byLocation) {

    public Outcome {
        byClass = Collections.unmodifiableSortedMap(new TreeMap<>(byClass));
        byBucket = List.copyOf(byBucket);
        byLocation = Collections.unmodifiableSortedMap(new TreeMap<>(byLocation));
    }

    /**
     * Figures of some SKU-locations over the whole replay.
     *
     * @param service by days: cycles, days with demand and days in stock
     */
    public record Part(Figures figures, LedgerTotals service) {

        static final Part NONE = new Part(Figures.NONE, LedgerTotals.NONE);

        Part plus(Part other) {
            return new Part(figures.plus(other.figures), service.plus(other.service));
        }
    }
}
