package org.plenish.web.dataset.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookTextTest {

    private static final long MOST_BYTES = 1_000_000;
    private static final String HEADER = "<row r=\"1\">" + cell("A1", "item") + cell("B1", "name") + "</row>";

    @TempDir
    Path folder;

    private final Map<String, String> parts = new LinkedHashMap<>();

    @BeforeEach
    void giveTheLeastThatIsAWorkbook() {
        parts.put(
                "[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Default Extension=\"rels\""
                        + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                        + override("/xl/workbook.xml", "sheet.main")
                        + override("/xl/worksheets/sheet1.xml", "worksheet")
                        + override("/xl/sharedStrings.xml", "sharedStrings")
                        + override("/xl/styles.xml", "styles")
                        + "</Types>");
        parts.put("_rels/.rels", relations(relation("officeDocument", "xl/workbook.xml")));
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                        + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                        + "<sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"worksheet\"/></sheets></workbook>");
        parts.put("xl/_rels/workbook.xml.rels", relations(relation("worksheet", "worksheets/sheet1.xml")));
    }

    @Test
    void cellsWithoutAReferenceFollowEachOther() throws Exception {
        sheet("<row>" + cell(null, "item") + cell(null, "name") + "</row><row>" + cell(null, "A-1")
                + cell(null, "Jug, blue") + "</row>");
        assertThat(csv()).isEqualTo("item,name\nA-1,\"Jug, blue\"\n");
    }

    @Test
    void rowsKeepTheirNumbers() throws Exception {
        sheet(HEADER + "<row r=\"3\">" + cell("B3", "Jug") + "</row>");
        assertThat(csv()).isEqualTo("item,name\n,\n,Jug\n");
    }

    @ParameterizedTest
    @ValueSource(longs = {1_048_577, 2_147_483_647})
    void noRowIsBeyondThoseOfASheet(long row) throws Exception {
        sheet(HEADER + "<row r=\"" + row + "\">" + cell("A" + row, "x") + "</row>");
        assertThatThrownBy(this::csv)
                .isInstanceOf(ImportRefusedException.class)
                .hasMessageStartingWith("sales.xlsx has a row " + row + "; a sheet has rows 1 to 1048576.");
    }

    @Test
    void noColumnIsBeyondThoseOfASheet() throws Exception {
        sheet("<row r=\"1\">" + cell("XFE1", "x") + "</row>");
        assertThatThrownBy(this::csv)
                .isInstanceOf(ImportRefusedException.class)
                .hasMessageContaining("XFE1 beyond the 16384 columns");
    }

    @Test
    void aSheetOfAFewBytesDoesNotFillTheDisk() throws Exception {
        sheet("<row r=\"1\">" + cell("XFD1", "x") + "</row><row r=\"1048576\">" + cell("A1048576", "x") + "</row>");
        assertThatThrownBy(this::csv)
                .isInstanceOf(ImportRefusedException.class)
                .hasMessageContaining("all files together may have " + MOST_BYTES);
        assertThat(Files.size(folder.resolve("sales.csv"))).isLessThanOrEqualTo(MOST_BYTES);
    }

    @Test
    void textsAreCountedAsTheyComeOut() throws Exception {
        parts.put(
                "xl/_rels/workbook.xml.rels",
                relations(relation("worksheet", "worksheets/sheet1.xml")
                        + relation("sharedStrings", "sharedStrings.xml")));
        parts.put(
                "xl/sharedStrings.xml",
                "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>"
                        + digits((int) MOST_BYTES) + "</t></si></sst>");
        sheet(HEADER);
        assertThatThrownBy(this::csv)
                .isInstanceOf(ImportRefusedException.class)
                .hasMessageContaining("is a larger workbook than can be read");
    }

    @Test
    void stylesAreCountedAsTheyComeOut() throws Exception {
        parts.put(
                "xl/styles.xml",
                "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><!--" + digits(8 << 20)
                        + "--></styleSheet>");
        sheet(HEADER);
        Path packed = packed();
        assertThatThrownBy(() -> new WorkbookText(Files.size(packed))
                        .toCsv(packed, "sales.xlsx", folder.resolve("sales.csv"), new UnpackedBytes(MOST_BYTES)))
                .isInstanceOf(ImportRefusedException.class)
                .hasMessageContaining("is a larger workbook than can be read");
    }

    @Test
    void aCellIsNoLongerThanExcelWritesOne() throws Exception {
        sheet(HEADER + "<row r=\"2\">" + cell("A2", digits(3 << 19)) + "</row>");
        assertThatThrownBy(this::csv)
                .isInstanceOf(ImportRefusedException.class)
                .hasMessageContaining("is a larger workbook than can be read");
    }

    @Test
    void whatIsDamagedIsRefusedInWords() throws Exception {
        sheet(HEADER + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>9</v></c></row>"); // a text that is not there
        assertThatThrownBy(this::csv)
                .isInstanceOf(ImportRefusedException.class)
                .hasMessage("sales.xlsx must be an Excel workbook (.xlsx), but is none, or is damaged or too large."
                        + " Maybe it can be saved as CSV UTF-8.");
    }

    /** Not so even that they are taken for a bomb. */
    private static String digits(int count) {
        StringBuilder digits = new StringBuilder(count + 20);
        for (long i = 1; digits.length() < count; i++) {
            digits.append(i * 7_919L * 104_729L);
        }
        return digits.toString();
    }

    private String csv() throws IOException {
        Path csv = folder.resolve("sales.csv");
        new WorkbookText(MOST_BYTES).toCsv(packed(), "sales.xlsx", csv, new UnpackedBytes(MOST_BYTES));
        return Files.readString(csv);
    }

    private Path packed() throws IOException {
        Path workbook = folder.resolve("sales.xlsx");
        try (OutputStream out = Files.newOutputStream(workbook);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return workbook;
    }

    private void sheet(String rows) {
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                        + "</sheetData></worksheet>");
    }

    private static String cell(String reference, String text) {
        String at = reference == null ? "" : " r=\"" + reference + "\"";
        return "<c" + at + " t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    private static String override(String part, String type) {
        return "<Override PartName=\"" + part
                + "\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml." + type + "+xml\"/>";
    }

    private static String relation(String type, String target) {
        return "<Relationship Id=\"" + type
                + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type
                + "\" Target=\"" + target + "\"/>";
    }

    private static String relations(String relations) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + relations
                + "</Relationships>";
    }
}
