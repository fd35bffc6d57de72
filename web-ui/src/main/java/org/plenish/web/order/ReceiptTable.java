package org.plenish.web.order;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.plenish.engine.io.CsvRow;
import org.plenish.engine.io.CsvTable;

/** The columns of a file of receipts, and what can be said of a row without looking at its order. */
final class ReceiptTable extends CsvTable {

    static final String ORDER = "order";
    static final String LINE = "line";
    static final String ITEM = "item";
    static final String QUANTITY = "quantity";
    static final String DATE = "date";

    /** One transaction books all of a file, and others wait for it. */
    static final int MOST_ROWS = 5_000;

    private final Column order = required(ORDER);
    private final Column line = optional(LINE);
    private final Column item = optional(ITEM);
    private final Column quantity = required(QUANTITY);
    private final Column date = required(DATE);
    private final Column reason = optional("reason");

    private final LocalDate today;
    private final List<ReceiptRow> rows = new ArrayList<>();
    private int count;

    /** @param today UTC: nothing has come in after it */
    ReceiptTable(LocalDate today) {
        this.today = today;
    }

    /** Those without a problem. */
    List<ReceiptRow> rows() {
        return List.copyOf(rows);
    }

    @Override
    protected void read(CsvRow row) {
        count++;
        if (count == MOST_ROWS + 1) {
            row.error(
                    "is one more than the " + MOST_ROWS + " rows that are booked at once", "it helps to cut the file");
        }
        if (count > MOST_ROWS) {
            return;
        }
        if (!row.isGiven(line) && !row.isGiven(item)) {
            row.error(line, "must be the line of the order, unless item is given", null);
        }
        LocalDate day = row.date(date);
        if (day.isAfter(today)) {
            row.error(date, "must be " + today + " or before: it is yet to come", "day and month were exchanged");
        }
        ReceiptRow read = new ReceiptRow(
                row.line(),
                row.key(order, name -> name),
                row.wholeNumberIfGiven(line, 1),
                row.text(item),
                row.wholeNumber(quantity, 1),
                day,
                row.text(reason));
        if (row.isGood()) {
            rows.add(read);
        }
    }
}
