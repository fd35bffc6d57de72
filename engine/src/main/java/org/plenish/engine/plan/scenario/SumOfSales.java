package org.plenish.engine.plan.scenario;

import java.util.Map;
import java.util.TreeMap;
import org.plenish.engine.model.DailySales;
import org.plenish.engine.model.DemandHistory;
import org.plenish.engine.model.Series;
import org.plenish.engine.model.TimeBuckets;

/** What two places sold together. */
final class SumOfSales {

    private SumOfSales() {}

    static DailySales of(DailySales one, DailySales other) {
        TreeMap<Integer, long[]> days = new TreeMap<>();
        add(days, one);
        add(days, other);
        int[] epochDays = new int[days.size()];
        int[] sold = new int[days.size()];
        int[] returned = new int[days.size()];
        long[] revenue = new long[days.size()];
        int row = 0;
        for (var day : days.entrySet()) {
            epochDays[row] = day.getKey();
            sold[row] = Math.toIntExact(day.getValue()[0]);
            returned[row] = Math.toIntExact(day.getValue()[1]);
            revenue[row] = day.getValue()[2];
            row++;
        }
        return new DailySales(epochDays, sold, returned, revenue);
    }

    private static void add(Map<Integer, long[]> days, DailySales sales) {
        for (int i = 0; i < sales.days(); i++) {
            long[] day = days.computeIfAbsent(sales.epochDays()[i], none -> new long[3]);
            day[0] += sales.soldUnits()[i];
            day[1] += sales.returnedUnits()[i];
            day[2] += sales.revenueMinorUnits()[i];
        }
    }

    /**
     * Bucket by bucket, from the earlier of both starts; both end on the plan's date. Before its start one sold nothing;
     * where the demand of one is not known, neither is the sum's.
     */
    static DemandHistory of(DemandHistory one, DemandHistory other) {
        boolean firstIsLonger = one.buckets().count() >= other.buckets().count();
        DemandHistory longer = firstIsLonger ? one : other;
        DemandHistory shorter = firstIsLonger ? other : one;
        int before = longer.buckets().count() - shorter.buckets().count();
        TimeBuckets buckets = longer.buckets();
        return new DemandHistory(
                one.location(),
                buckets,
                sum(longer.soldUnits(), shorter.soldUnits(), before),
                longer.inStockShare(),
                sum(longer.demandUnits(), shorter.demandUnits(), before));
    }

    private static Series sum(Series longer, Series shorter, int before) {
        double[] sum = longer.toArray();
        for (int i = before; i < sum.length; i++) {
            sum[i] += shorter.get(i - before);
        }
        return Series.of(sum);
    }
}
