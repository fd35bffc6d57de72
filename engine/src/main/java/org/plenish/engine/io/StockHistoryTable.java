package org.plenish.engine.io;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plenish.engine.io.ImportProblem.Severity;
import org.plenish.engine.model.DailyStock;
import org.plenish.engine.model.SkuLocation;

/** {@code stock_history.csv}: one note for each SKU-location and day. */
final class StockHistoryTable extends CsvTable {

    private final Column date = required("date");
    private final Column item = required("item");
    private final Column warehouse = required("warehouse");
    private final Column onHand = required("on_hand");

    private final References references;
    private final Map<SkuLocation, DayRows> rowsOf = new HashMap<>();

    StockHistoryTable(References references) {
        this.references = references;
    }

    @Override
    protected void read(CsvRow row) {
        LocalDate day = row.date(date);
        SkuLocation location = references.location(row, item, warehouse);
        int units = row.wholeNumber(onHand, -CsvRow.LARGEST_WHOLE_NUMBER);
        if (row.isGood()) {
            rowsOf.computeIfAbsent(location, key -> new DayRows()).add(day.toEpochDay(), units, 0, 0, row.line());
        }
    }

    /** The notes by day; adds an error where two speak of the same day. */
    SortedMap<SkuLocation, DailyStock> notes(ImportProblems problems) {
        SortedMap<SkuLocation, DailyStock> notes = new TreeMap<>();
        new TreeMap<>(rowsOf).forEach((location, rows) -> {
            int[] byDay = rows.byDay();
            int[] days = new int[byDay.length];
            int[] units = new int[byDay.length];
            for (int i = 0; i < byDay.length; i++) {
                days[i] = rows.epochDay(byDay[i]);
                units[i] = rows.units(byDay[i]);
                if (i > 0 && days[i] == days[i - 1]) {
                    problems.add(
                            Severity.ERROR,
                            "stock_history.csv",
                            rows.line(byDay[i]),
                            date.name(),
                            LocalDate.ofEpochDay(days[i]).toString(),
                            "must be given once for each item and warehouse, but line " + rows.line(byDay[i - 1])
                                    + " gives it already for " + location,
                            "the row was copied twice: remove one of them");
                }
            }
            notes.put(location, new DailyStock(days, units));
        });
        return notes;
    }
}
