package org.plenish.engine.simulate.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.plenish.engine.model.DailySales;
import org.plenish.engine.model.DailyStock;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.engine.simulate.BucketOutcome;
import org.plenish.engine.simulate.ServiceTally;
import org.plenish.engine.simulate.backtest.Costing.Played;

/**
 * What really came to pass, as far as stock notes and sales tell. Between two notes stock is taken to lie on a straight line, after a
 * note of none to stay at none; what came is what closes the balance. Of demand, as much was served as was sold, returns
 * netted. Orders are not known, so there is no order cost, and no replenishment cycle.
 */
final class WhatHappened {

    private final Dataset dataset;
    private final TimeBuckets replayed;
    private final Map<SkuLocation, int[]> demandByDay;

    WhatHappened(Dataset dataset, TimeBuckets replayed, Map<SkuLocation, int[]> demandByDay) {
        this.dataset = dataset;
        this.replayed = replayed;
        this.demandByDay = demandByDay;
    }

    /**
     * Those whose stock was noted before they open.
     *
     * @param openingBuckets of each SKU-location that is replayed
     */
    List<Played> played(SortedMap<SkuLocation, Integer> openingBuckets) {
        List<Played> played = new ArrayList<>();
        openingBuckets.forEach((location, bucket) -> {
            DailyStock notes = dataset.stockHistory().getOrDefault(location, DailyStock.NONE);
            long start = replayed.start(bucket).toEpochDay();
            if (notes.epochDays().length > 0 && notes.epochDays()[0] < start) {
                played.add(played(location, bucket, notes));
            }
        });
        return played;
    }

    private Played played(SkuLocation location, int openingBucket, DailyStock notes) {
        int firstDay = Math.toIntExact(replayed.start().toEpochDay());
        int from = Math.toIntExact(replayed.start(openingBucket).toEpochDay());
        int to = Math.toIntExact(replayed.end().toEpochDay());
        int[] demand = demandByDay.getOrDefault(location, new int[to - firstDay]);
        int[] sold = sold(location, firstDay, to);
        StockFlows flows = new StockFlows(replayed.count());
        ServiceTally tally = new ServiceTally();
        long opening = Math.round(stockAt(notes, from - 1));
        for (int day = from; day < to; day++) {
            int bucket = replayed.indexOf(LocalDate.ofEpochDay(day));
            long closing = Math.round(stockAt(notes, day));
            long served = Math.min(sold[day - firstDay], demand[day - firstDay]);
            BucketOutcome outcome = new BucketOutcome(
                    day - from,
                    opening,
                    closing - opening + served,
                    0,
                    demand[day - firstDay],
                    served,
                    demand[day - firstDay] - served,
                    closing,
                    0);
            flows.add(bucket, outcome);
            tally.add(outcome);
            opening = closing;
        }
        return new Played(location, flows, List.of(), tally.totals());
    }

    private int[] sold(SkuLocation location, int firstDay, int to) {
        int[] units = new int[to - firstDay];
        DailySales sales = dataset.sales().getOrDefault(location, DailySales.NONE);
        for (int i = 0; i < sales.days(); i++) {
            int day = sales.epochDays()[i] - firstDay;
            if (day >= 0 && day < units.length) {
                units[day] = sales.soldUnits()[i];
            }
        }
        return units;
    }

    /** At the day's end. */
    private static double stockAt(DailyStock notes, int day) {
        int index = Arrays.binarySearch(notes.epochDays(), day);
        if (index >= 0) {
            return Math.max(0, notes.onHandUnits()[index]);
        }
        int before = -index - 2;
        int units = Math.max(0, notes.onHandUnits()[before]);
        if (units == 0 || before + 1 == notes.epochDays().length) {
            return units;
        }
        double share = (double) (day - notes.epochDays()[before])
                / (notes.epochDays()[before + 1] - notes.epochDays()[before]);
        return units + share * (Math.max(0, notes.onHandUnits()[before + 1]) - units);
    }
}
