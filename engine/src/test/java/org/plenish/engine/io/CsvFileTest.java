package org.plenish.engine.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvFileTest {

    @TempDir
    private Path folder;

    private final ImportProblems problems = new ImportProblems();
    private final ShelfTable shelves = new ShelfTable();

    /** Three columns of three kinds; each good row becomes {@code name|units|length|since}. */
    private static final class ShelfTable extends CsvTable {
        private final Column name = required("name");
        private final Column units = required("units");
        private final Column lengthM = optional("length_m");
        private final Column since = optional("since");

        private final List<String> rows = new ArrayList<>();

        @Override
        protected void read(CsvRow row) {
            String text = row.key(name, String::toString) + "|" + row.wholeNumber(units, 1) + "|"
                    + row.numberIfGiven(lengthM, 0, 100) + "|" + row.dateIfGiven(since);
            if (row.isGood()) {
                rows.add(text);
            }
        }
    }

    @Test
    void readsTheCellsOfEveryRow() {
        assertThat(read("name,units,length_m,since\nA,3,1.5,2026-11-23\n\n B ,4,,\n"))
                .isTrue();
        assertThat(shelves.rows).containsExactly("A|3|1.5|2026-11-23", "B|4|null|null");
        assertThat(problems.report().total()).isZero();
    }

    @Test
    void findsColumnsInAnyOrderAndCaseBehindAByteOrderMark() {
        read("\uFEFFUnits;NAME\n3;A\n");
        assertThat(shelves.rows).containsExactly("A|3|null|null");
        assertThat(problems.report().total()).isZero();
    }

    @Test
    void readsTabsAndQuotedLineBreaks() {
        read("name\tunits\n\"A\nB\"\t3\nC\t0\n");
        assertThat(shelves.rows).containsExactly("A\nB|3|null|null");
        assertThat(messages())
                .containsExactly("shelves.csv line 4, column units: 0 must be 1 or more.\n"
                        + "Maybe the sign or the unit is wrong in the source: correct it there.");
    }

    @Test
    void takesADecimalCommaOnlyWhereItIsAgreed() {
        read("name;units;length_m\nA;3;1,5\n", new CsvFormat(true, Map.of()));
        assertThat(shelves.rows).containsExactly("A|3|1.5|null");
        assertThat(problems.hasErrors()).isFalse();

        read("name;units;length_m\nA;3;1,5\n");
        assertThat(messages()).containsExactly("""
                        shelves.csv line 2, column length_m: 1,5 must be a number of 0 or more.
                        Maybe the comma is a decimal comma: then delimit cells with ; and say decimal: "," in dataset.yaml; if it groups thousands, leave it out.\
                        """);
    }

    @Test
    void readsColumnsThatTheFileNamesOtherwise() {
        read("Shelf,Pieces\nA,3\n", new CsvFormat(false, Map.of("shelf", "name", "pieces", "units")));
        assertThat(shelves.rows).containsExactly("A|3|null|null");
        assertThat(problems.report().total()).isZero();
    }

    @Test
    void namesEveryMissingColumnAndReadsNoRow() {
        assertThat(read("nam,unit\nA,x\n")).isFalse();
        assertThat(messages())
                .containsExactly(
                        "shelves.csv line 1, column name: must be in the header.\n"
                                + "Maybe it has another name there: the header names nam, unit.",
                        "shelves.csv line 1, column units: must be in the header.\n"
                                + "Maybe it has another name there: the header names nam, unit.",
                        "shelves.csv line 1, column nam: is not known and was left aside.",
                        "shelves.csv line 1, column unit: is not known and was left aside.");
    }

    @Test
    void saysWhereTextStopsBeingUtf8() throws IOException {
        write("name,units\nA,1\nM\u00fcller,2\n".getBytes(Charset.forName("windows-1252")), "shelves.csv");
        assertThat(new CsvFile(folder.resolve("shelves.csv"), CsvFormat.STANDARD, problems).read(shelves))
                .isFalse();
        assertThat(messages())
                .containsExactly("shelves.csv line 3: must be UTF-8 text, but holds bytes that are not.\n"
                        + "Maybe it was saved in a Windows code page: save it as CSV UTF-8.");
    }

    @Test
    void saysAfterWhichLineACompressedFileIsCutShort() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("name,units\nA,1\nB,2\n".getBytes(StandardCharsets.UTF_8));
        }
        write(Arrays.copyOf(bytes.toByteArray(), bytes.size() - 12), "shelves.csv.gz");
        assertThat(new CsvFile(folder.resolve("shelves.csv.gz"), CsvFormat.STANDARD, problems).read(shelves))
                .isFalse();
        assertThat(messages()).singleElement().asString().contains("the compressed file");
    }

    private boolean read(String content) {
        return read(content, CsvFormat.STANDARD);
    }

    private boolean read(String content, CsvFormat format) {
        write(content.getBytes(StandardCharsets.UTF_8), "shelves.csv");
        return new CsvFile(folder.resolve("shelves.csv"), format, problems).read(shelves);
    }

    private void write(byte[] content, String file) {
        try {
            Files.write(folder.resolve(file), content);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<String> messages() {
        return problems.report().listed().stream().map(ImportProblem::toString).toList();
    }
}
