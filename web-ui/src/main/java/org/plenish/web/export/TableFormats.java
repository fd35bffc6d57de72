package org.plenish.web.export;

import java.util.List;

/** The formats that every table can be had in. */
public final class TableFormats {

    public static final TableFormat CSV = new CsvTable();
    public static final TableFormat XLSX = new XlsxTable();
    public static final List<TableFormat> ALL = List.of(CSV, XLSX);

    private TableFormats() {}

    /** @throws IllegalArgumentException if there is no such format */
    public static TableFormat of(String extension) {
        return ALL.stream()
                .filter(format -> format.extension().equals(extension))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Tables can be had as csv or xlsx, but not as " + extension + "."));
    }
}
