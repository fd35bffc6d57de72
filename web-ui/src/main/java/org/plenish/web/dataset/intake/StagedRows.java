package org.plenish.web.dataset.intake;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.io.ImportProblems;
import org.plenish.engine.io.LongFileProblems;
import org.plenish.engine.io.LongRows;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.UnitPrice;
import org.plenish.web.run.BulkInsert;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Writes the rows of the two long files to tables of the job, within the check's transaction, and finds there what rows
 * are wrong about together. Of neither file more than a piece is held in memory.
 */
final class StagedRows implements LongRows, AutoCloseable {

    static final String SALES = "sales.csv";
    static final String STOCK_HISTORY = "stock_history.csv";
    static final Set<String> LONG_FILES = Set.of(SALES, STOCK_HISTORY);

    private static final List<String> SALES_COLUMNS =
            List.of("date", "item", "warehouse", "quantity", "unit_price", "customer", "promotion");

    private static final List<String> STOCK_COLUMNS = List.of("date", "item", "warehouse", "on_hand");

    /** Somewhat less than a {@code long} counts, as it is compared with a sum that is rounded. */
    private static final double MUCH_TURNOVER = 9e18;

    private final Connection connection;
    private final StagingTables tables;
    private final Set<String> kept;
    private final ImportProgress progress;
    private final CanonicalCsv sales = new CanonicalCsv(SALES_COLUMNS, bytes -> {});
    private final CanonicalCsv stockHistory = new CanonicalCsv(STOCK_COLUMNS, bytes -> {});
    private @Nullable BulkInsert copy;
    private @Nullable String copied;
    private long read;
    private long soldUnits;
    private long returnedUnits;
    private double turnoverMinorUnits;

    /**
     * @param kept the long files whose rows are stored already: they are checked, but not written
     * @throws DataAccessException if the database refuses
     */
    StagedRows(Connection connection, StagingTables tables, Set<String> kept, ImportProgress progress) {
        this.connection = connection;
        this.tables = tables;
        this.kept = kept;
        this.progress = progress;
        execute(tables.begin());
    }

    @Override
    public void at(String file, long line) {
        read++;
        progress.read(sales.bytesSoFar() + stockHistory.bytesSoFar(), read);
    }

    @Override
    public void sale(SalesRow row) {
        UnitPrice price = row.price();
        BigDecimal amount = price == null ? null : price.amount();
        String item = row.location().item().toString();
        String warehouse = row.location().warehouse().toString();
        soldUnits += Math.max(0, row.units());
        returnedUnits += Math.max(0, -row.units());
        sales.row(Arrays.asList(row.date(), item, warehouse, row.units(), amount, row.customer(), row.promotion()));
        Money value = (price == null ? UnitPrice.ZERO : price).times(row.units());
        turnoverMinorUnits += Math.abs((double) value.minorUnits());
        if (!kept.contains(SALES)) {
            insert(
                    SALES,
                    tables.job(),
                    sales.rows() + 1,
                    row.line(),
                    row.date(),
                    item,
                    warehouse,
                    row.units(),
                    amount,
                    row.customer(),
                    row.promotion(),
                    value.minorUnits());
        }
    }

    @Override
    public void stockNote(StockNote row) {
        String item = row.location().item().toString();
        String warehouse = row.location().warehouse().toString();
        stockHistory.row(List.of(row.date(), item, warehouse, row.onHandUnits()));
        if (!kept.contains(STOCK_HISTORY)) {
            insert(
                    STOCK_HISTORY,
                    tables.job(),
                    stockHistory.rows() + 1,
                    row.line(),
                    row.date(),
                    item,
                    warehouse,
                    row.onHandUnits());
        }
    }

    private void insert(String file, @Nullable Object... values) {
        try {
            BulkInsert open = copy;
            if (open == null || !file.equals(copied)) {
                finishCopy();
                open = new BulkInsert(
                        connection,
                        StagingTables.of(file),
                        file.equals(SALES) ? StagingTables.SALES_COLUMNS : StagingTables.STOCK_COLUMNS);
                copy = open;
                copied = file;
            }
            open.row(values);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void finishCopy() throws SQLException {
        BulkInsert open = copy;
        copy = null;
        if (open != null) {
            open.finish();
        }
    }

    /** What {@code SalesTable} finds when it adds the rows of a day up. */
    @Override
    public void checkSales(ImportProblems problems) {
        if (kept.contains(SALES) || sales.rows() == 0) {
            return;
        }
        progress.compare(0);
        if (soldUnits > Integer.MAX_VALUE || returnedUnits > Integer.MAX_VALUE || turnoverMinorUnits > MUCH_TURNOVER) {
            List<SkuLocation> tooMuch = new ArrayList<>();
            query(tables.daysOfTooMuch(), row -> tooMuch.add(SkuLocation.of(row.getString(1), row.getString(2))));
            tooMuch.forEach(location -> LongFileProblems.tooMuchOnADay(problems, location));
        }
        query(
                tables.repeatedSales(),
                row -> LongFileProblems.repeatedSales(problems, row.getLong(1), row.getLong(2), row.getLong(3)));
    }

    /** What {@code StockHistoryTable} finds when it puts the notes in order. */
    @Override
    public void checkStockHistory(ImportProblems problems) {
        if (kept.contains(STOCK_HISTORY) || stockHistory.rows() == 0) {
            return;
        }
        progress.compare(0.5);
        query(
                tables.repeatedNotes(),
                row -> LongFileProblems.secondStockNote(
                        problems,
                        row.getLong(1),
                        row.getLong(2),
                        row.getObject(3, LocalDate.class),
                        SkuLocation.of(row.getString(4), row.getString(5))));
    }

    /** All of it was read: the tables are ready to be imported from. */
    void finish() {
        try {
            finishCopy();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    CheckedFile file(String name, @Nullable Long baseRows) {
        return (name.equals(SALES) ? sales : stockHistory).finish(name, baseRows);
    }

    @Override
    public void close() {
        try {
            if (copy != null) {
                copy.close();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private interface Taker {
        void take(ResultSet row) throws SQLException;
    }

    private void query(String sql, Taker taker) {
        try {
            finishCopy();
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setFetchSize(1000);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next()) {
                        taker.take(rows);
                    }
                }
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static DataAccessException failed(SQLException e) {
        return new DataAccessResourceFailureException("The database did not take the rows: " + e.getMessage(), e);
    }
}
