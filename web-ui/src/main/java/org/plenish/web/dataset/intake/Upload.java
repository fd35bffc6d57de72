package org.plenish.web.dataset.intake;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.io.CsvFormat;
import org.plenish.engine.io.DatasetTable;

/**
 * A given file as it is kept.
 *
 * @param sha256 of the bytes as they were given
 * @param encoding in which its text came
 * @param delimiter {@code COMMA}, {@code SEMICOLON} or {@code TAB}; empty for {@code dataset.yaml}
 * @param header its columns
 */
record Upload(
        int number,
        String name,
        String sha256,
        long byteCount,
        String encoding,
        String delimiter,
        List<String> header,
        MappedUpload mapped) {

    static final String SETTINGS = "dataset.yaml";
    static final String COMMA = "COMMA";

    Upload {
        header = List.copyOf(header);
    }

    public boolean isSettings() {
        return mapped.target().equals(SETTINGS);
    }

    public boolean isTable() {
        return !mapped.target().isEmpty() && !isSettings();
    }

    /** Where cells are not delimited by commas, nothing in a file tells what its numbers' commas and points are. */
    public boolean isDecimalMarkAsked() {
        return isTable()
                && !delimiter.equals(COMMA)
                && mapped.columns().keySet().stream().anyMatch(ShortFile.DECIMAL_COLUMNS::contains);
    }

    public boolean isDecimalMarkMissing() {
        return isDecimalMarkAsked() && mapped.decimalComma() == null;
    }

    Upload withDecimalComma(boolean comma) {
        return mappedAs(new MappedUpload(number, mapped.target(), comma, mapped.columns()));
    }

    Upload mappedAs(MappedUpload other) {
        return new Upload(number, name, sha256, byteCount, encoding, delimiter, header, other);
    }

    /** As another file of the same columns was; but its own settings say best how its numbers are written. */
    Upload mappedLike(MappedUpload other) {
        @Nullable Boolean own = mapped.decimalComma();
        return mappedAs(
                new MappedUpload(number, other.target(), own == null ? other.decimalComma() : own, other.columns()));
    }

    /** How the reader finds the dataset's columns in it. */
    CsvFormat format(DatasetTable table) {
        Map<String, String> names = new TreeMap<>();
        Map<String, String> mappedTo = new TreeMap<>();
        mapped.columns().forEach((column, given) -> mappedTo.put(given, column));
        for (String given : header) {
            boolean meant =
                    table.columns().stream().anyMatch(column -> column.name().equalsIgnoreCase(given));
            if (mappedTo.containsKey(given)) {
                names.put(given, mappedTo.get(given));
            } else if (meant) { // by its name, but not by the mapping
                names.put(given, given + " as given");
            }
        }
        return new CsvFormat(Boolean.TRUE.equals(mapped.decimalComma()), names);
    }
}
