package org.plenish.rules.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.plenish.rules.problem.Problem;

/**
 * A file of cells.
 *
 * @param name as it is to be named in messages
 * @param rows that are not blank
 */
public record Sheet(String name, List<Row> rows) {

    /**
     * Cells beside each other, without blanks around them.
     *
     * @param line where it starts in the file, from 1
     */
    public record Row(int line, List<String> cells) {

        boolean isBlank() {
            return cells.stream().allMatch(String::isEmpty);
        }
    }

    /** @param problems to be added to; the sheet is of no use then */
    public static Sheet ofCsv(String name, String text, List<Problem> problems) {
        List<Row> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .detectBomHeader(false)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .ofCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)) {
            for (CsvRecord row : reader) {
                add(rows, (int) row.getStartingLineNumber(), row.getFields());
            }
        } catch (IOException | CsvParseException e) {
            problems.add(new Problem(
                    name, 0, 0, "is not a CSV file: " + e.getMessage(), "Save it as comma-separated text."));
        }
        return new Sheet(name, rows);
    }

    /** The cells as text that {@link #ofCsv} reads again, in quotes where they must be. */
    public String toCsv() {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            for (int i = 0; i < rows.size(); i++) {
                // A spreadsheet fills up the first row, which is shorter than the others.
                csv.writeRecord(
                        i == 0
                                ? withoutLastBlanks(rows.get(0).cells())
                                : rows.get(i).cells());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> withoutLastBlanks(List<String> cells) {
        int end = cells.size();
        while (end > 0 && cells.get(end - 1).isEmpty()) {
            end--;
        }
        return cells.subList(0, end);
    }

    static void add(List<Row> rows, int line, List<String> cells) {
        Row row = new Row(line, cells.stream().map(String::strip).toList());
        if (!row.isBlank()) {
            rows.add(row);
        }
    }
}
