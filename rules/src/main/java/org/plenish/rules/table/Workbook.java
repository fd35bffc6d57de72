package org.plenish.rules.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCellType;
import org.plenish.rules.problem.Problem;

/** Decision tables as Excel files: the first sheet's values. A cell with a formula is refused. */
public final class Workbook {

    /** Far above what a table of some thousand rows needs; a small file can unpack to gigabytes. */
    private static final long MOST_BYTES_UNPACKED = 8_000_000;

    private static final int MOST_PARTS = 200;
    private static final int MOST_COLUMNS = 200;

    private Workbook() {}

    /** @param problems to be added to; the sheet is of no use then */
    public static Sheet read(String name, byte[] bytes, List<Problem> problems) {
        List<Sheet.Row> rows = new ArrayList<>();
        try {
            requireSmall(bytes);
            try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
                for (int i = 1; i < workbook.getNumberOfSheets(); i++) {
                    if (workbook.getSheetAt(i).getPhysicalNumberOfRows() > 0) {
                        problems.add(new Problem(
                                name,
                                0,
                                0,
                                "has a second sheet, \"" + workbook.getSheetName(i) + "\".",
                                "Put each table into a file of its own."));
                    }
                }
                rows(name, workbook.getSheetAt(0), rows, problems);
            }
        } catch (IOException | POIXMLException | OpenXML4JRuntimeException | IllegalArgumentException e) {
            problems.add(new Problem(
                    name,
                    0,
                    0,
                    "is not an Excel file that can be read: " + e.getMessage(),
                    "Save it as .xlsx or .csv."));
        }
        return new Sheet(name, rows);
    }

    private static void requireSmall(byte[] bytes) throws IOException {
        long unpacked = 0;
        int parts = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts++;
                unpacked += sizeOf(zip, MOST_BYTES_UNPACKED - unpacked);
                if (unpacked > MOST_BYTES_UNPACKED || parts > MOST_PARTS) {
                    throw new IOException(
                            "it unpacks to more than " + MOST_BYTES_UNPACKED + " bytes or " + MOST_PARTS + " parts");
                }
            }
        }
        if (parts == 0) {
            throw new IOException("it is none");
        }
    }

    /** Bytes of an entry, counted no further than just above {@code most}. */
    private static long sizeOf(InputStream in, long most) throws IOException {
        byte[] buffer = new byte[8192];
        long size = 0;
        for (int read = in.read(buffer); read >= 0 && size <= most; read = in.read(buffer)) {
            size += read;
        }
        return size;
    }

    private static void rows(String name, XSSFSheet sheet, List<Sheet.Row> rows, List<Problem> problems) {
        int width = 0;
        for (Row row : sheet) {
            width = Math.max(width, row.getLastCellNum());
        }
        if (width > MOST_COLUMNS) {
            problems.add(new Problem(name, 0, 0, "has " + width + " columns.", "A table has some dozen at most."));
            return;
        }
        int used = 0;
        List<List<String>> cells = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        for (Row row : sheet) {
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < width; i++) {
                texts.add(text(name, row, i, problems).strip());
                used = texts.get(i).isEmpty() ? used : Math.max(used, i + 1);
            }
            cells.add(texts);
            lines.add(row.getRowNum() + 1);
        }
        // Columns that only once were used are no columns.
        for (int i = 0; i < cells.size(); i++) {
            Sheet.add(rows, lines.get(i), cells.get(i).subList(0, used));
        }
    }

    private static String text(String name, Row row, int column, List<Problem> problems) {
        Cell cell = row.getCell(column);
        if (cell == null) {
            return "";
        }
        return switch (cell.getCellType()) {
            case STRING -> {
                if (isLost((XSSFCell) cell)) {
                    problems.add(new Problem(
                            name,
                            row.getRowNum() + 1,
                            column + 1,
                            "cell " + cell.getAddress() + " names a text that the file does not hold.",
                            "The file is damaged: save it again, or take an older one."));
                }
                yield cell.getStringCellValue();
            }
            case BOOLEAN -> Boolean.toString(cell.getBooleanCellValue());
            case BLANK -> "";
            case NUMERIC -> {
                yield DateUtil.isCellDateFormatted(cell)
                        ? cell.getLocalDateTimeCellValue().toLocalDate().toString()
                        : BigDecimal.valueOf(cell.getNumericCellValue())
                                .stripTrailingZeros()
                                .toPlainString();
            }
            default -> {
                problems.add(new Problem(
                        name,
                        row.getRowNum() + 1,
                        column + 1,
                        "cell " + cell.getAddress() + " holds a formula or an error, but cells hold values.",
                        "Paste the value in place of the formula."));
                yield "";
            }
        };
    }

    /** An empty text would take a condition for "any". */
    private static boolean isLost(XSSFCell cell) {
        if (cell.getCTCell().getT() != STCellType.S) {
            return false;
        }
        String index = cell.getRawValue();
        return index == null
                || !index.matches("\\d{1,7}")
                || Integer.parseInt(index)
                        >= cell.getSheet().getWorkbook().getSharedStringSource().getUniqueCount();
    }

    /** All cells as texts, so that nothing is taken for a formula, a number or a date of another kind. */
    public static byte[] write(Sheet sheet) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XSSFSheet page = workbook.createSheet("table");
            CellStyle text = workbook.createCellStyle();
            text.setDataFormat(workbook.createDataFormat().getFormat("@"));
            for (int r = 0; r < sheet.rows().size(); r++) {
                XSSFRow row = page.createRow(r);
                List<String> cells = sheet.rows().get(r).cells();
                for (int c = 0; c < cells.size(); c++) {
                    Cell cell = row.createCell(c);
                    cell.setCellStyle(text);
                    cell.setCellValue(cells.get(c));
                }
            }
            page.createFreezePane(0, 2);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
