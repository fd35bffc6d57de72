package org.plenish.engine.model;

import java.time.LocalDate;
import java.util.List;

/**
 * What lies at one warehouse.
 *
 * @param onHandUnits as counted; below zero it is kept for the record and planned as zero
 * @param allocatedUnits promised to orders and not to be planned with
 * @param backorderedUnits owed to customers
 * @param lots the rows of {@code stock.csv} that name a lot or an expiry; empty if none
 */
public record StockPosition(
        SkuLocation location, int onHandUnits, int allocatedUnits, int backorderedUnits, List<Lot> lots) {

    public StockPosition {
        Require.atLeast(0, allocatedUnits, "allocated (units)");
        Require.atLeast(0, backorderedUnits, "backordered (units)");
        lots = List.copyOf(lots);
    }

    public static StockPosition empty(SkuLocation location) {
        return new StockPosition(location, 0, 0, 0, List.of());
    }

    /** On hand (at least zero) less what has expired, is allocated and owed; negative: backlog. */
    public int netUnits(LocalDate asOf) {
        return Math.max(0, onHandUnits) - expiredUnits(asOf) - allocatedUnits - backorderedUnits;
    }

    /** Of what is on hand, the units of lots that expired before the day: they serve nobody any more. */
    public int expiredUnits(LocalDate asOf) {
        int units = 0;
        for (Lot lot : lots) {
            if (lot.isExpiredOn(asOf)) {
                units = Math.addExact(units, Math.max(0, lot.onHandUnits()));
            }
        }
        return Math.min(units, Math.max(0, onHandUnits));
    }
}
