package org.plenish.engine.io.series;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.forecast.SeriesFrequency;
import org.plenish.engine.io.CsvFile;
import org.plenish.engine.io.CsvFormat;
import org.plenish.engine.io.ImportProblem.Severity;
import org.plenish.engine.io.ImportProblems;
import org.plenish.engine.io.series.SeriesIndex.Place;
import org.plenish.engine.io.series.SeriesIndex.UnreadableException;

/**
 * A CSV file of series, plain or ({@code .gz}) compressed, in one of two shapes that its header tells:
 *
 * <ul>
 *   <li>{@code series,index,value}: a row a value; the index is a date or counts 1, 2, 3. The rows of a series stand
 *       together, in any order; buckets between the first and the last that have no row are not known.
 *   <li>{@code series,start,values} or {@code series,values}: a row a series; all values in one cell, {@code 5;7;;6},
 *       oldest first. The last column may have any name, and the start, a date or a number, any of its rows may leave out.
 * </ul>
 *
 * An empty cell is a value that is not known. Only one series is held at a time.
 */
public final class PlainSeriesFile {

    /** Beyond this a double does not count by ones any more. */
    private static final double LARGEST_VALUE = 1e15;

    private static final int LONGEST_SERIES = 100_000;
    private static final int LONGEST_CELL = 25 * LONGEST_SERIES;
    private static final String SERIES = "series";
    private static final String INDEX = "index";
    private static final String VALUE = "value";
    private static final String START = "start";
    private static final String VALUES = "values";
    private static final String SHAPES = "must be series,index,value or series,values or series,start,values";

    private final Path path;
    private final String name;
    private final ImportProblems problems;
    private final CsvFile csv;
    private final SeriesIndex indices;
    private long errors;

    /** @param problems takes whatever is wrong */
    public PlainSeriesFile(Path path, SeriesFrequency frequency, ImportProblems problems) {
        this.path = path;
        this.name = String.valueOf(path.getFileName());
        this.problems = problems;
        this.csv = new CsvFile(path, CsvFormat.STANDARD, problems);
        this.indices = new SeriesIndex(frequency);
    }

    /**
     * Reads the file to its end, or to where it cannot be read on; from the first error on, only for further errors.
     *
     * @param taker of each series, in the file's order
     */
    public void read(Consumer<PlainSeries> taker) {
        if (!Files.isRegularFile(path)) {
            String requirement = Files.exists(path) ? "must be a file, but is a folder" : "is missing";
            problems.fileError(path.toString(), requirement, "the name or the folder is mistyped");
            return;
        }
        Rows rows = new Rows(taker);
        if (csv.readRecords(rows, LONGEST_CELL)) {
            rows.end();
        }
    }

    /** How many bytes have been read; may be asked by any thread. */
    public long bytesRead() {
        return csv.bytesRead();
    }

    private void error(
            long line, @Nullable String column, @Nullable String value, String must, @Nullable String maybe) {
        errors++;
        problems.add(Severity.ERROR, name, line, column, value, must, maybe);
    }

    private final class Rows implements CsvFile.Records {

        private final Consumer<PlainSeries> taker;
        private final SeenSeries seen = new SeenSeries();

        private boolean wide;
        private int cells;
        private int seriesField = -1;
        private int indexField = -1;
        private int valueField = -1;
        private @Nullable LongSeries current;
        private boolean any;

        Rows(Consumer<PlainSeries> taker) {
            this.taker = taker;
        }

        @Override
        public boolean header(List<String> fields, long line) {
            List<String> names = fields.stream()
                    .map(field -> field.strip().toLowerCase(Locale.ROOT))
                    .toList();
            cells = names.size();
            seriesField = names.indexOf(SERIES);
            if (names.contains(INDEX) && names.contains(VALUE)) {
                indexField = names.indexOf(INDEX);
                valueField = names.indexOf(VALUE);
            } else if (names.contains(VALUES)) {
                wide = true;
                indexField = names.indexOf(START);
                valueField = names.indexOf(VALUES);
            } else if (cells == 3 && names.indexOf(START) == 1) {
                wide = true;
                indexField = 1;
                valueField = 2;
            }
            boolean readable = seriesField >= 0
                    && valueField >= 0
                    && names.stream().distinct().count() == cells;
            if (!readable) {
                String suggestion = "the header row is missing, or its columns have other names";
                error(line, null, String.join(",", fields), SHAPES, suggestion);
            }
            return readable;
        }

        @Override
        public void row(List<String> fields, long line) {
            if (fields.stream().allMatch(String::isBlank)) {
                return;
            }
            boolean startAdded = wide && cells == 2 && fields.size() == 3 && seriesField == 0;
            if (fields.size() != cells && !startAdded) {
                String suggestion = wide
                        ? "the values are not in one cell: write them as 5;7;6"
                        : "a delimiter is missing, or a comma is a decimal comma: write a decimal point";
                error(
                        line,
                        null,
                        null,
                        "has " + fields.size() + " cells, but must have " + cells + " as the header",
                        suggestion);
                return;
            }
            String id = fields.get(seriesField).strip();
            if (id.isEmpty() || id.indexOf('\0') >= 0) {
                error(line, SERIES, id, "must name the series", "the row above shows which one it is: repeat its name");
                return;
            }
            any = true;
            if (wide) {
                wideRow(id, fields.get(startAdded ? 2 : valueField), line);
                int startField = startAdded ? 1 : indexField;
                if (startField >= 0 && !fields.get(startField).isBlank()) {
                    place(fields.get(startField).strip(), START, line);
                }
            } else {
                longRow(
                        id,
                        fields.get(indexField).strip(),
                        fields.get(valueField).strip(),
                        line);
            }
        }

        /** The file's end: the last series is whole. */
        void end() {
            finish();
            if (!any && !problems.hasErrors()) {
                problems.fileError(name, "has no series, but must have a row below its header", null);
            }
        }

        private void wideRow(String id, String cell, long line) {
            if (!seen.add(id)) {
                error(
                        line,
                        SERIES,
                        id,
                        "must be given once, but a row above gives it already",
                        "its values were cut in two");
                return;
            }
            String[] parts = cell.split(";", -1);
            if (parts.length > LONGEST_SERIES) {
                error(
                        line,
                        VALUES,
                        null,
                        "must be " + LONGEST_SERIES + " values or fewer, but are " + parts.length,
                        null);
                return;
            }
            long errorsBefore = errors;
            double[] values = new double[parts.length];
            for (int i = 0; i < parts.length; i++) {
                values[i] = value(parts[i].strip(), VALUES, line);
            }
            hand(id, values, line, errorsBefore);
        }

        private void longRow(String id, String index, String value, long line) {
            LongSeries series = current;
            if (series == null || !series.id.equals(id)) {
                finish();
                series = new LongSeries(id, line);
                current = series;
                if (!seen.add(id)) {
                    String suggestion = "the file is not sorted by series: sort it";
                    error(
                            line,
                            SERIES,
                            id,
                            "must stand in rows that follow each other, but stands further above too",
                            suggestion);
                }
            }
            Place place = place(index, INDEX, line);
            double number = value(value, VALUE, line);
            if (place == null) {
                return;
            }
            Place first = series.first == null ? place : series.first;
            series.first = first;
            if (place.dated() != first.dated()) {
                String other = first.dated() ? "a date" : "a whole number";
                error(
                        line,
                        INDEX,
                        index,
                        "must be " + other + " as in the series' first row, line " + series.line,
                        null);
            } else if (place.phase() != first.phase()) {
                String requirement = "must be whole weeks away from the series' first date, on line " + series.line;
                error(
                        line,
                        INDEX,
                        index,
                        requirement,
                        "dates of one series are of one weekday: take the weeks' first days");
            } else {
                series.add(place.bucket(), number, line);
            }
        }

        private void finish() {
            LongSeries series = current;
            current = null;
            if (series != null && series.size > 0) {
                double[] values = series.values();
                if (values != null) {
                    hand(series.id, values, series.line, series.errorsBefore);
                }
            }
        }

        private void hand(String id, double[] values, long line, long errorsBefore) {
            if (errors == errorsBefore && Arrays.stream(values).allMatch(Double::isNaN)) {
                error(line, SERIES, id, "must have at least one value that is known", "leave the series out");
            }
            if (!problems.hasErrors()) {
                taker.accept(new PlainSeries(id, values));
            }
        }
    }

    private @Nullable Place place(String cell, String column, long line) {
        try {
            return indices.place(cell);
        } catch (UnreadableException e) {
            error(line, column, cell, e.requirement(), e.suggestion());
            return null;
        }
    }

    /** NaN where the cell is empty, or noted as wrong. */
    private double value(String cell, String column, long line) {
        if (cell.isEmpty()) {
            return Double.NaN;
        }
        if (!looksLikeNumber(cell)) {
            error(line, column, cell, "must be a number", suggestion(cell));
            return Double.NaN;
        }
        double value;
        try {
            value = Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            error(line, column, cell, "must be a number", suggestion(cell));
            return Double.NaN;
        }
        if (Math.abs(value) > LARGEST_VALUE) {
            String suggestion = "a decimal point was lost, or the unit is another: correct it in the source";
            error(line, column, cell, "must lie between -1e15 and 1e15", suggestion);
            return Double.NaN;
        }
        return value;
    }

    /** Java's own parser takes more: 1f, 0x1p3, NaN. */
    private static boolean looksLikeNumber(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char character = cell.charAt(i);
            boolean usual = (character >= '0' && character <= '9')
                    || character == '.'
                    || character == '-'
                    || character == '+'
                    || character == 'e'
                    || character == 'E';
            if (!usual) {
                return false;
            }
        }
        return true;
    }

    private static String suggestion(String cell) {
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "na", "n/a", "nan", "null", "none", "-", "?" -> "it is not known: leave the cell empty";
            default ->
                cell.indexOf(',') >= 0
                        ? "the comma is a decimal comma: write a decimal point; if it groups thousands, leave it out"
                        : "the source could not compute it, or the columns are shifted: correct the cell or leave it empty";
        };
    }

    /** The rows of one series, as they come. */
    private final class LongSeries {

        private final String id;
        private final long line;
        private final long errorsBefore = errors;
        private @Nullable Place first;
        private long[] buckets = new long[64];
        private double[] numbers = new double[64];
        private long[] lines = new long[64];
        private int size;
        private boolean rising = true;

        LongSeries(String id, long line) {
            this.id = id;
            this.line = line;
        }

        void add(long bucket, double number, long rowLine) {
            if (size == buckets.length) {
                buckets = Arrays.copyOf(buckets, 2 * size);
                numbers = Arrays.copyOf(numbers, 2 * size);
                lines = Arrays.copyOf(lines, 2 * size);
            }
            rising &= size == 0 || bucket > buckets[size - 1];
            buckets[size] = bucket;
            numbers[size] = number;
            lines[size] = rowLine;
            size++;
        }

        /** By bucket; null if they cannot be a series, which is then noted. */
        double @Nullable [] values() {
            int[] order = IntStream.range(0, size).toArray();
            if (!rising) {
                order = IntStream.range(0, size)
                        .boxed()
                        .sorted(Comparator.comparingLong(row -> buckets[row]))
                        .mapToInt(Integer::intValue)
                        .toArray();
            }
            long begin = buckets[order[0]];
            long length = buckets[order[size - 1]] - begin + 1;
            if (length > LONGEST_SERIES) {
                String requirement =
                        "must span " + LONGEST_SERIES + " " + indices.bucketName() + "s or fewer, but spans " + length;
                error(line, SERIES, id, requirement, "an index is mistyped, or the frequency is another");
                return null;
            }
            double[] values = new double[(int) length];
            Arrays.fill(values, Double.NaN);
            for (int i = 0; i < size; i++) {
                int row = order[i];
                if (i > 0 && buckets[row] == buckets[order[i - 1]]) {
                    String requirement = "must have one row a " + indices.bucketName() + ", but line "
                            + lines[order[i - 1]] + " is of the same one";
                    String suggestion = "the rows are of a finer frequency: sum them up first, or name that frequency";
                    error(lines[row], SERIES, id, requirement, suggestion);
                    return null;
                }
                values[(int) (buckets[row] - begin)] = numbers[row];
            }
            return values;
        }
    }
}
