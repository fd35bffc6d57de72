package org.plenish.engine.simulate.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.OpenPurchaseOrder;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.StockPosition;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.engine.simulate.backtest.Costing.Played;
import org.plenish.engine.simulate.backtest.LocationReplay.Standing;

/** All SKU-locations under one contender. */
final class Replay {

    private final TimeBuckets replayed;
    private final Map<SkuLocation, int[]> demandByDay;
    private final ReviewCalendar calendar;
    private final LeadTimes leadTimes;
    private final InParallel parallel;
    private final SortedMap<SkuLocation, LocationReplay> locations = new TreeMap<>();

    Replay(TimeBuckets replayed, Map<SkuLocation, int[]> demandByDay, LeadTimes leadTimes, InParallel parallel) {
        this.replayed = replayed;
        this.demandByDay = demandByDay;
        this.calendar = new ReviewCalendar(replayed);
        this.leadTimes = leadTimes;
        this.parallel = parallel;
    }

    void open(SkuLocation location, Opening opening, SupplyTerms terms) {
        int[] demand = demandByDay.getOrDefault(
                location,
                new int
                        [Math.toIntExact(
                                replayed.end().toEpochDay() - replayed.start().toEpochDay())]);
        locations.put(location, new LocationReplay(location, replayed, opening, terms, demand));
    }

    /** What a rule book may see of its own stock. */
    Dataset seenBy(Dataset known) {
        SortedMap<SkuLocation, StockPosition> stock = new TreeMap<>(known.stock());
        List<OpenPurchaseOrder> onOrder = new ArrayList<>();
        locations.forEach((location, replay) -> {
            stock.put(location, new StockPosition(location, replay.onHandUnits(), 0, 0, List.of()));
            if (replay.onOrderUnits() > 0) {
                onOrder.add(new OpenPurchaseOrder(
                        "replay",
                        replay.supplier(),
                        location,
                        replay.onOrderUnits(),
                        known.settings().asOf(),
                        null,
                        null));
            }
        });
        return KnownThen.withStock(known, stock, onOrder);
    }

    /**
     * The days of a bucket.
     *
     * @param standings what holds in it; of a SKU-location without one nothing is ordered
     */
    void replay(int bucket, Map<SkuLocation, Standing> standings) {
        parallel.forEach(
                List.copyOf(locations.values()),
                one -> one.replay(bucket, standings.get(one.location()), calendar, leadTimes));
    }

    /** In the order of the locations. */
    List<Played> played() {
        return locations.values().stream()
                .map(one -> new Played(one.location(), one.flows(), one.orders(), one.totals()))
                .toList();
    }
}
