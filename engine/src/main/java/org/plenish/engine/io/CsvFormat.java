package org.plenish.engine.io;

import java.util.Map;

/**
 * What the header of a CSV file cannot tell.
 *
 * @param decimalComma numbers are written {@code 12,5}; holds for files whose delimiter is not the comma itself
 * @param columnNames for files with other names than the table's: name in the file's header → name in the table; both
 *     compared without regard to case
 */
public record CsvFormat(boolean decimalComma, Map<String, String> columnNames) {

    /** Decimal point, columns named as the table names them. */
    public static final CsvFormat STANDARD = new CsvFormat(false, Map.of());

    public CsvFormat {
        columnNames = Map.copyOf(columnNames);
    }
}
