package org.plenish.web.dataset.intake;

import java.util.List;

/**
 * The rows of a job's long files between its check and its import, in tables that all jobs share. They are not logged:
 * after a crash of the database they are empty, and the job is checked again.
 *
 * <p>A row has its {@code number} in the file as it is kept, which is its line there, and the {@code line} in the file
 * as it was given.
 */
record StagingTables(long job) {

    static final List<String> SALES_COLUMNS = List.of(
            "job_id",
            "number",
            "line",
            "date",
            "item",
            "warehouse",
            "quantity",
            "unit_price",
            "customer",
            "promotion",
            "minor_units");
    static final List<String> STOCK_COLUMNS =
            List.of("job_id", "number", "line", "date", "item", "warehouse", "on_hand");

    private static final String SALES = "staged_sales";
    private static final String STOCK_HISTORY = "staged_stock_history";

    static String of(String file) {
        return file.equals(StagedRows.SALES) ? SALES : STOCK_HISTORY;
    }

    /** What the check's transaction begins with: nothing is left of a check before, and there is room to sort. */
    String begin() {
        return remove() + "SET LOCAL work_mem = '64MB'";
    }

    String remove() {
        return "DELETE FROM " + SALES + " WHERE job_id = " + job + "; DELETE FROM " + STOCK_HISTORY + " WHERE job_id = "
                + job + "; ";
    }

    /** Item and warehouse that sell more on a day than an {@code int} counts, or for more than a {@code long}, as soon as
     * its rows are added up one after the other: what is returned later does not help. */
    String daysOfTooMuch() {
        return """
                SELECT DISTINCT item, warehouse FROM (
                    SELECT item, warehouse, sum(greatest(quantity, 0)) OVER day AS sold,
                        sum(greatest(-quantity, 0)) OVER day AS returned, sum(minor_units) OVER day AS minor_units
                    FROM staged_sales WHERE job_id = %d
                    WINDOW day AS (PARTITION BY item, warehouse, date ORDER BY number)) AS so_far
                WHERE sold > 2147483647 OR returned > 2147483647
                    OR minor_units NOT BETWEEN -9223372036854775808 AND 9223372036854775807
                ORDER BY item, warehouse""".formatted(job);
    }

    /** Line, line of the row that it repeats, and count of such rows; of the first of them only. */
    String repeatedSales() {
        return """
                SELECT line, earlier, count(*) OVER () FROM (
                    SELECT line, lag(line) OVER day AS earlier,
                        (quantity, minor_units, customer, promotion) = (lag(quantity) OVER day,
                            lag(minor_units) OVER day, lag(customer) OVER day, lag(promotion) OVER day) AS repeated
                    FROM staged_sales WHERE job_id = %d AND quantity <> 0
                    WINDOW day AS (PARTITION BY item, warehouse, date ORDER BY number)) AS row
                WHERE repeated ORDER BY line LIMIT 1""".formatted(job);
    }

    /** Line, line of the note before it, date, item, warehouse of each note that is not the first of its day. */
    String repeatedNotes() {
        return """
                SELECT line, earlier, date, item, warehouse FROM (
                    SELECT line, lag(line) OVER (PARTITION BY item, warehouse, date ORDER BY number) AS earlier, date,
                        item, warehouse
                    FROM staged_stock_history WHERE job_id = %d) AS row
                WHERE earlier IS NOT NULL ORDER BY item, warehouse, date, line""".formatted(job);
    }
}
