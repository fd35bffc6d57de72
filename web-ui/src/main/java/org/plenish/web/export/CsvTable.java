package org.plenish.web.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * RFC 4180, in UTF-8 with the byte order mark by which spreadsheets know it; the engine's own reader takes it too. Texts
 * cannot become formulas, see {@link FormulaGuard}; an order's or article's number is guarded like any other text.
 */
final class CsvTable implements TableFormat {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    @Override
    public String extension() {
        return "csv";
    }

    @Override
    public String mediaType() {
        return "text/csv;charset=UTF-8";
    }

    @Override
    public <R> void write(Table<R> table, Iterator<R> rows, OutputStream out) throws IOException {
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        text.write(BYTE_ORDER_MARK);
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        csv.writeRecord(table.columns().stream().map(Table.Column::name).toList());
        while (rows.hasNext()) {
            R row = rows.next();
            csv.writeRecord(table.columns().stream()
                    .map(column -> cell(column.value().apply(row)))
                    .toList());
        }
        csv.flush();
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value instanceof String text ? FormulaGuard.guard(text) : value.toString();
    }
}
