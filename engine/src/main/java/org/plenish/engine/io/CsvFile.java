package org.plenish.engine.io;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.io.CsvTable.Column;
import org.plenish.engine.io.ImportProblem.Severity;

/**
 * A CSV file on disk, plain or ({@code .gz}) compressed: UTF-8 with or without byte order mark, one header row, and
 * the delimiter (comma, semicolon or tab) that the header shows. Rows are handed on one by one; none is kept.
 */
public final class CsvFile {

    /** A cell beyond this many characters is damage, for example a quote that was never closed. */
    private static final int LONGEST_CELL = 100_000;

    private static final int LONGEST_HEADER = 100_000;
    private static final int MOST_COLUMNS = 1_000;
    private static final int SNIFFED_BYTES = 4;

    private final Path path;
    private final String name;
    private final CsvFormat format;
    private final ImportProblems problems;
    private long lastLine;
    private volatile long bytesRead;

    public CsvFile(Path path, CsvFormat format, ImportProblems problems) {
        this.path = path;
        this.name = String.valueOf(path.getFileName());
        this.format = format;
        this.problems = problems;
    }

    /**
     * Reads the file to its end or to the first place where it cannot be read on; whatever is wrong goes to the
     * problems.
     *
     * @return whether it was read to its end
     */
    public boolean read(CsvTable table) {
        return read(text -> readRows(table, text));
    }

    /** Takes the records of a file whose columns no {@link CsvTable} can declare; fields are valid during the call only. */
    public interface Records {

        /** @return whether the rows below can be read */
        boolean header(List<String> fields, long line);

        void row(List<String> fields, long line);
    }

    /**
     * Reads the file as {@link #read(CsvTable)} does, but each record as it is; its delimiter is the one of
     * {@code , ; tab} that comes first in the header.
     *
     * @param longestCell in characters; what is longer is damage
     * @return whether it was read to its end
     */
    public boolean readRecords(Records taker, int longestCell) {
        return read(text -> readRecords(taker, longestCell, text));
    }

    /**
     * Reads how the file begins, without a judgement of its columns or rows.
     *
     * @return null, with the reason among the problems, if it has no header that can be read
     */
    public @Nullable CsvHead head(int mostRows) {
        CsvHead[] found = new CsvHead[1];
        boolean there = read(text -> {
            skipByteOrderMark(text);
            char delimiter = delimiter(text);
            try (CloseableIterator<CsvRecord> records = records(text, delimiter)) {
                if (!records.hasNext()) {
                    problems.fileError(name, "is empty, but must have a header row", null);
                    return false;
                }
                List<String> columns =
                        records.next().getFields().stream().map(String::strip).toList();
                List<List<String>> rows = new ArrayList<>();
                while (rows.size() < mostRows && records.hasNext()) {
                    rows.add(List.copyOf(records.next().getFields()));
                }
                found[0] = new CsvHead(delimiter, columns, rows);
                return true;
            } catch (CsvParseException e) {
                noteUnparsable(e);
                return false;
            }
        });
        return there ? found[0] : null;
    }

    /** How many bytes of the file have been read, compressed ones where it is; may be asked by any thread. */
    public long bytesRead() {
        return bytesRead;
    }

    private interface Reading {
        boolean of(Reader text) throws IOException;
    }

    private boolean read(Reading reading) {
        try (InputStream bytes = open()) {
            return looksLikeCsv(bytes) && reading.of(text(bytes));
        } catch (UncheckedIOException e) {
            noteUnreadable(Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            noteUnreadable(e);
        }
        return false;
    }

    private InputStream open() throws IOException {
        InputStream file = new BufferedInputStream(new Counting(Files.newInputStream(path)), 1 << 16);
        try {
            return isCompressed() ? new BufferedInputStream(new GZIPInputStream(file, 1 << 16), 1 << 16) : file;
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private boolean isCompressed() {
        return name.toLowerCase(Locale.ROOT).endsWith(".gz");
    }

    private static Reader text(InputStream bytes) {
        return new BufferedReader(new InputStreamReader(bytes, strictUtf8()), LONGEST_HEADER);
    }

    private static CharsetDecoder strictUtf8() {
        return StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Tells the usual mistakes by their first bytes, where decoding would only say "malformed". */
    private boolean looksLikeCsv(InputStream bytes) throws IOException {
        bytes.mark(SNIFFED_BYTES);
        byte[] start = bytes.readNBytes(SNIFFED_BYTES);
        bytes.reset();
        if (start.length == 0) {
            problems.fileError(name, "is empty, but must have a header row", null);
        } else if (startsWith(start, 'P', 'K', 3, 4)) {
            problems.fileError(
                    name, "is a zip archive, but must be plain CSV text", "it is a workbook: save it as CSV UTF-8");
        } else if (startsWith(start, 0x1f, 0x8b)) {
            problems.fileError(name, "is compressed with gzip, but is not named so", "rename it to " + name + ".gz");
        } else if (startsWith(start, 0xff, 0xfe) || startsWith(start, 0xfe, 0xff)) {
            problems.fileError(name, "is UTF-16 text, but must be UTF-8", "the program that wrote it can save UTF-8");
        } else {
            return true;
        }
        return false;
    }

    private static boolean startsWith(byte[] bytes, int... expected) {
        if (bytes.length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if (Byte.toUnsignedInt(bytes[i]) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean readRows(CsvTable table, Reader text) throws IOException {
        skipByteOrderMark(text);
        char delimiter = delimiter(text);
        try (CloseableIterator<CsvRecord> records = records(text, delimiter)) {
            if (!records.hasNext()) {
                problems.fileError(name, "is empty, but must have a header row", null);
                return false;
            }
            CsvRecord header = records.next();
            lastLine = header.getStartingLineNumber();
            int @Nullable [] fieldOfColumn = bind(table, header);
            if (fieldOfColumn == null) {
                return false;
            }
            boolean decimalComma = format.decimalComma() && delimiter != ',';
            CsvRow row = new CsvRow(name, header.getFieldCount(), fieldOfColumn, decimalComma, problems);
            while (records.hasNext()) {
                CsvRecord next = records.next();
                if (!row.take(next.getStartingLineNumber(), next.getFields())) {
                    continue;
                }
                if (row.isDamaged()) {
                    return false;
                }
                table.read(row);
                lastLine = row.lastLine();
            }
            return true;
        } catch (CsvParseException e) {
            noteUnparsable(e);
            return false;
        }
    }

    private boolean readRecords(Records taker, int longestCell, Reader text) throws IOException {
        skipByteOrderMark(text);
        try (CloseableIterator<CsvRecord> records = records(text, firstDelimiter(text), longestCell)) {
            boolean header = true;
            while (records.hasNext()) {
                CsvRecord next = records.next();
                lastLine = next.getStartingLineNumber();
                if (!header) {
                    taker.row(next.getFields(), lastLine);
                } else if (!taker.header(next.getFields(), lastLine)) {
                    return false;
                }
                header = false;
            }
            if (header) {
                problems.fileError(name, "is empty, but must have a header row", null);
            }
            return !header;
        } catch (CsvParseException e) {
            noteUnparsable(e);
            return false;
        }
    }

    private static CloseableIterator<CsvRecord> records(Reader text, char delimiter) {
        return records(text, delimiter, LONGEST_CELL);
    }

    private static CloseableIterator<CsvRecord> records(Reader text, char delimiter, int longestCell) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .allowUnclosedQuote(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE) // counted by the row, which names both counts
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .build(
                        CsvRecordHandler.of(
                                limits -> limits.maxFields(MOST_COLUMNS).maxFieldSize(longestCell)),
                        text)
                .iterator();
    }

    private static void skipByteOrderMark(Reader text) throws IOException {
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
    }

    /** The one of {@code , ; tab} that the header line holds most often outside quotes; the comma if none does. */
    private static char delimiter(Reader text) throws IOException {
        text.mark(LONGEST_HEADER);
        int commas = 0;
        int semicolons = 0;
        int tabs = 0;
        boolean quoted = false;
        boolean begun = false;
        for (int read = 1; read < LONGEST_HEADER; read++) {
            int character = text.read();
            boolean lineEnd = character == '\n' || character == '\r';
            if (character < 0 || (lineEnd && begun && !quoted)) {
                break;
            }
            begun |= !lineEnd;
            quoted ^= character == '"';
            if (!quoted) {
                commas += character == ',' ? 1 : 0;
                semicolons += character == ';' ? 1 : 0;
                tabs += character == '\t' ? 1 : 0;
            }
        }
        text.reset();
        if (semicolons > commas && semicolons >= tabs) {
            return ';';
        }
        return tabs > commas ? '\t' : ',';
    }

    /** The one of {@code , ; tab} that comes first in the header line; the comma if none does. */
    private static char firstDelimiter(Reader text) throws IOException {
        text.mark(LONGEST_HEADER);
        int found = ',';
        boolean begun = false;
        for (int read = 1; read < LONGEST_HEADER; read++) {
            int character = text.read();
            boolean lineEnd = character == '\n' || character == '\r';
            if (character < 0 || (lineEnd && begun)) {
                break;
            }
            begun |= !lineEnd;
            if (character == ',' || character == ';' || character == '\t') {
                found = character;
                break;
            }
        }
        text.reset();
        return (char) found;
    }

    /** The field of each declared column, -1 where an optional one is absent; null if a required one is. */
    private int @Nullable [] bind(CsvTable table, CsvRecord header) {
        Map<String, String> tableNames = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        tableNames.putAll(format.columnNames());
        Map<String, Integer> fieldByName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        long line = header.getStartingLineNumber();
        boolean bound = true;
        for (int field = 0; field < header.getFieldCount(); field++) {
            String given = header.getField(field).strip();
            String column = tableNames.getOrDefault(given, given);
            if (!column.isEmpty() && fieldByName.putIfAbsent(column, field) != null) {
                String requirement = "must be in the header once, but is there twice";
                problems.add(Severity.ERROR, name, line, column, null, requirement, "one of them has to be renamed");
                bound = false;
            }
        }
        String names = String.join(", ", fieldByName.keySet());
        int[] fieldOfColumn = new int[table.columns().size()];
        for (Column column : table.columns()) {
            Integer field = fieldByName.remove(column.name());
            fieldOfColumn[column.position()] = field == null ? -1 : field;
            if (field == null && column.required()) {
                String requirement = "must be in the header";
                String suggestion = "it has another name there: the header names " + names;
                problems.add(Severity.ERROR, name, line, column.name(), null, requirement, suggestion);
                bound = false;
            }
        }
        for (String unknown : fieldByName.keySet()) {
            problems.add(Severity.NOTICE, name, line, unknown, null, "is not known and was left aside", null);
        }
        return bound ? fieldOfColumn : null;
    }

    private void noteUnparsable(CsvParseException e) {
        String reason = String.valueOf(e.getMessage());
        String requirement = "must be CSV from here on (" + reason + ")";
        String suggestion = "a quotation mark is not closed, or stands inside a cell and has to be doubled";
        problems.add(Severity.ERROR, name, lastLine + 1, null, null, requirement, suggestion);
    }

    private void noteUnreadable(IOException e) {
        if (e instanceof CharacterCodingException) {
            String requirement = "must be UTF-8 text, but holds bytes that are not";
            String suggestion = "it was saved in a Windows code page: save it as CSV UTF-8";
            problems.add(Severity.ERROR, name, lineOfMalformedText(), null, null, requirement, suggestion);
        } else if (e instanceof EOFException && isCompressed()) {
            String requirement = lastLine == 0
                    ? "is cut short: the compressed file ends in the middle"
                    : "must not be the last line, but the compressed file is cut short after it";
            String suggestion = "the copy was interrupted: copy it again";
            problems.add(Severity.ERROR, name, lastLine, null, null, requirement, suggestion);
        } else if (e instanceof ZipException) {
            String requirement = "must be a gzip file, but is none or is damaged (" + e.getMessage() + ")";
            String suggestion = "it is plain text: remove .gz from its name";
            problems.add(Severity.ERROR, name, lastLine, null, null, requirement, suggestion);
        } else {
            problems.fileError(name, "cannot be read (" + e + ")", "this user may not read it");
        }
    }

    /** Decodes once more, line by line so to speak: the parser reads ahead and cannot tell. */
    private long lineOfMalformedText() {
        CharsetDecoder decoder = strictUtf8();
        CharBuffer decoded = CharBuffer.allocate(1 << 13);
        ByteBuffer pending = ByteBuffer.allocate(1 << 13);
        long line = 1;
        try (InputStream bytes = open()) {
            CoderResult result = CoderResult.UNDERFLOW;
            for (int read = 0; read >= 0 && !result.isError(); ) {
                read = bytes.read(pending.array(), pending.position(), pending.remaining());
                pending.position(pending.position() + Math.max(0, read)).flip();
                result = decoder.decode(pending, decoded, read < 0);
                pending.compact();
                line += decoded.flip()
                        .chars()
                        .filter(character -> character == '\n')
                        .count();
                decoded.clear();
            }
        } catch (IOException e) {
            return line;
        }
        return line;
    }

    /** Tells how far reading has come. */
    private final class Counting extends FilterInputStream {

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            bytesRead += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            bytesRead += Math.max(0, read);
            return read;
        }
    }
}
