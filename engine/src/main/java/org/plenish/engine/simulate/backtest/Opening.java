package org.plenish.engine.simulate.backtest;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plenish.engine.forecast.Forecast;
import org.plenish.engine.model.DailyStock;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.OpenPurchaseOrder;
import org.plenish.engine.model.SkuLocation;

/**
 * With what the replay of a SKU-location begins, the same for every contender: the last stock noted before and the purchase
 * orders known to be open then. Orders that have come since are in no dataset; where the replay itself begins, or no stock is noted,
 * goods under way are taken to come each week as the forecast expects, over the lead time. Stock that is not noted is taken to last
 * {@value #ASSUMED_COVER_DAYS} days of the forecast.
 *
 * @param startDay from which it is replayed
 * @param dueUnits by the day on which they come; the start day or later
 * @param noted whether its stock was noted
 */
record Opening(LocalDate startDay, int onHandUnits, SortedMap<LocalDate, Integer> dueUnits, boolean noted) {

    private static final int ASSUMED_COVER_DAYS = 28;

    /** @param atStart whether the whole replay begins here */
    static Opening of(Dataset known, SkuLocation location, Forecast forecast, SupplyTerms terms, boolean atStart) {
        LocalDate day = known.settings().asOf();
        DailyStock notes = known.stockHistory().getOrDefault(location, DailyStock.NONE);
        boolean noted = notes.epochDays().length > 0;
        double daysPerBucket = forecast.buckets().size().days();
        int onHandUnits = noted
                ? Math.max(0, notes.onHandUnits()[notes.onHandUnits().length - 1])
                : (int) Math.round(forecast.meanOver(ASSUMED_COVER_DAYS / daysPerBucket));
        SortedMap<LocalDate, Integer> due = new TreeMap<>();
        boolean anyOpen = false;
        for (OpenPurchaseOrder order : known.openPurchaseOrders()) {
            if (order.location().equals(location)) {
                LocalDate comes = order.dueDate().isBefore(day) ? day : order.dueDate();
                due.merge(comes, order.quantityUnits(), Math::addExact);
                anyOpen = true;
            }
        }
        if (!anyOpen && (atStart || !noted)) {
            assumeUnderWay(due, day, forecast, terms.option().leadTimeDays());
        }
        return new Opening(day, onHandUnits, due, noted);
    }

    private static void assumeUnderWay(
            Map<LocalDate, Integer> due, LocalDate day, Forecast forecast, int leadTimeDays) {
        double daysPerBucket = forecast.buckets().size().days();
        double carry = 0;
        for (int from = 0; from < leadTimeDays; from += 7) {
            int to = Math.min(leadTimeDays, from + 7);
            double units = forecast.meanBetween(from / daysPerBucket, to / daysPerBucket) + carry;
            int whole = (int) Math.floor(units);
            carry = units - whole;
            if (whole > 0) {
                due.merge(day.plusDays(from), whole, Math::addExact);
            }
        }
    }
}
