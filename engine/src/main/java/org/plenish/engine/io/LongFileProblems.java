package org.plenish.engine.io;

import java.time.LocalDate;
import org.plenish.engine.io.ImportProblem.Severity;
import org.plenish.engine.model.SkuLocation;

/** What rows of the two long files can be wrong about together, in the same words wherever it is found. */
public final class LongFileProblems {

    private static final String SALES = "sales.csv";

    private LongFileProblems() {}

    /**
     * Warns once of rows that repeat the row before them, of their SKU-location and day, cell by cell: two customers who
     * buy the same are no mistake, a file that was joined with itself is.
     *
     * @param line of the first such row
     * @param earlierLine of the row that it repeats
     * @param count of such rows, 1 or more
     */
    public static void repeatedSales(ImportProblems problems, long line, long earlierLine, long count) {
        String remark = "repeats line " + earlierLine + " cell by cell, and so do " + (count - 1)
                + " rows after it; all were added up";
        String suggestion = "the file was joined with itself: remove the copies";
        problems.add(Severity.WARNING, SALES, line, null, null, remark, suggestion);
    }

    /** An error: more units on one day than can be counted. */
    public static void tooMuchOnADay(ImportProblems problems, SkuLocation location) {
        String requirement = "has a day that sells more than " + Integer.MAX_VALUE + " of " + location;
        problems.fileError(SALES, requirement, "a quantity has too many digits");
    }

    /** An error: two notes of stock for one SKU-location and day. */
    public static void secondStockNote(
            ImportProblems problems, long line, long earlierLine, LocalDate day, SkuLocation location) {
        problems.add(
                Severity.ERROR,
                "stock_history.csv",
                line,
                "date",
                day.toString(),
                "must be given once for each item and warehouse, but line " + earlierLine + " gives it already for "
                        + location,
                "the row was copied twice: remove one of them");
    }
}
