package org.plenish.engine.simulate.backtest;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plenish.engine.forecast.clean.DemandHistories;
import org.plenish.engine.model.DailySales;
import org.plenish.engine.model.DailyStock;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.DemandHistory;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.TimeBuckets;

/**
 * What customers asked for on each day of the replay, whether it was there or not. A bucket in stock has what was sold; of one that
 * was in stock on a share of its days, sales are divided by that share, by a half at least; one that was mostly without stock and sold
 * nothing has the mean of up to {@value #LOOKED_BACK} known buckets before it. What is added is spread over the days without
 * stock. What came back is taken from the latest sales of its bucket. A policy never sees demand; it is only served, or not, from
 * its stock.
 */
final class TrueDemand {

    /** Known buckets before that say what a bucket without stock would have sold. */
    private static final int LOOKED_BACK = 8;

    /** Below this share of a bucket's days in stock, sales are not scaled up further, as in a demand history. */
    private static final double LEAST_SHARE = 0.5;

    private final SortedMap<SkuLocation, int[]> unitsByDay;
    private final SortedMap<SkuLocation, DemandCorrections> corrections;

    private TrueDemand(
            SortedMap<SkuLocation, int[]> unitsByDay, SortedMap<SkuLocation, DemandCorrections> corrections) {
        this.unitsByDay = unitsByDay;
        this.corrections = corrections;
    }

    /**
     * @param replayed the last buckets before the dataset's date
     * @param corrected whether sales lost without stock are put back; if not, recorded sales are demand
     */
    static TrueDemand of(Dataset dataset, TimeBuckets replayed, boolean corrected, int threads) {
        SortedMap<SkuLocation, int[]> unitsByDay = new TreeMap<>();
        SortedMap<SkuLocation, DemandCorrections> corrections = new TreeMap<>();
        DemandHistories.build(dataset, threads).forEach((location, history) -> {
            Spread spread = new Spread(dataset, replayed, history, corrected);
            unitsByDay.put(location, spread.unitsByDay());
            corrections.put(location, spread.corrections());
        });
        return new TrueDemand(unitsByDay, corrections);
    }

    /** By day from the replay's start; a copy is not made. */
    SortedMap<SkuLocation, int[]> unitsByDay() {
        return unitsByDay;
    }

    DemandCorrections corrections(Iterable<SkuLocation> locations) {
        DemandCorrections sum = DemandCorrections.NONE;
        for (SkuLocation location : locations) {
            sum = sum.plus(corrections.getOrDefault(location, DemandCorrections.NONE));
        }
        return sum;
    }

    /** One SKU-location's buckets, day by day. */
    private static final class Spread {

        private final DailyStock stock;
        private final int[] units;
        private DemandCorrections corrections = DemandCorrections.NONE;

        Spread(Dataset dataset, TimeBuckets replayed, DemandHistory history, boolean corrected) {
            stock = dataset.stockHistory().getOrDefault(history.location(), DailyStock.NONE);
            int firstDay = Math.toIntExact(replayed.start().toEpochDay());
            units = new int[Math.toIntExact(replayed.end().toEpochDay()) - firstDay];
            DailySales sales = dataset.sales().getOrDefault(history.location(), DailySales.NONE);
            for (int i = 0; i < sales.days(); i++) {
                int day = sales.epochDays()[i] - firstDay;
                if (day >= 0 && day < units.length) {
                    units[day] = sales.soldUnits()[i];
                }
            }
            double carry = 0;
            for (int b = 0; b < history.buckets().count(); b++) {
                int from = Math.toIntExact(history.buckets().start(b).toEpochDay()) - firstDay;
                if (from < 0) {
                    continue;
                }
                int to = from + history.buckets().days(b);
                double wanted = wantedUnits(history, b, corrected) + carry;
                int whole = (int) Math.floor(wanted + 1e-9);
                carry = Math.max(0, wanted - whole);
                fit(from, to, whole, firstDay);
            }
        }

        int[] unitsByDay() {
            return units;
        }

        DemandCorrections corrections() {
            return corrections;
        }

        private double wantedUnits(DemandHistory history, int bucket, boolean corrected) {
            double sold = soldUnits(history, bucket);
            double inStockShare = history.inStockShare().get(bucket);
            boolean unknown = isUnknown(history, bucket);
            double wanted = sold;
            if (corrected && inStockShare < 1) {
                wanted = unknown ? before(history, bucket) : sold / Math.max(LEAST_SHARE, inStockShare);
            }
            boolean added = wanted > sold;
            corrections = corrections.plus(new DemandCorrections(
                    1,
                    inStockShare < 1 ? 1 : 0,
                    !unknown && added ? 1 : 0,
                    unknown && added ? 1 : 0,
                    (long) sold,
                    Math.round(wanted - sold),
                    added && corrections.correctedLocations() == 0 ? 1 : 0,
                    added ? Math.round((1 - inStockShare) * history.buckets().days(bucket)) : 0));
            return wanted;
        }

        private static double soldUnits(DemandHistory history, int bucket) {
            return Math.max(0, history.soldUnits().get(bucket));
        }

        private static boolean isUnknown(DemandHistory history, int bucket) {
            return history.inStockShare().get(bucket) < LEAST_SHARE && soldUnits(history, bucket) == 0;
        }

        /** Only what came before: what is decided must not depend on what came later, not even by the stock that is left. */
        private static double before(DemandHistory history, int bucket) {
            double sum = 0;
            int known = 0;
            for (int i = bucket - 1; i >= 0 && known < LOOKED_BACK; i--) {
                if (!isUnknown(history, i)) {
                    sum += soldUnits(history, i)
                            / Math.max(LEAST_SHARE, history.inStockShare().get(i));
                    known++;
                }
            }
            return known == 0 ? 0 : sum / known;
        }

        /** Makes the days {@code [from, to)} add up to {@code wantedUnits}. */
        private void fit(int from, int to, int wantedUnits, int firstDay) {
            int missing = wantedUnits - Arrays.stream(units, from, to).sum();
            for (int day = to - 1; day >= from && missing < 0; day--) {
                int taken = Math.min(units[day], -missing);
                units[day] -= taken;
                missing += taken;
            }
            if (missing <= 0) {
                return;
            }
            int[] days = daysWithoutStock(from, to, firstDay);
            for (int i = 0; i < days.length; i++) {
                units[days[i]] += missing / days.length + (i < missing % days.length ? 1 : 0);
            }
        }

        /** All days of the bucket where none is noted. */
        private int[] daysWithoutStock(int from, int to, int firstDay) {
            int[] days = new int[to - from];
            int count = 0;
            for (int day = from; day < to; day++) {
                int index = Arrays.binarySearch(stock.epochDays(), firstDay + day);
                int note = index >= 0 ? index : -index - 2;
                if (note >= 0 && stock.onHandUnits()[note] <= 0 && units[day] == 0) {
                    days[count++] = day;
                }
            }
            if (count == 0) {
                for (int day = from; day < to; day++) {
                    days[count++] = day;
                }
            }
            return Arrays.copyOf(days, count);
        }
    }
}
