package org.plenish.engine.io;

import java.util.List;

/**
 * How a CSV file begins.
 *
 * @param columns the header's cells without surrounding blanks
 * @param rows the first rows below it, as they are
 */
public record CsvHead(char delimiter, List<String> columns, List<List<String>> rows) {

    public CsvHead {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }
}
