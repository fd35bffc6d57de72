package org.plenish.web.dataset.intake;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.model.SharedStrings;
import org.apache.poi.xssf.model.StylesTable;
import org.jspecify.annotations.Nullable;
import org.plenish.web.shared.BoundedInput;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * Turns the first sheet of a workbook into CSV, row by row: line and row have the same number, days are ISO dates, and
 * numbers are what is stored, not what is shown. A workbook is a zip whose directory may lie about sizes, so all bytes
 * are counted as they come out, before what is held in memory is built of them.
 *
 * @param mostBytes of a workbook, and of its texts, which are held in memory
 */
record WorkbookText(long mostBytes) {

    /** Of a sheet, which is only read through; see {@link ImportConfiguration}. */
    static final long MOST_BYTES_OF_A_PART = 1L << 30;

    private static final int MOST_PARTS = 1_000;
    /** Relations, styles, names of sheets: all are held in memory as trees, which take many times their bytes. */
    private static final long MOST_BYTES_OF_A_SMALL_PART = 8 << 20;

    /** @throws ImportRefusedException if it is no workbook, or larger than it may be */
    void toCsv(Path workbook, String name, Path target, UnpackedBytes left) throws IOException {
        if (Files.size(workbook) > mostBytes) {
            throw tooLarge(name);
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
            requireSmallParts(workbook, name);
            try (OPCPackage parts = OPCPackage.open(workbook.toFile(), PackageAccess.READ)) {
                read(parts, new SheetRows(out, name, left), name);
            }
        } catch (ImportRefusedException | UncheckedIOException e) {
            throw e;
        } catch (OpenXML4JException
                | SAXException
                | ParserConfigurationException
                | IOException
                | RuntimeException e) { // the library fails in many ways when a workbook is not what it should be
            throw new ImportRefusedException(
                    name + " must be an Excel workbook (.xlsx), but is none, or is damaged or too large."
                            + " Maybe it can be saved as CSV UTF-8.",
                    e);
        }
    }

    private void read(OPCPackage parts, SheetRows rows, String name)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        XSSFReader reader = new XSSFReader(parts);
        XMLReader xml = XMLHelper.newXMLReader();
        xml.setContentHandler(new Cells(reader.getStylesTable(), texts(reader, name), rows, name));
        Iterator<InputStream> sheets = reader.getSheetsData();
        if (!sheets.hasNext()) {
            throw new ImportRefusedException(name + " has no sheet. Save the sheet that is meant as CSV UTF-8.");
        }
        try (InputStream sheet = sheets.next()) {
            xml.parse(new InputSource(sheet));
        }
        rows.finish();
    }

    private ReadOnlySharedStringsTable texts(XSSFReader reader, String name)
            throws IOException, OpenXML4JException, SAXException {
        try (@Nullable InputStream texts = reader.getSharedStringsData()) {
            return new ReadOnlySharedStringsTable(
                    texts == null
                            ? InputStream.nullInputStream()
                            : new BoundedInput(texts, mostBytes, () -> tooLarge(name)));
        }
    }

    /** All parts but sheets, their texts and pictures are read when the workbook is opened. */
    private void requireSmallParts(Path workbook, String name) throws IOException {
        try (ZipSecureFile zip = new ZipSecureFile(workbook.toFile())) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            if (entries.size() > MOST_PARTS) {
                throw tooLarge(name);
            }
            for (ZipArchiveEntry entry : entries) {
                if (!isLong(entry.getName().toLowerCase(Locale.ROOT))) {
                    try (InputStream part = new BoundedInput(
                            zip.getInputStream(entry), MOST_BYTES_OF_A_SMALL_PART, () -> tooLarge(name))) {
                        part.transferTo(OutputStream.nullOutputStream());
                    }
                }
            }
        }
    }

    private static boolean isLong(String part) {
        return part.matches("/?xl/(worksheets/[^/]+[.]xml|sharedstrings[.]xml|media/[^/]+)");
    }

    private static ImportRefusedException tooLarge(String name) {
        return new ImportRefusedException(name
                + " is a larger workbook than can be read, as packed or unpacked. Save the sheet that is meant as CSV"
                + " UTF-8.");
    }

    /** Holds one cell's text in memory at a time, so that none may be longer than any that Excel writes. */
    private static final class Cells extends XSSFSheetXMLHandler {

        private static final int MOST_CHARACTERS = 1 << 20;

        private final String name;
        private int characters;

        Cells(StylesTable styles, SharedStrings texts, SheetContentsHandler rows, String name) {
            super(styles, texts, rows, new StoredValues(), false);
            this.name = name;
        }

        @Override
        public void startElement(String uri, String localName, String qName, Attributes attributes)
                throws SAXException {
            characters = localName.equals("c") ? 0 : characters;
            super.startElement(uri, localName, qName, attributes);
        }

        @Override
        public void characters(char[] text, int from, int length) throws SAXException {
            characters += length;
            if (characters > MOST_CHARACTERS) {
                throw tooLarge(name);
            }
            super.characters(text, from, length);
        }
    }

    /** Numbers with all their digits, days as the dataset writes them. */
    private static final class StoredValues extends DataFormatter {

        @Override
        public String formatRawCellContents(double value, int formatIndex, String format, boolean since1904) {
            if (DateUtil.isADateFormat(formatIndex, format) && DateUtil.isValidExcelDate(value)) {
                var moment = DateUtil.getLocalDateTime(value, since1904);
                return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                        ? moment.toLocalDate().toString()
                        : moment.toString();
            }
            return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        }

        @Override
        public String formatRawCellContents(double value, int formatIndex, String format) {
            return formatRawCellContents(value, formatIndex, format, false);
        }
    }
}
