package org.plenish.web.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

class TableFormatsTest {

    private record Line(String item, double units, BigDecimal price, LocalDate due) {}

    private static final Table<Line> LINES = Table.<Line>named("lines")
            .text("item", Line::item)
            .number("units", Line::units)
            .money("price", Line::price)
            .date("due", Line::due)
            .word("status", line -> "STOP_BUY");

    private static final LocalDate DUE = LocalDate.of(2026, 12, 14);

    @Test
    void csvIsReadBackAsItWasGiven() throws Exception {
        assertThat(csv(
                        new Line("Mug, \"blue\"\nlarge", -5, new BigDecimal("1.200000"), DUE),
                        new Line("=1+1", 0.123456789, new BigDecimal("3"), null),
                        new Line("陶器 ☕", Double.NaN, null, DUE)))
                .isEqualTo("\uFEFF" + """
                        item,units,price,due,status\r
                        "Mug, ""blue""
                        large",-5,1.20,2026-12-14,stop_buy\r
                        '=1+1,0.123457,3.00,,stop_buy\r
                        陶器 ☕,,,2026-12-14,stop_buy\r
                        """);
    }

    @Test
    void aTextCannotBeginACellOfItsOwn() throws Exception {
        assertThat(csv(new Line("Mug\",=1+1,\"", 1, BigDecimal.ONE, DUE))).contains("\"Mug\"\",=1+1,\"\"\",1,1.00,");
    }

    @Test
    void xlsxKeepsNumbersDatesAndTextsApart() throws Exception {
        try (XSSFWorkbook workbook = xlsx(TableFormats.XLSX, new Line("=1+1", -5, new BigDecimal("1.25"), DUE))) {
            Sheet sheet = workbook.getSheet("lines");
            Cell item = sheet.getRow(1).getCell(0);
            assertThat(item.getCellType()).isEqualTo(CellType.STRING);
            assertThat(item.getStringCellValue()).isEqualTo("=1+1");
            assertThat(item.getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(sheet.getRow(1).getCell(1).getNumericCellValue()).isEqualTo(-5);
            assertThat(sheet.getRow(1).getCell(2).getNumericCellValue()).isEqualTo(1.25);
            assertThat(sheet.getRow(1).getCell(3).getLocalDateTimeCellValue()).isEqualTo(DUE.atStartOfDay());
            assertThat(sheet.getRow(1).getCell(3).getCellStyle().getDataFormatString())
                    .isEqualTo("yyyy-mm-dd");
        }
    }

    @Test
    void xlsxCutsWhatNoCellHolds() throws Exception {
        try (XSSFWorkbook workbook = xlsx(TableFormats.XLSX, new Line("m".repeat(40_000), 1, BigDecimal.ONE, DUE))) {
            assertThat(workbook.getSheetAt(0).getRow(1).getCell(0).getStringCellValue())
                    .hasSize(32_767)
                    .endsWith("m…");
        }
    }

    @Test
    void rowsThatNoSheetHoldsGoOnToTheNext() throws Exception {
        Line[] lines = IntStream.range(0, 5)
                .mapToObj(i -> new Line("ART-" + i, i, BigDecimal.ONE, DUE))
                .toArray(Line[]::new);
        try (XSSFWorkbook workbook = xlsx(new XlsxTable(3), lines)) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(3); // 2 + 2 + 1 rows
            assertThat(workbook.getSheet("lines_3").getRow(1).getCell(0).getStringCellValue())
                    .isEqualTo("ART-4");
        }
    }

    @Test
    void aMillionRowsAreWrittenWhileTheyAreRead() throws Exception {
        Iterator<Line> rows = IntStream.range(0, 1_000_000)
                .mapToObj(i -> new Line("ART-" + i, i, BigDecimal.TEN, DUE))
                .iterator();
        long[] bytes = {0};
        OutputStream counting = new OutputStream() {
            @Override
            public void write(int b) {
                bytes[0]++;
            }

            @Override
            public void write(byte[] buffer, int from, int length) {
                bytes[0] += length;
            }
        };
        TableFormats.CSV.write(LINES, rows, counting);
        assertThat(bytes[0]).isGreaterThan(40_000_000); // more than a list of the texts would leave of the tests' heap
    }

    @Test
    void refusesAFormatThatThereIsNot() {
        assertThatThrownBy(() -> TableFormats.of("xls"))
                .hasMessage("Tables can be had as csv or xlsx, but not as xls.");
    }

    private static String csv(Line... lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TableFormats.CSV.write(LINES, List.of(lines).iterator(), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static XSSFWorkbook xlsx(TableFormat format, Line... lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(LINES, List.of(lines).iterator(), out);
        return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }
}
