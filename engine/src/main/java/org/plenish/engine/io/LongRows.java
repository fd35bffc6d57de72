package org.plenish.engine.io;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.UnitPrice;

/**
 * Takes the rows of a dataset's two long files, {@code sales.csv} and {@code stock_history.csv}, while
 * {@link DatasetReader} checks them one by one, so that none of them is kept in memory. What only rows together can be
 * wrong about is for the taker to find.
 */
public interface LongRows {

    /**
     * A good row of {@code sales.csv}.
     *
     * @param price of one unit; null if it is not given
     */
    record SalesRow(
            long line,
            LocalDate date,
            SkuLocation location,
            int units,
            @Nullable UnitPrice price,
            String customer,
            String promotion) {}

    /** A good row of {@code stock_history.csv}. */
    record StockNote(long line, LocalDate date, SkuLocation location, int onHandUnits) {}

    /** Comes before each row, be it good or not. */
    void at(String file, long line);

    void sale(SalesRow row);

    void stockNote(StockNote row);

    /** All good rows of {@code sales.csv} have been taken: adds what is wrong with them together. */
    void checkSales(ImportProblems problems);

    /** All good rows of {@code stock_history.csv} have been taken: adds what is wrong with them together. */
    void checkStockHistory(ImportProblems problems);
}
