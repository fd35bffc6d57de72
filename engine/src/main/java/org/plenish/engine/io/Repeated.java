package org.plenish.engine.io;

import java.util.HashMap;
import java.util.Map;
import org.plenish.engine.io.CsvTable.Column;

/** Warns of rows that repeat an earlier one cell by cell, where that may be meant. */
final class Repeated {

    private final Map<Object, Long> lineOfRow = new HashMap<>();

    /** @param content all that the row says, compared by {@code equals} */
    void warn(CsvRow row, Column column, Object content) {
        Long earlier = lineOfRow.putIfAbsent(content, row.line());
        if (earlier != null) {
            String remark = "repeats line " + earlier + " cell by cell; both were taken";
            row.warning(column, remark, "the row was copied twice: remove one of them");
        }
    }
}
