package org.plenish.web.dataset;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.plenish.web.export.FormulaGuard;

/**
 * Copies a table for a spreadsheet: a text that would be a formula there gets an apostrophe, see {@link FormulaGuard};
 * numbers stay, negative ones too. A table without such texts is copied to the byte.
 */
final class SpreadsheetCopy {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(?:\\.[0-9]+)?");

    private SpreadsheetCopy() {}

    static void write(Path table, OutputStream out) throws IOException {
        OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text);
        try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(table)) {
            for (CsvRecord row : rows) {
                csv.writeRecord(
                        row.getFields().stream().map(SpreadsheetCopy::cell).toList());
            }
        }
        csv.flush();
    }

    private static String cell(String text) {
        return NUMBER.matcher(text).matches() ? text : FormulaGuard.guard(text);
    }
}
