package org.plenish.engine.io;

import java.util.Arrays;

/**
 * The rows that one SKU-location has in a file of days, as columns; a row costs 28 bytes and no object.
 * Rows may come in any order of days.
 */
final class DayRows {

    private static final int FIRST_ROWS = 8;

    private int count;
    private int[] epochDays = new int[FIRST_ROWS];
    private int[] units = new int[FIRST_ROWS];
    private long[] minorUnits = new long[FIRST_ROWS];
    private int[] textHashes = new int[FIRST_ROWS];
    private long[] lines = new long[FIRST_ROWS];

    void add(long epochDay, int unitsOfRow, long minorUnitsOfRow, int textHash, long line) {
        if (count == epochDays.length) {
            int longer = Math.multiplyExact(count, 2);
            epochDays = Arrays.copyOf(epochDays, longer);
            units = Arrays.copyOf(units, longer);
            minorUnits = Arrays.copyOf(minorUnits, longer);
            textHashes = Arrays.copyOf(textHashes, longer);
            lines = Arrays.copyOf(lines, longer);
        }
        epochDays[count] = Math.toIntExact(epochDay);
        units[count] = unitsOfRow;
        minorUnits[count] = minorUnitsOfRow;
        textHashes[count] = textHash;
        lines[count] = line;
        count++;
    }

    int count() {
        return count;
    }

    /** The rows' indexes by day, those of one day in the order of the file. */
    int[] byDay() {
        long[] dayThenRow = new long[count];
        for (int row = 0; row < count; row++) {
            dayThenRow[row] = ((long) epochDays[row] << Integer.SIZE) | row;
        }
        Arrays.sort(dayThenRow);
        int[] rows = new int[count];
        for (int i = 0; i < count; i++) {
            rows[i] = (int) dayThenRow[i];
        }
        return rows;
    }

    int epochDay(int row) {
        return epochDays[row];
    }

    int units(int row) {
        return units[row];
    }

    long minorUnits(int row) {
        return minorUnits[row];
    }

    long line(int row) {
        return lines[row];
    }

    /** Whether two rows are alike in all that the file says. */
    boolean areAlike(int row, int other) {
        return epochDays[row] == epochDays[other]
                && units[row] == units[other]
                && minorUnits[row] == minorUnits[other]
                && textHashes[row] == textHashes[other];
    }
}
