package org.plenish.engine.io.generate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.io.CsvFile;
import org.plenish.engine.io.CsvFormat;
import org.plenish.engine.io.CsvRow;
import org.plenish.engine.io.CsvTable;
import org.plenish.engine.io.ImportProblem.Severity;
import org.plenish.engine.io.ImportProblems;
import org.plenish.engine.io.ImportReport;
import org.plenish.engine.model.DailySales;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.WarehouseId;

/**
 * Makes a dataset from sales alone. Dates, articles, warehouses, quantities and prices stay as the file gives them;
 * all else is filled in by {@link DatasetFilling}, and the dataset's README says so column by column.
 */
public final class TransactionImport {

    /** Marks a file that tells no currency. */
    private static final String DEFAULT_CURRENCY = "EUR";

    /** More units than this of one item at one warehouse are a slip of the keyboard. */
    private static final long LARGEST_TOTAL_UNITS = 1_000_000_000;

    private static final double LARGEST_REVENUE = 1e12;

    /**
     * What to read and how.
     *
     * @param sales {@code date,item,warehouse,quantity} and {@code revenue} or {@code unit_price}, plain or
     *     {@code .gz}; the money column may carry its currency, as in {@code revenue_gbp}
     * @param items {@code item,description}; null if there is none
     * @param columnNames where the files call a column otherwise: our name → theirs, such as quantity → Qty
     * @param seed of all that is filled in
     */
    public record Settings(Path sales, @Nullable Path items, Map<String, String> columnNames, long seed) {

        private static final List<String> COLUMNS =
                List.of("date", "item", "warehouse", "quantity", "revenue", "unit_price", "description");

        /** @throws IllegalArgumentException if a column is named that these files do not have */
        public Settings {
            columnNames = Map.copyOf(columnNames);
            for (String column : columnNames.keySet()) {
                if (!COLUMNS.contains(column)) {
                    throw new IllegalArgumentException("column map: " + column + " must be one of "
                            + String.join(", ", COLUMNS) + ". Maybe the two names are the wrong way round.");
                }
            }
        }
    }

    /**
     * What came of it.
     *
     * @param dataset null if and only if the report has errors
     * @param readme for {@link org.plenish.engine.io.DatasetWriter}; blank without a dataset
     */
    public record Result(@Nullable Dataset dataset, String readme, ImportReport report) {}

    private final Settings settings;
    private final ImportProblems problems = new ImportProblems();

    private TransactionImport(Settings settings) {
        this.settings = settings;
    }

    /** Reads the files and fills in what they do not tell; a problem of a file is in the report, never thrown. */
    public static Result read(Settings settings) {
        return new TransactionImport(settings).read();
    }

    private Result read() {
        Map<String, String> names = new HashMap<>();
        settings.columnNames().forEach((ours, theirs) -> names.put(theirs, ours));
        String currency = currencyOfHeader(names);
        CsvFormat format = new CsvFormat(false, names);
        SalesTable sales = new SalesTable();
        ItemsTable items = new ItemsTable();
        readFile(settings.sales(), format, sales);
        Path itemsFile = settings.items();
        if (itemsFile != null) {
            readFile(itemsFile, format, items);
        }
        String salesFile = String.valueOf(settings.sales().getFileName());
        noteOddRows(sales, salesFile);
        if (problems.hasErrors()) {
            return new Result(null, "", problems.report());
        }
        SortedMap<SkuLocation, DailySales> gathered = sales.gathered();
        if (itemsFile != null) {
            noteItemsWithoutDescription(gathered, items.descriptions, String.valueOf(itemsFile.getFileName()));
        }
        String name = salesFile.replaceFirst("(?i)([.]csv)?([.]gz)?$", "");
        LocalDate asOf = LocalDate.ofEpochDay(sales.lastEpochDay).plusDays(1);
        DatasetFilling filling = new DatasetFilling(settings.seed(), name, currency, asOf, sales.tellsPrices);
        Dataset dataset = filling.fill(gathered, items.descriptions);
        return new Result(dataset, filling.readme(dataset, itemsFile != null), problems.report());
    }

    private void readFile(Path file, CsvFormat format, CsvTable table) {
        if (Files.isRegularFile(file)) {
            new CsvFile(file, format, problems).read(table);
        } else {
            problems.fileError(
                    file.toString(), "must be a file, but there is none", "the path is relative to another folder");
        }
    }

    /**
     * Finds a money column that carries its currency and maps it. What is wrong with the file is left to the reading of
     * its rows.
     */
    private String currencyOfHeader(Map<String, String> names) {
        for (String cell : headerCells()) {
            String header = cell.strip().toLowerCase(Locale.ROOT);
            for (String money : new String[] {"revenue", "unit_price"}) {
                String code = header.startsWith(money + "_")
                        ? header.substring(money.length() + 1).toUpperCase(Locale.ROOT)
                        : "";
                if (isCurrency(code)) {
                    if (!settings.columnNames().containsKey(money)) {
                        names.put(header, money);
                    }
                    return code;
                }
            }
        }
        return DEFAULT_CURRENCY;
    }

    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
    }

    private String[] headerCells() {
        Path file = settings.sales();
        boolean compressed = file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
        try (InputStream bytes = Files.newInputStream(file);
                InputStream content = compressed ? new GZIPInputStream(bytes) : bytes;
                BufferedReader text = new BufferedReader(new InputStreamReader(content, StandardCharsets.ISO_8859_1))) {
            String line = text.readLine();
            return line == null ? new String[0] : line.split("[,;\t]");
        } catch (IOException e) {
            return new String[0];
        }
    }

    private void noteOddRows(SalesTable sales, String file) {
        if (sales.lastEpochDay == Integer.MIN_VALUE && !problems.hasErrors()) {
            problems.fileError(file, "must have at least one row with a quantity other than 0", null);
        }
        sales.columns.forEach((location, gathering) -> {
            if (gathering.totalUnits() > LARGEST_TOTAL_UNITS) {
                String requirement = "sells and takes back " + gathering.totalUnits() + " units of " + location
                        + ", but must stay within " + LARGEST_TOTAL_UNITS;
                problems.fileError(file, requirement, "a quantity has too many digits");
            }
        });
        note(
                sales.rowsWithoutQuantity,
                file,
                "rows have the quantity 0: they tell where an item is stocked, but no sale");
        note(
                sales.rowsWithContraryRevenue,
                file,
                "rows take money for a return or give some for a sale: the quantity" + " is kept, the money is not");
    }

    private void note(long rows, String file, String remark) {
        if (rows > 0) {
            problems.add(Severity.NOTICE, file, 0, null, null, rows + " " + remark, null);
        }
    }

    private void noteItemsWithoutDescription(
            SortedMap<SkuLocation, DailySales> sales, Map<ItemId, String> descriptions, String file) {
        long missing = sales.keySet().stream()
                .map(SkuLocation::item)
                .distinct()
                .filter(item -> !descriptions.containsKey(item))
                .count();
        if (missing > 0) {
            String requirement = missing + " of the items sold are not in it: their code stands as description";
            problems.add(Severity.NOTICE, file, 0, null, null, requirement, null);
        }
    }

    /** {@code item,description}. */
    private static final class ItemsTable extends CsvTable {

        private final Column item = required("item");
        private final Column description = required("description");

        private final Map<ItemId, String> descriptions = new HashMap<>();

        @Override
        protected void read(CsvRow row) {
            ItemId id = row.key(item, ItemId::new);
            String text = row.text(description);
            if (row.isGood() && descriptions.putIfAbsent(id, text) != null) {
                row.error(
                        item, "must be there once, but an earlier line has it too", "one of the two is to be removed");
            }
        }
    }

    /** {@code date,item,warehouse,quantity} and the money. */
    private static final class SalesTable extends CsvTable {

        private final Column date = required("date");
        private final Column item = required("item");
        private final Column warehouse = required("warehouse");
        private final Column quantity = required("quantity");
        private final Column revenue = optional("revenue");
        private final Column unitPrice = optional("unit_price");

        private final Map<String, ItemId> items = new HashMap<>();
        private final Map<String, WarehouseId> warehouses = new HashMap<>();
        private final Map<SkuLocation, SalesColumns> columns = new HashMap<>();
        private int lastEpochDay = Integer.MIN_VALUE;
        private boolean tellsPrices;
        private long rowsWithoutQuantity;
        private long rowsWithContraryRevenue;

        @Override
        protected void read(CsvRow row) {
            LocalDate day = row.date(date);
            ItemId itemId = row.key(item, text -> items.computeIfAbsent(text, ItemId::new));
            WarehouseId warehouseId = row.key(warehouse, text -> warehouses.computeIfAbsent(text, WarehouseId::new));
            int units = row.wholeNumber(quantity, Integer.MIN_VALUE);
            long money = money(row, units);
            if (!row.isGood()) {
                return;
            }
            SalesColumns own = columns.computeIfAbsent(new SkuLocation(itemId, warehouseId), key -> new SalesColumns());
            if (units == 0) {
                rowsWithoutQuantity++; // sold and taken back on one day: stocked there, but no sale
                return;
            }
            int epochDay = Math.toIntExact(day.toEpochDay());
            lastEpochDay = Math.max(lastEpochDay, epochDay);
            own.add(epochDay, units, money);
        }

        private long money(CsvRow row, int units) {
            double amount;
            if (row.isGiven(revenue)) {
                amount = row.number(revenue, -LARGEST_REVENUE, LARGEST_REVENUE);
            } else if (row.isGiven(unitPrice)) {
                amount = row.number(unitPrice, 0, LARGEST_REVENUE) * units;
            } else {
                return 0;
            }
            tellsPrices = true;
            // A day on which cheap units were sold and dear ones came back has a price in neither direction.
            if (amount * units < 0) {
                rowsWithContraryRevenue++;
                return 0;
            }
            return StrictMath.round(amount * 100);
        }

        private SortedMap<SkuLocation, DailySales> gathered() {
            SortedMap<SkuLocation, DailySales> sales = new TreeMap<>();
            columns.forEach((location, gathering) -> sales.put(location, gathering.toDailySales()));
            return sales;
        }
    }
}
