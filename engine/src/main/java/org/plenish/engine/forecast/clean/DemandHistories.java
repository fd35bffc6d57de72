package org.plenish.engine.forecast.clean;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.DailySales;
import org.plenish.engine.model.DailyStock;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.DemandHistory;
import org.plenish.engine.model.GivenForecast;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.OpenPurchaseOrder;
import org.plenish.engine.model.OpenSalesOrder;
import org.plenish.engine.model.Series;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.TimeBuckets;

/**
 * Turns daily sales into demand by bucket, on the grid that ends at the plan's date.
 *
 * <ul>
 *   <li><b>From when.</b> A history starts at the article's introduction where that is given, else at the SKU-location's
 *       first sale; where it never sold, at the start of the data. Never before the data's first sale.
 *   <li><b>Until when.</b> The plan's date, exclusive; later sales are ignored.
 *   <li><b>Returns</b> reduce the sales of their bucket. What a bucket cannot absorb reduces the latest earlier buckets
 *       with sales, as those are what came back; what is then left was sold before the history and is dropped. Demand
 *       is never negative.
 *   <li><b>Stock.</b> A day is in stock if the stock noted last, up to and including that day, is above zero, if none
 *       was noted yet, or if something sold. Days before the history's start in its first bucket are not days on sale.
 *   <li><b>Censoring.</b> Where a bucket was on sale and in stock for at least half of its days, demand is sales by that
 *       share. Where for less, demand is not known (NaN), unless something sold: then it is twice the sales.
 * </ul>
 */
public final class DemandHistories {

    /** Below this share of a bucket's days, sales do not tell demand. */
    static final double MIN_SHARE = 0.5;

    private DemandHistories() {}

    /**
     * One history for each SKU-location that is to be planned: it has a stock position, sales, a given forecast, a
     * customer's open order or goods under way.
     */
    public static SortedMap<SkuLocation, DemandHistory> build(Dataset dataset) {
        return build(dataset, 1);
    }

    /** @param threads to share the work between, 1 or more; the result does not depend on it */
    public static SortedMap<SkuLocation, DemandHistory> build(Dataset dataset, int threads) {
        SortedSet<SkuLocation> locations = new TreeSet<>(dataset.stock().keySet());
        locations.addAll(dataset.sales().keySet());
        dataset.givenForecasts().stream().map(GivenForecast::location).forEach(locations::add);
        dataset.openSalesOrders().stream().map(OpenSalesOrder::location).forEach(locations::add);
        dataset.openPurchaseOrders().stream().map(OpenPurchaseOrder::location).forEach(locations::add);
        dataset.openTransfers().stream()
                .map(transfer -> new SkuLocation(transfer.item(), transfer.to()))
                .forEach(locations::add);
        SortedMap<SkuLocation, DemandHistory> histories = new TreeMap<>();
        InOrder.map(List.copyOf(locations), threads, location -> history(dataset, location))
                .forEach(history -> histories.put(history.location(), history));
        return Collections.unmodifiableSortedMap(histories);
    }

    private static DemandHistory history(Dataset dataset, SkuLocation location) {
        DailySales sales = dataset.sales().getOrDefault(location, DailySales.NONE);
        DailyStock stock = dataset.stockHistory().getOrDefault(location, DailyStock.NONE);
        LocalDate asOf = dataset.settings().asOf();
        LocalDate start = start(dataset, dataset.items().get(location.item()), sales);
        int count = start.isBefore(asOf) ? -dataset.settings().bucket().between(asOf, start) : 0;
        TimeBuckets buckets = TimeBuckets.endingAt(asOf, dataset.settings().bucket(), count);

        double[] sold = soldUnits(buckets, sales);
        int[] daysOnSale = new int[count];
        int[] daysInStock = new int[count];
        countDays(buckets, start, sales, stock, daysOnSale, daysInStock);
        double[] inStockShare = new double[count];
        double[] demand = RecordedSales.netOfReturns(sold);
        for (int i = 0; i < count; i++) {
            inStockShare[i] = daysOnSale[i] == 0 ? 1 : (double) daysInStock[i] / daysOnSale[i];
            double share = (double) daysInStock[i] / buckets.days(i);
            demand[i] = share < MIN_SHARE && demand[i] == 0 ? Double.NaN : demand[i] / Math.max(MIN_SHARE, share);
        }
        return new DemandHistory(location, buckets, Series.of(sold), Series.of(inStockShare), Series.of(demand));
    }

    private static LocalDate start(Dataset dataset, @Nullable Item item, DailySales sales) {
        LocalDate asOf = dataset.settings().asOf();
        LocalDate dataStart = dataset.firstSale() == null ? asOf : dataset.firstSale();
        LocalDate introduced = item == null ? null : item.introducedOn();
        LocalDate firstSale = sales.days() == 0 ? null : sales.day(0);
        LocalDate start;
        if (introduced == null) {
            start = firstSale == null ? dataStart : firstSale;
        } else {
            start = firstSale != null && firstSale.isBefore(introduced) ? firstSale : introduced;
        }
        return start.isBefore(dataStart) ? dataStart : start;
    }

    private static double[] soldUnits(TimeBuckets buckets, DailySales sales) {
        double[] sold = new double[buckets.count()];
        for (int i = 0; i < sales.days(); i++) {
            LocalDate day = sales.day(i);
            if (buckets.contains(day)) {
                sold[buckets.indexOf(day)] += sales.netUnits(i);
            }
        }
        return sold;
    }

    private static void countDays(
            TimeBuckets buckets, LocalDate start, DailySales sales, DailyStock stock, int[] onSale, int[] inStock) {
        boolean noted = stock.epochDays().length > 0;
        long end = buckets.start().toEpochDay();
        for (int i = 0; i < buckets.count(); i++) {
            long bucketStart = end;
            end = bucketStart + buckets.days(i);
            long from = Math.max(bucketStart, start.toEpochDay());
            onSale[i] = Math.toIntExact(end - from);
            inStock[i] = noted ? daysInStock(from, end, sales, stock) : onSale[i];
        }
    }

    private static int daysInStock(long from, long end, DailySales sales, DailyStock stock) {
        int days = 0;
        for (int day = Math.toIntExact(from); day < end; day++) {
            int note = lastAtOrBefore(stock.epochDays(), day);
            if (note < 0 || stock.onHandUnits()[note] > 0 || sold(sales, day)) {
                days++;
            }
        }
        return days;
    }

    private static boolean sold(DailySales sales, int day) {
        int index = Arrays.binarySearch(sales.epochDays(), day);
        return index >= 0 && sales.soldUnits()[index] > 0;
    }

    private static int lastAtOrBefore(int[] epochDays, int day) {
        int index = Arrays.binarySearch(epochDays, day);
        return index >= 0 ? index : -index - 2;
    }
}
