package org.plenish.engine.io;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.DailyStock;
import org.plenish.engine.model.SkuLocation;

/** {@code stock_history.csv}: one note for each SKU-location and day. */
final class StockHistoryTable extends CsvTable {

    private final Column date = required("date");
    private final Column item = required("item");
    private final Column warehouse = required("warehouse");
    private final Column onHand = required("on_hand");

    private final References references;
    private final @Nullable LongRows taker;
    private final Map<SkuLocation, DayRows> rowsOf = new HashMap<>();

    /** @param taker of the rows; null: they are put in order here */
    StockHistoryTable(References references, @Nullable LongRows taker) {
        this.references = references;
        this.taker = taker;
    }

    @Override
    protected void read(CsvRow row) {
        if (taker != null) {
            taker.at("stock_history.csv", row.line());
        }
        LocalDate day = row.date(date);
        SkuLocation location = references.location(row, item, warehouse);
        int units = row.wholeNumber(onHand, -CsvRow.LARGEST_WHOLE_NUMBER);
        if (row.isGood() && taker != null) {
            taker.stockNote(new LongRows.StockNote(row.line(), day, location, units));
        } else if (row.isGood()) {
            rowsOf.computeIfAbsent(location, key -> new DayRows()).add(day.toEpochDay(), units, 0, 0, row.line());
        }
    }

    /** The notes by day, none if they were taken elsewhere; adds an error where two speak of the same day. */
    SortedMap<SkuLocation, DailyStock> notes(ImportProblems problems) {
        if (taker != null) {
            taker.checkStockHistory(problems);
        }
        SortedMap<SkuLocation, DailyStock> notes = new TreeMap<>();
        new TreeMap<>(rowsOf).forEach((location, rows) -> {
            int[] byDay = rows.byDay();
            int[] days = new int[byDay.length];
            int[] units = new int[byDay.length];
            for (int i = 0; i < byDay.length; i++) {
                days[i] = rows.epochDay(byDay[i]);
                units[i] = rows.units(byDay[i]);
                if (i > 0 && days[i] == days[i - 1]) {
                    LongFileProblems.secondStockNote(
                            problems,
                            rows.line(byDay[i]),
                            rows.line(byDay[i - 1]),
                            LocalDate.ofEpochDay(days[i]),
                            location);
                }
            }
            notes.put(location, new DailyStock(days, units));
        });
        return notes;
    }
}
