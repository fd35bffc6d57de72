package org.plenish.web.dataset.intake;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.io.CsvFile;
import org.plenish.engine.io.CsvFormat;
import org.plenish.engine.io.CsvHead;
import org.plenish.engine.io.CsvRow;
import org.plenish.engine.io.CsvTable;
import org.plenish.engine.io.DatasetTable;
import org.plenish.engine.io.ImportProblems;
import org.plenish.web.run.FileFingerprints;

/** Brings one of a dataset's short files, which the reader has found good, into the form in which it is kept. */
final class ShortFile {

    /** Columns whose numbers may have decimals; a comma in a text stays. */
    static final Set<String> DECIMAL_COLUMNS = Set.of(
            "unit_cost",
            "unit_price",
            "unit_volume_m3",
            "unit_weight_kg",
            "shortage_cost_per_unit",
            "capacity_m3",
            "holding_cost_rate",
            "lead_time_sd_days",
            "min_order_value",
            "order_cost",
            "container_volume_m3",
            "container_cost",
            "line_cost",
            "cost_per_unit",
            "cost_per_m3",
            "shipment_cost",
            "shipment_capacity_m3",
            "amount",
            "uplift",
            "quantity_per",
            "scrap_rate",
            "mean",
            "sd",
            "service_level");

    private ShortFile() {}

    /** @throws IllegalStateException if it cannot be read although it was found good: the disk has changed it */
    static CheckedFile write(DatasetTable table, Path file, CsvFormat format, Path target, @Nullable Long baseRows)
            throws IOException {
        ImportProblems problems = new ImportProblems();
        CsvHead head = new CsvFile(file, format, problems).head(0);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
            Rows rows = new Rows(given(table, head, format), head, format, out);
            if (!new CsvFile(file, format, problems).read(rows)) {
                throw new IllegalStateException(file + " cannot be read any more: " + problems.report());
            }
            return rows.csv.finish(table.name() + ".csv", baseRows);
        }
    }

    /** The settings as they are, but without what they say of numbers: the files that are kept have points. */
    static CheckedFile writeSettings(Path file, Path target, @Nullable Long baseRows) throws IOException {
        String text = Files.readString(file).replaceAll("(?m)^decimal:.*\\R?", "");
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Files.write(target, bytes);
        String sha256 = Objects.requireNonNull(FileFingerprints.of(Map.of(Upload.SETTINGS, bytes))
                .sha256ByName()
                .get(Upload.SETTINGS));
        return new CheckedFile(Upload.SETTINGS, sha256, 0, bytes.length, null, baseRows);
    }

    private static List<String> given(DatasetTable table, @Nullable CsvHead head, CsvFormat format) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Map<String, String> tableNames = new HashMap<>(format.columnNames());
        for (String column : head == null ? List.<String>of() : head.columns()) {
            names.add(tableNames.getOrDefault(column, column));
        }
        return table.columns().stream()
                .map(CsvTable.Column::name)
                .filter(names::contains)
                .toList();
    }

    private static final class Rows extends CsvTable {

        private final List<Column> columns = new ArrayList<>();
        private final boolean decimalComma;
        private final CanonicalCsv csv;

        Rows(List<String> given, @Nullable CsvHead head, CsvFormat format, OutputStream out) {
            for (String name : given) {
                columns.add(optional(name));
            }
            this.decimalComma = format.decimalComma() && head != null && head.delimiter() != ',';
            this.csv = new CanonicalCsv(given, bytes -> write(out, bytes));
        }

        private static void write(OutputStream out, byte[] bytes) {
            try {
                out.write(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        protected void read(CsvRow row) {
            List<String> cells = new ArrayList<>(columns.size());
            for (Column column : columns) {
                String cell = row.text(column);
                boolean number = decimalComma && DECIMAL_COLUMNS.contains(column.name());
                cells.add(number ? cell.replace(',', '.') : cell);
            }
            csv.row(cells);
        }
    }
}
