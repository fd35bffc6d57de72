package org.plenish.engine.io.generate;

import java.util.Arrays;
import org.plenish.engine.model.DailySales;

/** One SKU-location's sales while they are being gathered: columns that grow, days in any order. */
final class SalesColumns {

    private int[] epochDays = new int[16];
    private int[] soldUnits = new int[16];
    private int[] returnedUnits = new int[16];
    private long[] revenueMinorUnits = new long[16];
    private int rows;

    /** Adds a row to its day. A negative quantity is a return. */
    void add(int epochDay, int netUnits, long revenue) {
        add(epochDay, Math.max(0, netUnits), Math.max(0, -netUnits), revenue);
    }

    void add(int epochDay, int sold, int returned, long revenue) {
        if (rows == epochDays.length) {
            int capacity = rows * 2;
            epochDays = Arrays.copyOf(epochDays, capacity);
            soldUnits = Arrays.copyOf(soldUnits, capacity);
            returnedUnits = Arrays.copyOf(returnedUnits, capacity);
            revenueMinorUnits = Arrays.copyOf(revenueMinorUnits, capacity);
        }
        epochDays[rows] = epochDay;
        soldUnits[rows] = sold;
        returnedUnits[rows] = returned;
        revenueMinorUnits[rows] = revenue;
        rows++;
    }

    /** Sold and returned together. */
    long totalUnits() {
        long units = 0;
        for (int row = 0; row < rows; row++) {
            units += (long) soldUnits[row] + returnedUnits[row];
        }
        return units;
    }

    /** Sorted by day, the rows of a day added up; {@link #totalUnits} must fit into an int. */
    DailySales toDailySales() {
        int[] order = orderByDay();
        SalesColumns merged = new SalesColumns();
        for (int row : order) {
            int last = merged.rows - 1;
            if (last >= 0 && merged.epochDays[last] == epochDays[row]) {
                merged.soldUnits[last] = merged.soldUnits[last] + soldUnits[row];
                merged.returnedUnits[last] = merged.returnedUnits[last] + returnedUnits[row];
                merged.revenueMinorUnits[last] += revenueMinorUnits[row];
            } else {
                merged.add(epochDays[row], soldUnits[row], returnedUnits[row], revenueMinorUnits[row]);
            }
        }
        return new DailySales(
                Arrays.copyOf(merged.epochDays, merged.rows),
                Arrays.copyOf(merged.soldUnits, merged.rows),
                Arrays.copyOf(merged.returnedUnits, merged.rows),
                Arrays.copyOf(merged.revenueMinorUnits, merged.rows));
    }

    /** Day in the upper half of a long, row in the lower: sorts without objects. */
    private int[] orderByDay() {
        long[] keys = new long[rows];
        for (int row = 0; row < rows; row++) {
            keys[row] = ((long) epochDays[row] << Integer.SIZE) | row;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }
}
