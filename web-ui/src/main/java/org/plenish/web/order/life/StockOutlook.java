package org.plenish.web.order.life;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.TimeBuckets;

/**
 * What an item's stock in a warehouse is projected to be, with orders as they stand.
 *
 * @param netUnits at the end of each bucket, backorders negative
 */
public record StockOutlook(String item, String warehouse, TimeBuckets buckets, int[] netUnits) {

    public StockOutlook {
        netUnits = netUnits.clone();
    }

    /** The same with so many units more, or less, from the day on; before the first bucket counts as today. */
    public StockOutlook plus(LocalDate day, int units) {
        int[] net = netUnits.clone();
        for (int t = Math.max(0, buckets.indexOf(day)); t < net.length; t++) {
            net[t] = Math.addExact(net[t], units);
        }
        return new StockOutlook(item, warehouse, buckets, net);
    }

    /** Days of the buckets that end with backorders. */
    public int daysShort() {
        int days = 0;
        for (int t = 0; t < netUnits.length; t++) {
            if (netUnits[t] < 0) {
                days += (int)
                        (buckets.start(t + 1).toEpochDay() - buckets.start(t).toEpochDay());
            }
        }
        return days;
    }

    /** First day of the first bucket that ends with backorders; null if none does. */
    public @Nullable LocalDate firstStockout() {
        for (int t = 0; t < netUnits.length; t++) {
            if (netUnits[t] < 0) {
                return buckets.start(t);
            }
        }
        return null;
    }

    public int lowestUnits() {
        int lowest = netUnits[0];
        for (int net : netUnits) {
            lowest = Math.min(lowest, net);
        }
        return lowest;
    }
}
