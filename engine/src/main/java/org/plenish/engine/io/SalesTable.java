package org.plenish.engine.io;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.Baskets;
import org.plenish.engine.model.DailySales;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.UnitPrice;

/** {@code sales.csv}: the rows of a SKU-location and day are added up, sales and returns apart. */
final class SalesTable extends CsvTable {

    private static final BigDecimal LARGEST_VALUE = BigDecimal.valueOf(1_000_000_000_000L);
    /** In 40 MB; more baskets are thinned out. */
    private static final int MOST_BASKET_ROWS = 2_000_000;

    private final Column date = required("date");
    private final Column item = required("item");
    private final Column warehouse = required("warehouse");
    private final Column quantity = required("quantity");
    private final Column unitPrice = optional("unit_price");
    private final Column customer = optional("customer");
    private final Column promotion = optional("promotion");

    private final References references;
    private final @Nullable LongRows taker;
    private final Map<SkuLocation, DayRows> rowsOf = new HashMap<>();
    private final Baskets.Collector baskets = new Baskets.Collector(MOST_BASKET_ROWS);
    private boolean hasRows;
    private @Nullable LocalDate first;
    private @Nullable LocalDate last;

    /** @param taker of the rows; null: they are added up here */
    SalesTable(References references, @Nullable LongRows taker) {
        this.references = references;
        this.taker = taker;
    }

    @Override
    protected void read(CsvRow row) {
        if (taker != null) {
            taker.at("sales.csv", row.line());
        }
        LocalDate day = row.date(date);
        SkuLocation location = references.location(row, item, warehouse);
        int units = row.wholeNumber(quantity, -CsvRow.LARGEST_WHOLE_NUMBER);
        UnitPrice price = row.unitPriceOr(unitPrice, UnitPrice.ZERO);
        if (price.amount().multiply(BigDecimal.valueOf(Math.abs(units))).compareTo(LARGEST_VALUE) > 0) {
            row.error(unitPrice, "must give a row of at most " + LARGEST_VALUE + " with its quantity", null);
        }
        hasRows = true;
        if (!row.isGood()) {
            return;
        }
        first = first == null || day.isBefore(first) ? day : first;
        last = last == null || day.isAfter(last) ? day : last;
        if (taker != null) {
            taker.sale(new LongRows.SalesRow(
                    row.line(),
                    day,
                    location,
                    units,
                    row.isGiven(unitPrice) ? price : null,
                    row.text(customer),
                    row.text(promotion)));
            return;
        }
        if (units == 0) {
            return;
        }
        if (units > 0) {
            baskets.add(day, location, row.text(customer));
        }
        rowsOf.computeIfAbsent(location, key -> new DayRows())
                .add(
                        day.toEpochDay(),
                        units,
                        price.times(units).minorUnits(),
                        Objects.hash(row.text(customer), row.text(promotion)),
                        row.line());
    }

    boolean hasRows() {
        return hasRows;
    }

    @Nullable
    LocalDate first() {
        return first;
    }

    @Nullable
    LocalDate last() {
        return last;
    }

    /** Who bought what together; none if the rows were taken elsewhere. */
    Baskets baskets() {
        return baskets.baskets();
    }

    /** The sales by day, none if they were taken elsewhere; adds a warning if rows are alike in every cell. */
    SortedMap<SkuLocation, DailySales> sales(ImportProblems problems) {
        if (taker != null) {
            taker.checkSales(problems);
        }
        SortedMap<SkuLocation, DailySales> sales = new TreeMap<>();
        Repeats repeats = new Repeats();
        rowsOf.forEach((location, rows) -> {
            try {
                sales.put(location, addUp(rows, repeats));
            } catch (ArithmeticException e) {
                LongFileProblems.tooMuchOnADay(problems, location);
            }
        });
        repeats.warn(problems);
        return sales;
    }

    private static DailySales addUp(DayRows rows, Repeats repeats) {
        int[] byDay = rows.byDay();
        int[] days = new int[byDay.length];
        int[] sold = new int[byDay.length];
        int[] returned = new int[byDay.length];
        long[] revenue = new long[byDay.length];
        int day = -1;
        for (int i = 0; i < byDay.length; i++) {
            int row = byDay[i];
            if (i == 0 || rows.epochDay(row) != rows.epochDay(byDay[i - 1])) {
                day++;
                days[day] = rows.epochDay(row);
            }
            int units = rows.units(row);
            sold[day] = Math.addExact(sold[day], Math.max(0, units));
            returned[day] = Math.addExact(returned[day], Math.max(0, -units));
            revenue[day] = Math.addExact(revenue[day], rows.minorUnits(row));
            if (i > 0 && rows.areAlike(row, byDay[i - 1])) {
                repeats.add(rows.line(row), rows.line(byDay[i - 1]));
            }
        }
        int count = day + 1;
        return new DailySales(
                Arrays.copyOf(days, count),
                Arrays.copyOf(sold, count),
                Arrays.copyOf(returned, count),
                Arrays.copyOf(revenue, count));
    }

    /** Rows that repeat the row before them (of their SKU-location and day). */
    private static final class Repeats {
        private long count;
        private long firstLine = Long.MAX_VALUE;
        private long repeatedLine;

        void add(long line, long earlier) {
            count++;
            if (line < firstLine) {
                firstLine = line;
                repeatedLine = earlier;
            }
        }

        void warn(ImportProblems problems) {
            if (count > 0) {
                LongFileProblems.repeatedSales(problems, firstLine, repeatedLine, count);
            }
        }
    }
}
