package org.plenish.engine.model;

/**
 * Stock at the end of the days on which it was noted, for one article at one warehouse. Between two notes the
 * earlier one holds.
 *
 * @param epochDays ascending, each once
 * @param onHandUnits aligned with {@code epochDays}
 */
@SuppressWarnings("ArrayRecordComponent") // columns of a table with a million rows; copied on the way in
public record DailyStock(int[] epochDays, int[] onHandUnits) {

    public static final DailyStock NONE = new DailyStock(new int[0], new int[0]);

    public DailyStock {
        Require.sameLength(epochDays.length, onHandUnits.length, "on hand units");
        epochDays = epochDays.clone();
        onHandUnits = onHandUnits.clone();
    }
}
