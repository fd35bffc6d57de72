package org.plenish.engine.io.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenish.engine.forecast.SeriesFrequency;
import org.plenish.engine.io.ImportProblems;

class PlainSeriesFileTest {

    @TempDir
    Path folder;

    private final ImportProblems problems = new ImportProblems();
    private final List<String> series = new ArrayList<>();

    @Test
    void readsRowsOfValuesCountedByNumber() throws IOException {
        read(SeriesFrequency.MONTHLY, "series,index,value\nA,1,5\nA,2,7.5\nA,4,-6\nB,1,\nB,2,1e3\n");
        assertThat(problems.report().total()).isZero();
        assertThat(series).containsExactly("A [5.0, 7.5, NaN, -6.0]", "B [NaN, 1000.0]"); // missing is not zero
    }

    @Test
    void placesDatesInTheirBuckets() throws IOException {
        read(SeriesFrequency.MONTHLY, "series,index,value\nA,2025-11-30,1\nA,2026-01-31,3\nA,2026-03,5\n");
        read(SeriesFrequency.WEEKLY, "series,index,value\nA,2025-12-25,1\nA,2026-01-01,2\nA,2026-01-15,4\n");
        read(SeriesFrequency.DAILY, "series,index,value\nA,2024-02-28,1\nA,2024-03-01,3\n");
        read(SeriesFrequency.QUARTERLY, "series,index,value\nA,2025-09-30,1\nA,2026-03-31,3\n");
        read(SeriesFrequency.YEARLY, "series,index,value\nA,2023-12-31,1\nA,2025-01-01,3\n");
        read(SeriesFrequency.HOURLY, "series,index,value\nA,2026-03-01T22:00,1\nA,2026-03-02 01:00:00,4\n");
        assertThat(problems.report().toString()).startsWith("0 errors");
        assertThat(series)
                .containsExactly(
                        "A [1.0, NaN, 3.0, NaN, 5.0]",
                        "A [1.0, 2.0, NaN, 4.0]",
                        "A [1.0, NaN, 3.0]",
                        "A [1.0, NaN, 3.0]",
                        "A [1.0, NaN, 3.0]",
                        "A [1.0, NaN, NaN, 4.0]");
    }

    @Test
    void ordersTheRowsOfASeries() throws IOException {
        read(SeriesFrequency.DAILY, "value,index,series\n3,2026-01-03,A\n1,2026-01-01,A\n2,2026-01-02,A\n");
        assertThat(series).containsExactly("A [1.0, 2.0, 3.0]");
    }

    @Test
    void readsRowsOfSeriesWithAndWithoutStart() throws IOException {
        String[] files = {
            "series,values\nA,5;7;;6\nB,1\n",
            "series,start,values\nA,2026-01,5;7;;6\nB,,1\n",
            "series,values\nA,2026-01-01,5;7;;6\nB,1,1\n",
            "series,start,v1;v2;v3;v4;v5\nA,1,5;7;;6\nB,1,1\n",
            "\uFEFFSeries;Values\r\n\"A\";\"5;7;;6\"\r\n\r\nB;1\r\n"
        };
        for (String file : files) {
            series.clear();
            read(SeriesFrequency.MONTHLY, file);
            assertThat(problems.report().toString()).as(file).startsWith("0 errors");
            assertThat(series).as(file).containsExactly("A [5.0, 7.0, NaN, 6.0]", "B [1.0]");
        }
    }

    @Test
    void readsCompressedFiles() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write("series,values\nA,1;2\n".getBytes(StandardCharsets.UTF_8));
        }
        Path file = Files.write(folder.resolve("series.csv.gz"), bytes.toByteArray());
        PlainSeriesFile input = new PlainSeriesFile(file, SeriesFrequency.DAILY, problems);
        input.read(this::note);
        assertThat(series).containsExactly("A [1.0, 2.0]");
        assertThat(input.bytesRead()).isEqualTo(bytes.size());

        Files.write(file, Arrays.copyOf(bytes.toByteArray(), bytes.size() - 9));
        new PlainSeriesFile(file, SeriesFrequency.DAILY, problems).read(this::note);
        assertThat(problems.report().toString()).contains("series.csv.gz").contains("cut short");
    }

    @Test
    void refusesASeriesThatComesBack() throws IOException {
        refuses("series,index,value\nA,1,5\nB,1,5\nA,2,5\n", """
                series.csv line 4, column series: A must stand in rows that follow each other, but stands further above too.
                Maybe the file is not sorted by series: sort it.""");
        refuses("series,values\nA,1\nB,1\nA,2\n", """
                series.csv line 4, column series: A must be given once, but a row above gives it already.
                Maybe its values were cut in two.""");
    }

    @Test
    void refusesCellsThatAreNoNumbers() throws IOException {
        refuses("series,index,value\nA,1,NA\n", """
                series.csv line 2, column value: NA must be a number.
                Maybe it is not known: leave the cell empty.""");
        refuses("series,values\nA,1;NaN\n", "line 2, column values: NaN must be a number.");
        refuses(
                "series,values\nA,\"1;2,5\"\n",
                "column values: 2,5 must be a number.\nMaybe the comma is a decimal comma");
        refuses("series,values\nA,1e400\n", "1e400 must lie between -1e15 and 1e15.");
        refuses("series,values\nA,0x1p3\n", "0x1p3 must be a number.");
        refuses("series,values\nA,1-2\n", "1-2 must be a number.");
        refuses("series,index,value\nA,1,Infinity\n", "Infinity must be a number.");
    }

    @Test
    void refusesIndicesThatAreNoPlaceInTime() throws IOException {
        refuses(
                "series,index,value\nA,2026-02-30,1\n",
                "column index: 2026-02-30 must be a day that the calendar has.");
        refuses("series,index,value\nA,20260230,1\n", "20260230 must be a date like 2026-11-23");
        refuses("series,index,value\nA,23.11.2026,1\n", "23.11.2026 must be a date like 2026-11-23 or a whole number.");
        refuses(
                "series,index,value\nA,2026-11-23 00:00,1\n",
                "Maybe the time of day is to be cut off: write 2026-11-23.");
        refuses("series,index,value\nA,,1\n", "column index: (empty) must be a date");
        refuses(
                "series,index,value\nA,1,1\nA,2026-01-01,1\n",
                "line 3, column index: 2026-01-01 must be a whole number as");
        refuses("series,index,value\nA,1,1\nA,999999999,1\n", "must span 100000 months or fewer, but spans 999999999.");
        refuses(
                "series,start,values\nA,soon,1\n",
                "column start: soon must be a date like 2026-11-23 or a whole number.");
    }

    @Test
    void refusesTwoRowsOfOneBucket() throws IOException {
        refuses("series,index,value\nA,2026-01-05,1\nA,2026-02-01,1\nA,2026-01-06,1\n", """
                series.csv line 4, column series: A must have one row a month, but line 2 is of the same one.
                Maybe the rows are of a finer frequency: sum them up first, or name that frequency.""");
    }

    @Test
    void refusesWeeksOfDifferentWeekdays() throws IOException {
        read(SeriesFrequency.WEEKLY, "series,index,value\nA,2026-01-05,1\nA,2026-01-13,1\n");
        assertThat(problems.report().toString())
                .contains(
                        "line 3, column index: 2026-01-13 must be whole weeks away from the series' first date, on line 2.");
    }

    @Test
    void refusesShapesItDoesNotKnow() throws IOException {
        refuses("item,units\nA,1\n", """
                series.csv line 1: item,units must be series,index,value or series,values or series,start,values.
                Maybe the header row is missing, or its columns have other names.""");
        refuses("series,values\nA,1,2,3\n", """
                series.csv line 2: has 4 cells, but must have 2 as the header.
                Maybe the values are not in one cell: write them as 5;7;6.""");
        refuses("series,index,value\nA,1,2,5\n", "line 2: has 4 cells, but must have 3 as the header.");
        refuses("series,index,value\n", "series.csv: has no series, but must have a row below its header.");
        refuses("", "series.csv: is empty, but must have a header row.");
        refuses("series,values\n,1\n", "line 2, column series: (empty) must name the series.");
        refuses("series,values\nA,;;\n", "column series: A must have at least one value that is known.");
        refuses("series,values\n\"A,1\n", "must be CSV from here on");
    }

    @Test
    void refusesAFileThatIsNotThere() {
        new PlainSeriesFile(folder.resolve("none.csv"), SeriesFrequency.DAILY, problems).read(this::note);
        assertThat(problems.report().toString()).contains("none.csv: is missing.");
    }

    @Test
    void handsOnNothingAfterAnErrorAndListsFurtherOnes() throws IOException {
        read(SeriesFrequency.DAILY, "series,values\nA,1\nB,x\nC,1\nD,y\n");
        assertThat(series).containsExactly("A [1.0]");
        assertThat(problems.report().errors()).isEqualTo(2);
    }

    private void refuses(String content, String text) throws IOException {
        ImportProblems own = new ImportProblems();
        Path file = Files.writeString(folder.resolve("series.csv"), content);
        new PlainSeriesFile(file, SeriesFrequency.MONTHLY, own).read(this::note);
        assertThat(own.report().toString()).as(content).contains(text);
        assertThat(own.report().errors()).as(content).isEqualTo(1);
    }

    private void read(SeriesFrequency frequency, String content) throws IOException {
        Path file = Files.writeString(folder.resolve("series.csv"), content);
        new PlainSeriesFile(file, frequency, problems).read(this::note);
    }

    private void note(PlainSeries one) {
        series.add(one.id() + " " + Arrays.toString(one.values()));
    }
}
