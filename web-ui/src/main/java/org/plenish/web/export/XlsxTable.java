package org.plenish.web.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Iterator;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * An Excel workbook that is written row by row. Texts are cells of the type "text", which no spreadsheet computes; those
 * that would become a formula when somebody edits them carry the mark by which Excel keeps them as text too. The text
 * itself is unchanged. More rows than a sheet holds go on to the next one.
 */
final class XlsxTable implements TableFormat {

    private static final int ROWS_IN_MEMORY = 100;
    private static final int LONGEST_TEXT = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
    private static final int COLUMN_WIDTH = 18 * 256; // in 256ths of a character

    private final int rowsASheet;

    XlsxTable() {
        this(SpreadsheetVersion.EXCEL2007.getMaxRows());
    }

    /** @param rowsASheet with the head */
    XlsxTable(int rowsASheet) {
        this.rowsASheet = rowsASheet;
    }

    @Override
    public String extension() {
        return "xlsx";
    }

    @Override
    public String mediaType() {
        return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    }

    @Override
    public <R> void write(Table<R> table, Iterator<R> rows, OutputStream out) throws IOException {
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY)) {
            workbook.setCompressTempFiles(true);
            Styles styles = Styles.in(workbook);
            int sheets = 0;
            do {
                sheets++;
                Sheet sheet = workbook.createSheet(sheets == 1 ? table.name() : table.name() + "_" + sheets);
                head(table, sheet, styles);
                for (int at = 1; at < rowsASheet && rows.hasNext(); at++) {
                    R row = rows.next();
                    Row cells = sheet.createRow(at);
                    for (int column = 0; column < table.columns().size(); column++) {
                        fill(cells, column, table.columns().get(column).value().apply(row), styles);
                    }
                }
            } while (rows.hasNext());
            workbook.write(out);
        }
    }

    private static void head(Table<?> table, Sheet sheet, Styles styles) {
        Row names = sheet.createRow(0);
        for (int column = 0; column < table.columns().size(); column++) {
            Cell cell = names.createCell(column);
            cell.setCellValue(table.columns().get(column).name());
            cell.setCellStyle(styles.head());
            sheet.setColumnWidth(column, COLUMN_WIDTH);
        }
        sheet.createFreezePane(0, 1);
    }

    private static void fill(Row row, int column, @Nullable Object value, Styles styles) {
        if (value == null) {
            return;
        }
        Cell cell = row.createCell(column);
        if (value instanceof BigDecimal number) {
            cell.setCellValue(number.doubleValue());
            cell.setCellStyle(number.scale() > 0 ? styles.decimal() : styles.whole());
        } else if (value instanceof LocalDate date) {
            cell.setCellValue(date);
            cell.setCellStyle(styles.date());
        } else {
            String text = value.toString();
            cell.setCellValue(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT - 1) + "…" : text);
            if (FormulaGuard.isDangerous(text)) {
                cell.setCellStyle(styles.guarded());
            }
        }
    }

    private record Styles(CellStyle head, CellStyle whole, CellStyle decimal, CellStyle date, CellStyle guarded) {

        static Styles in(Workbook workbook) {
            CellStyle head = workbook.createCellStyle();
            Font bold = workbook.createFont();
            bold.setBold(true);
            head.setFont(bold);
            CellStyle guarded = workbook.createCellStyle();
            guarded.setQuotePrefixed(true);
            return new Styles(
                    head,
                    formatted(workbook, "0"),
                    formatted(workbook, "0.00####"),
                    formatted(workbook, "yyyy-mm-dd"),
                    guarded);
        }

        private static CellStyle formatted(Workbook workbook, String format) {
            CellStyle style = workbook.createCellStyle();
            style.setDataFormat(workbook.createDataFormat().getFormat(format));
            return style;
        }
    }
}
