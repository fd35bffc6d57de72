package org.plenish.engine.io;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.io.ImportProblem.Severity;
import org.plenish.engine.model.CashBudget;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.DatasetSettings;

/**
 * Reads and checks a dataset folder. All problems of all files are collected; if one is an error there is no dataset.
 * What each file means is in its table; here is the order in which they are read, so that what a row refers to is
 * known before it.
 */
public final class DatasetReader {

    private final ImportProblems problems = new ImportProblems();
    private final References references = References.empty();
    private final Path folder;
    private final SettingsFile settings;
    private final DatasetFolder files;
    private final @Nullable LongRows taker;

    private DatasetReader(Path folder, Map<String, CsvFormat> formats, @Nullable LongRows taker) {
        this.folder = folder;
        this.settings = SettingsFile.read(folder, problems);
        this.files = new DatasetFolder(folder, new CsvFormat(settings.decimalComma(), Map.of()), formats, problems);
        this.taker = taker;
    }

    /** Never throws for bad input: whatever is wrong with the folder is in the report. */
    public static ImportResult read(Path folder) {
        return readAny(folder, Map.of(), null);
    }

    /**
     * Reads a folder whose long files may be larger than the memory, and whose files may have other columns than the
     * contract's. The dataset has neither sales nor notes of stock: their rows went to the taker.
     *
     * @param formats of the tables that have another than {@code dataset.yaml} says, by name without {@code .csv}
     */
    public static ImportResult read(Path folder, Map<String, CsvFormat> formats, LongRows taker) {
        return readAny(folder, Map.copyOf(formats), taker);
    }

    /** What a folder's {@code dataset.yaml} says: true if numbers are written with a decimal comma, empty if nothing. */
    public static Optional<Boolean> findDecimalComma(Path folder) {
        SettingsFile settings = SettingsFile.read(folder, new ImportProblems());
        return settings.saysDecimal() ? Optional.of(settings.decimalComma()) : Optional.empty();
    }

    private static ImportResult readAny(Path folder, Map<String, CsvFormat> formats, @Nullable LongRows taker) {
        if (!Files.isDirectory(folder)) {
            ImportProblems problems = new ImportProblems();
            String name = String.valueOf(folder.getFileName());
            problems.fileError(name, "must be a folder that holds a dataset", "its path is spelt differently");
            return new ImportResult(null, problems.report());
        }
        DatasetReader reader = new DatasetReader(folder, formats, taker);
        Dataset dataset = reader.readAll();
        return new ImportResult(reader.problems.hasErrors() ? null : dataset, reader.problems.report());
    }

    private @Nullable Dataset readAll() {
        ItemsTable items = new ItemsTable(references.items());
        if (files.readRequired("items", items)) {
            references.items().complete(problems);
        }
        WarehousesTable warehouses = new WarehousesTable(references.warehouses());
        if (files.readRequired("warehouses", warehouses)) {
            references.warehouses().complete(problems);
        }
        SuppliersTable suppliers = new SuppliersTable(references.suppliers());
        if (files.readRequired("suppliers", suppliers)) {
            references.suppliers().complete(problems);
        }
        PriceBreaksTable priceBreaks = new PriceBreaksTable(references);
        files.readOptional("price_breaks", priceBreaks);
        SupplyOptionsTable options =
                new SupplyOptionsTable(references, items.items(), suppliers.suppliers(), priceBreaks);
        if (files.readRequired("item_suppliers", options) && !problems.hasErrors()) {
            priceBreaks.warnOfUnused(problems);
        }
        LanesTable lanes = new LanesTable(references.warehouses());
        files.readOptional("lanes", lanes);
        StockTable stock = new StockTable(references);
        files.readRequired("stock", stock);
        GivenForecastsTable forecasts = new GivenForecastsTable(references);
        files.readOptional("forecast", forecasts);
        SalesTable sales = new SalesTable(references, taker);
        boolean salesRead =
                files.has("forecast") ? files.readOptional("sales", sales) : files.readRequired("sales", sales);
        StockHistoryTable stockHistory = new StockHistoryTable(references, taker);
        files.readOptional("stock_history", stockHistory);
        OpenPurchaseOrdersTable purchaseOrders = new OpenPurchaseOrdersTable(references);
        files.readOptional("open_purchase_orders", purchaseOrders);
        OpenTransfersTable transfers = new OpenTransfersTable(references);
        files.readOptional("open_transfers", transfers);
        OpenSalesOrdersTable salesOrders = new OpenSalesOrdersTable(references);
        files.readOptional("open_sales_orders", salesOrders);
        CashBudgetTable cash = new CashBudgetTable();
        files.readOptional("cash_budget", cash);
        PromotionsTable promotions = new PromotionsTable(references);
        files.readOptional("promotions", promotions);
        BillOfMaterialsTable materials = new BillOfMaterialsTable(references.items());
        files.readOptional("bill_of_materials", materials);
        PolicyOverridesTable overrides = new PolicyOverridesTable(references);
        files.readOptional("policy_overrides", overrides);
        files.noteUnknownFiles();
        requireRows("items", items.items().isEmpty());
        requireRows("warehouses", warehouses.warehouses().isEmpty());

        DatasetSettings known = salesRead ? settings(sales) : null;
        return known == null
                ? null
                : new Dataset(
                        known,
                        items.items(),
                        warehouses.warehouses(),
                        suppliers.suppliers(),
                        options.options(),
                        lanes.lanes(),
                        stock.positions(),
                        sales.first(),
                        sales.sales(problems),
                        stockHistory.notes(problems),
                        purchaseOrders.orders(),
                        transfers.transfers(),
                        salesOrders.orders(),
                        new CashBudget(cash.amounts(), settings.carryForward(), settings.cashBasis()),
                        promotions.promotions(),
                        materials.lines(),
                        forecasts.forecasts(),
                        overrides.overrides(),
                        sales.baskets());
    }

    private void requireRows(String name, boolean empty) {
        if (empty && !problems.hasErrors()) {
            problems.fileError(name + ".csv", "must have a row, but ends after its header", null);
        }
    }

    private @Nullable DatasetSettings settings(SalesTable sales) {
        LocalDate lastSale = sales.last();
        if (lastSale == null && sales.hasRows()) {
            return null; // every sale is wrong: that there is no plan date follows from it
        }
        DatasetSettings known = settings.settings(String.valueOf(folder.getFileName()), lastSale);
        if (known != null && lastSale != null && !problems.hasErrors() && !lastSale.isBefore(known.asOf())) {
            String remark = "is not after the last sale " + lastSale + ": sales from it on are not history";
            problems.add(
                    Severity.WARNING,
                    SettingsFile.NAME,
                    0,
                    "as_of",
                    known.asOf().toString(),
                    remark,
                    null);
        }
        return known;
    }
}
