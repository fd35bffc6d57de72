package org.plenish.engine.io.generate;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.plenish.engine.model.DailySales;
import org.plenish.engine.model.SkuLocation;

/**
 * What sales tell of an article, before anything is filled in.
 *
 * @param firstSale first day with a row; the plan's date if there is none
 * @param lastSale last day with something sold; the first day with a row if nothing ever was
 * @param medianPrice of the days' mean prices (currency units); NaN where sales tell no price
 * @param weeklyUnits mean net sales of a week by warehouse, over the last 26 weeks or since the first sale if that is
 *     less, but never over fewer than 4; 0 or more
 * @param soldUnits by warehouse, over all time
 */
record SalesSummary(
        LocalDate firstSale,
        LocalDate lastSale,
        double medianPrice,
        SortedMap<SkuLocation, Double> weeklyUnits,
        SortedMap<SkuLocation, Integer> soldUnits) {

    private static final int RECENT_WEEKS = 26;
    private static final int FEWEST_WEEKS = 4;

    double networkWeeklyUnits() {
        return weeklyUnits.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** Of the warehouses that sell it; 0 if none does. */
    double meanWeeklyUnits() {
        return weeklyUnits.values().stream()
                .mapToDouble(Double::doubleValue)
                .filter(units -> units > 0)
                .average()
                .orElse(0);
    }

    /** @param sales of one article; a warehouse may be there without any */
    static SalesSummary of(SortedMap<SkuLocation, DailySales> sales, LocalDate asOf) {
        int end = Math.toIntExact(asOf.toEpochDay());
        int first = sales.values().stream()
                .filter(days -> days.days() > 0)
                .mapToInt(days -> days.epochDays()[0])
                .min()
                .orElse(end);
        int last = sales.values().stream()
                .mapToInt(SalesSummary::lastSoldDay)
                .max()
                .orElse(first);
        int weeks = Math.max(FEWEST_WEEKS, Math.min(RECENT_WEEKS, (end - first + 6) / 7));
        SortedMap<SkuLocation, Double> weekly = new TreeMap<>();
        SortedMap<SkuLocation, Integer> sold = new TreeMap<>();
        sales.forEach((location, days) -> {
            weekly.put(location, Math.max(0, netUnitsFrom(days, end - 7 * weeks)) / (double) weeks);
            sold.put(location, Arrays.stream(days.soldUnits()).sum());
        });
        return new SalesSummary(
                LocalDate.ofEpochDay(first),
                LocalDate.ofEpochDay(Math.max(first, last)),
                medianPrice(List.copyOf(sales.values())),
                weekly,
                sold);
    }

    private static int lastSoldDay(DailySales days) {
        for (int i = days.days() - 1; i >= 0; i--) {
            if (days.soldUnits()[i] > 0) {
                return days.epochDays()[i];
            }
        }
        return Integer.MIN_VALUE;
    }

    /** Net units of the day {@code epochDay} and later. */
    static int netUnitsFrom(DailySales days, int epochDay) {
        int units = 0;
        for (int i = days.days() - 1; i >= 0 && days.epochDays()[i] >= epochDay; i--) {
            units += days.netUnits(i);
        }
        return units;
    }

    private static double medianPrice(List<DailySales> sales) {
        double[] prices =
                sales.stream().flatMapToDouble(SalesSummary::prices).sorted().toArray();
        return prices.length == 0 ? Double.NaN : prices[prices.length / 2];
    }

    private static DoubleStream prices(DailySales days) {
        return IntStream.range(0, days.days())
                .filter(i -> days.netUnits(i) > 0 && days.revenueMinorUnits()[i] > 0)
                .mapToDouble(i -> days.revenueMinorUnits()[i] / 100.0 / days.netUnits(i));
    }
}
