package org.plenish.engine.model;

import java.time.LocalDate;

/**
 * What one article sold at one warehouse, by day; days without a row have no entry.
 *
 * @param epochDays ascending, each once
 * @param soldUnits sum of the day's sales, 0 or more; aligned with {@code epochDays}
 * @param returnedUnits sum of the day's returns, 0 or more; aligned
 * @param revenueMinorUnits money taken less money given back; all zero where prices are not given; aligned
 */
@SuppressWarnings("ArrayRecordComponent") // columns of a table with a million rows; copied on the way in
public record DailySales(int[] epochDays, int[] soldUnits, int[] returnedUnits, long[] revenueMinorUnits) {

    public static final DailySales NONE = new DailySales(new int[0], new int[0], new int[0], new long[0]);

    public DailySales {
        Require.sameLength(epochDays.length, soldUnits.length, "sold units");
        Require.sameLength(epochDays.length, returnedUnits.length, "returned units");
        Require.sameLength(epochDays.length, revenueMinorUnits.length, "revenue");
        epochDays = epochDays.clone();
        soldUnits = soldUnits.clone();
        returnedUnits = returnedUnits.clone();
        revenueMinorUnits = revenueMinorUnits.clone();
    }

    public int days() {
        return epochDays.length;
    }

    public LocalDate day(int index) {
        return LocalDate.ofEpochDay(epochDays[index]);
    }

    /** Sold less returned; may be negative. */
    public int netUnits(int index) {
        return soldUnits[index] - returnedUnits[index];
    }
}
