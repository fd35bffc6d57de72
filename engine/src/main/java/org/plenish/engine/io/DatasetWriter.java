package org.plenish.engine.io;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.CashBudget;
import org.plenish.engine.model.Criticality;
import org.plenish.engine.model.DailySales;
import org.plenish.engine.model.DailyStock;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.DatasetSettings;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.Lot;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.StockPosition;
import org.plenish.engine.model.Supplier;
import org.plenish.engine.model.SupplyOption;
import org.plenish.engine.model.TransferLane;
import org.plenish.engine.model.UnitPrice;
import org.plenish.engine.model.Warehouse;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/**
 * Writes a dataset folder that {@code DatasetReader} reads back as the same {@link Dataset}. The same dataset gives the
 * same bytes. The folder appears whole or not at all: it is written beside its place and moved there at the end.
 *
 * <p>Sales and stock notes are written compressed ({@code .csv.gz}) from {@value #COMPRESS_FROM_ROWS} rows on; optional
 * files without rows are left out.
 */
public final class DatasetWriter {

    private static final int COMPRESS_FROM_ROWS = 10_000;

    private DatasetWriter() {}

    /**
     * @param folder new, or an empty folder
     * @param readme text of its {@code README.md}
     * @throws FileAlreadyExistsException if {@code folder} is a file or holds something
     * @throws IOException if it cannot be written; nothing is left behind then
     */
    public static void write(Dataset dataset, Path folder, String readme) throws IOException {
        Path target = folder.toAbsolutePath().normalize();
        requireVacant(target, folder);
        Path parent = target.getParent();
        if (parent == null) {
            throw new IOException(folder + " must name a folder below another one.");
        }
        Files.createDirectories(parent);
        Path draft = parent.resolve(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
        Files.createDirectory(draft);
        try {
            writeFiles(dataset, draft);
            Files.writeString(draft.resolve("README.md"), readme);
            Files.deleteIfExists(target);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            deleteRecursively(draft);
        }
    }

    private static void requireVacant(Path target, Path asGiven) throws IOException {
        if (!Files.exists(target)) {
            return;
        }
        if (Files.isDirectory(target)) {
            try (Stream<Path> children = Files.list(target)) {
                if (children.findAny().isEmpty()) {
                    return;
                }
            }
        }
        throw new FileAlreadyExistsException(
                asGiven.toString(),
                null,
                "must be a new or an empty folder. Maybe name another one, or delete this one first.");
    }

    private static void writeFiles(Dataset dataset, Path folder) throws IOException {
        Files.writeString(folder.resolve("dataset.yaml"), settings(dataset));
        writeItems(dataset, folder);
        writeWarehouses(dataset, folder);
        writeSuppliers(dataset, folder);
        writeSupplyOptions(dataset, folder);
        writeLanes(dataset, folder);
        writeStock(dataset, folder);
        writeSales(dataset, folder);
        writeStockHistory(dataset, folder);
        writeOpenOrders(dataset, folder);
        writeDecisions(dataset, folder);
    }

    private static String settings(Dataset dataset) {
        DatasetSettings settings = dataset.settings();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", settings.name());
        values.put("as_of", settings.asOf().toString());
        values.put("currency", settings.currency());
        values.put("bucket", settings.bucket().name().toLowerCase(Locale.ROOT));
        values.put("horizon", settings.horizonBuckets());
        if (!dataset.cashBudget().carryForward()) {
            values.put("carry_forward", false);
        }
        if (dataset.cashBudget().basis() == CashBudget.Basis.PAYMENT) {
            values.put("cash_basis", "payment");
        }
        if (!settings.source().isBlank()) {
            values.put("source", settings.source());
        }
        if (!settings.license().isBlank()) {
            values.put("license", settings.license());
        }
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setLineBreak(DumperOptions.LineBreak.UNIX);
        options.setAllowUnicode(true);
        options.setWidth(1_000);
        return new Yaml(options).dump(values);
    }

    private static void writeItems(Dataset dataset, Path folder) throws IOException {
        boolean namesAlike = dataset.items().values().stream().anyMatch(item -> item.likeItem() != null);
        boolean ranksCriticality =
                dataset.items().values().stream().anyMatch(item -> item.criticality() != Criticality.ESSENTIAL);
        try (CsvWriter csv = plain(
                folder,
                "items",
                "item,description,category,unit_cost,unit_price,unit_volume_m3,unit_weight_kg,shelf_life_days,"
                        + "lifecycle,replaced_by,storage_class,uom,introduced_on,shortage_cost_per_unit"
                        + (namesAlike ? ",like_item" : "")
                        + (ranksCriticality ? ",criticality" : ""))) {
            for (Item item : dataset.items().values()) {
                List<String> cells = new ArrayList<>(List.of(
                        item.id().value(),
                        item.description(),
                        item.category(),
                        item.unitCost().toString(),
                        text(item.unitPrice()),
                        unlessZero(item.unitVolumeM3()),
                        unlessZero(item.unitWeightKg()),
                        text(item.shelfLifeDays()),
                        item.lifecycle().name().toLowerCase(Locale.ROOT),
                        text(item.replacedBy()),
                        item.storageClass(),
                        item.unitOfMeasure(),
                        text(item.introducedOn()),
                        text(item.shortageCostPerUnit())));
                if (namesAlike) {
                    cells.add(text(item.likeItem()));
                }
                if (ranksCriticality) {
                    cells.add(item.criticality().name().toLowerCase(Locale.ROOT));
                }
                csv.writeRecord(cells);
            }
        }
    }

    private static void writeWarehouses(Dataset dataset, Path folder) throws IOException {
        try (CsvWriter csv = plain(
                folder, "warehouses", "warehouse,name,capacity_m3,holding_cost_rate,storage_class_capacity,parent")) {
            for (Warehouse warehouse : dataset.warehouses().values()) {
                csv.writeRecord(
                        warehouse.id().value(),
                        warehouse.name(),
                        number(warehouse.capacityM3()),
                        number(warehouse.holdingCostRatePerYear()),
                        new TreeMap<>(warehouse.storageClassCapacityM3())
                                .entrySet().stream()
                                        .map(limit -> limit.getKey() + "=" + number(limit.getValue()))
                                        .collect(Collectors.joining(";")),
                        text(warehouse.parent()));
            }
        }
    }

    private static void writeSuppliers(Dataset dataset, Path folder) throws IOException {
        boolean containerCosts =
                dataset.suppliers().values().stream().anyMatch(supplier -> supplier.containerCost() != null);
        try (CsvWriter csv = plain(
                folder,
                "suppliers",
                "supplier,name,lead_time_days,lead_time_sd_days,min_order_value,order_cost,order_weekdays,"
                        + "payment_terms_days,container_volume_m3" + (containerCosts ? ",container_cost" : ""))) {
            for (Supplier supplier : dataset.suppliers().values()) {
                List<String> cells = new ArrayList<>(List.of(
                        supplier.id().value(),
                        supplier.name(),
                        text(supplier.leadTimeDays()),
                        number(supplier.leadTimeSdDays()),
                        supplier.minOrderValue().toString(),
                        supplier.orderCost().toString(),
                        weekdays(supplier.orderWeekdays()),
                        text(supplier.paymentTermsDays()),
                        number(supplier.containerVolumeM3())));
                if (containerCosts) {
                    cells.add(text(supplier.containerCost()));
                }
                csv.writeRecord(cells);
            }
        }
    }

    private static void writeSupplyOptions(Dataset dataset, Path folder) throws IOException {
        try (CsvWriter csv = plain(
                folder,
                "item_suppliers",
                "item,supplier,warehouse,unit_cost,min_order_quantity,order_multiple,max_order_quantity,"
                        + "lead_time_days,line_cost,priority,valid_from,valid_to")) {
            for (SupplyOption option : dataset.supplyOptions()) {
                csv.writeRecord(
                        option.item().value(),
                        option.supplier().value(),
                        text(option.warehouse()),
                        option.unitCost().toString(),
                        text(option.minOrderQuantityUnits()),
                        text(option.orderMultipleUnits()),
                        option.maxOrderQuantityUnits() == Integer.MAX_VALUE ? "" : text(option.maxOrderQuantityUnits()),
                        text(option.leadTimeDays()),
                        option.lineCost().toString(),
                        text(option.priority()),
                        text(option.validFrom()),
                        text(option.validTo()));
            }
        }
        // Breaks belong to item and supplier, so options for several warehouses share them.
        List<List<String>> breaks = dataset.supplyOptions().stream()
                .flatMap(option -> option.priceBreaks().stream()
                        .map(step -> List.of(
                                option.item().value(),
                                option.supplier().value(),
                                text(step.minQuantityUnits()),
                                step.unitCost().toString())))
                .distinct()
                .toList();
        writeIfAny(folder, "price_breaks", "item,supplier,min_quantity,unit_cost", breaks.stream());
    }

    private static void writeLanes(Dataset dataset, Path folder) throws IOException {
        Stream<List<String>> rows = dataset.lanes().stream().map(DatasetWriter::lane);
        writeIfAny(
                folder,
                "lanes",
                "from_warehouse,to_warehouse,lead_time_days,cost_per_unit,cost_per_m3,shipment_cost,"
                        + "shipment_capacity_m3,weekdays",
                rows);
    }

    private static List<String> lane(TransferLane lane) {
        return List.of(
                lane.from().value(),
                lane.to().value(),
                text(lane.leadTimeDays()),
                lane.costPerUnit().toString(),
                lane.costPerM3().toString(),
                lane.shipmentCost().toString(),
                number(lane.shipmentCapacityM3()),
                weekdays(lane.weekdays()));
    }

    private static void writeStock(Dataset dataset, Path folder) throws IOException {
        try (CsvWriter csv = plain(folder, "stock", "item,warehouse,on_hand,allocated,backordered,lot,expires_on")) {
            for (StockPosition position : dataset.stock().values()) {
                int lotUnits =
                        position.lots().stream().mapToInt(Lot::onHandUnits).sum();
                int looseUnits = position.onHandUnits() - lotUnits;
                boolean first = true;
                if (looseUnits != 0 || position.lots().isEmpty()) {
                    writeStockRow(csv, position, new Lot("", looseUnits, null), true);
                    first = false;
                }
                for (Lot lot : position.lots()) {
                    writeStockRow(csv, position, lot, first);
                    first = false;
                }
            }
        }
    }

    /** Allocated and owed units belong to the position: only its first row carries them. */
    private static void writeStockRow(CsvWriter csv, StockPosition position, Lot lot, boolean first) {
        csv.writeRecord(
                position.location().item().value(),
                position.location().warehouse().value(),
                text(lot.onHandUnits()),
                first ? text(position.allocatedUnits()) : "0",
                first ? text(position.backorderedUnits()) : "0",
                lot.lot(),
                text(lot.expiresOn()));
    }

    private static void writeSales(Dataset dataset, Path folder) throws IOException {
        int rows = dataset.sales().values().stream().mapToInt(DailySales::days).sum();
        try (CsvWriter csv = tall(folder, "sales", "date,item,warehouse,quantity,unit_price", rows)) {
            for (Map.Entry<SkuLocation, DailySales> entry : dataset.sales().entrySet()) {
                String item = entry.getKey().item().value();
                String warehouse = entry.getKey().warehouse().value();
                DailySales sales = entry.getValue();
                for (int i = 0; i < sales.days(); i++) {
                    String date = sales.day(i).toString();
                    SalesPrices prices = SalesPrices.of(
                            sales.soldUnits()[i], sales.returnedUnits()[i], sales.revenueMinorUnits()[i]);
                    if (sales.soldUnits()[i] > 0) {
                        csv.writeRecord(date, item, warehouse, text(sales.soldUnits()[i]), prices.sold());
                    }
                    if (sales.returnedUnits()[i] > 0) {
                        csv.writeRecord(date, item, warehouse, text(-sales.returnedUnits()[i]), prices.returned());
                    }
                }
            }
        }
    }

    /**
     * The unit prices of a day's two rows, with as many decimals as it takes for them to multiply back to the day's
     * revenue in hundredths; blank where no money changed hands.
     */
    private record SalesPrices(String sold, String returned) {

        static SalesPrices of(int soldUnits, int returnedUnits, long revenueMinorUnits) {
            if (returnedUnits == 0) {
                return new SalesPrices(price(soldUnits, revenueMinorUnits), "");
            }
            if (soldUnits == 0) {
                return new SalesPrices("", price(returnedUnits, -revenueMinorUnits));
            }
            // A day with both knows only its balance: the price of the net quantity, if that gives the balance.
            int netUnits = soldUnits - returnedUnits;
            if (netUnits != 0 && revenueMinorUnits / (double) netUnits > 0) {
                String price = price(Math.abs(netUnits), Math.abs(revenueMinorUnits));
                long balance = value(soldUnits, price) - value(returnedUnits, price);
                if (balance == revenueMinorUnits) {
                    return new SalesPrices(price, price);
                }
            }
            return revenueMinorUnits >= 0
                    ? new SalesPrices(price(soldUnits, revenueMinorUnits), "")
                    : new SalesPrices("", price(returnedUnits, -revenueMinorUnits));
        }

        private static String price(int units, long minorUnits) {
            if (minorUnits <= 0) {
                return "";
            }
            BigDecimal revenue = BigDecimal.valueOf(minorUnits, 2);
            for (int decimals = 2; ; decimals++) {
                String price = revenue.divide(BigDecimal.valueOf(units), decimals, RoundingMode.HALF_EVEN)
                        .toPlainString();
                if (value(units, price) == minorUnits) {
                    return price;
                }
            }
        }

        private static long value(int units, String price) {
            return UnitPrice.parse(price).times(units).minorUnits();
        }
    }

    private static void writeStockHistory(Dataset dataset, Path folder) throws IOException {
        if (dataset.stockHistory().isEmpty()) {
            return;
        }
        int rows = dataset.stockHistory().values().stream()
                .mapToInt(notes -> notes.epochDays().length)
                .sum();
        try (CsvWriter csv = tall(folder, "stock_history", "date,item,warehouse,on_hand", rows)) {
            for (Map.Entry<SkuLocation, DailyStock> entry :
                    dataset.stockHistory().entrySet()) {
                String item = entry.getKey().item().value();
                String warehouse = entry.getKey().warehouse().value();
                int[] days = entry.getValue().epochDays();
                int[] onHandUnits = entry.getValue().onHandUnits();
                for (int i = 0; i < days.length; i++) {
                    csv.writeRecord(LocalDate.ofEpochDay(days[i]).toString(), item, warehouse, text(onHandUnits[i]));
                }
            }
        }
    }

    private static void writeOpenOrders(Dataset dataset, Path folder) throws IOException {
        writeIfAny(
                folder,
                "open_purchase_orders",
                "order,supplier,item,warehouse,quantity,due_date,order_date,unit_cost",
                dataset.openPurchaseOrders().stream()
                        .map(order -> List.of(
                                order.order(),
                                order.supplier().value(),
                                order.location().item().value(),
                                order.location().warehouse().value(),
                                text(order.quantityUnits()),
                                text(order.dueDate()),
                                text(order.orderDate()),
                                text(order.unitCost()))));
        writeIfAny(
                folder,
                "open_transfers",
                "order,from_warehouse,to_warehouse,item,quantity,due_date",
                dataset.openTransfers().stream()
                        .map(order -> List.of(
                                order.order(),
                                order.from().value(),
                                order.to().value(),
                                order.item().value(),
                                text(order.quantityUnits()),
                                text(order.dueDate()))));
        writeIfAny(
                folder,
                "open_sales_orders",
                "order,item,warehouse,quantity,due_date",
                dataset.openSalesOrders().stream()
                        .map(order -> List.of(
                                order.order(),
                                order.location().item().value(),
                                order.location().warehouse().value(),
                                text(order.quantityUnits()),
                                text(order.dueDate()))));
    }

    private static void writeDecisions(Dataset dataset, Path folder) throws IOException {
        writeIfAny(
                folder,
                "cash_budget",
                "period_start,amount",
                dataset.cashBudget().amounts().entrySet().stream()
                        .map(budget ->
                                List.of(text(budget.getKey()), budget.getValue().toString())));
        writeIfAny(
                folder,
                "promotions",
                "item,warehouse,from,to,uplift",
                dataset.promotions().stream()
                        .map(promotion -> List.of(
                                promotion.item().value(),
                                text(promotion.warehouse()),
                                text(promotion.from()),
                                text(promotion.to()),
                                number(promotion.upliftFactor()))));
        writeIfAny(
                folder,
                "bill_of_materials",
                "parent_item,component_item,quantity_per,scrap_rate",
                dataset.billOfMaterials().stream()
                        .map(line -> List.of(
                                line.parent().value(),
                                line.component().value(),
                                number(line.quantityPer()),
                                number(line.scrapRate()))));
        writeIfAny(
                folder,
                "forecast",
                "item,warehouse,period_start,mean,sd",
                dataset.givenForecasts().stream()
                        .map(forecast -> List.of(
                                forecast.location().item().value(),
                                forecast.location().warehouse().value(),
                                text(forecast.periodStart()),
                                number(forecast.meanUnits()),
                                number(forecast.sdUnits()))));
        writePolicyOverrides(dataset, folder);
    }

    private static void writePolicyOverrides(Dataset dataset, Path folder) throws IOException {
        boolean someEnd = dataset.policyOverrides().stream().anyMatch(override -> override.expiresOn() != null);
        writeIfAny(
                folder,
                "policy_overrides",
                "item,warehouse,safety_stock,reorder_point,order_up_to_level,min_quantity,max_quantity,"
                        + "service_level,stop_buy,reason" + (someEnd ? ",expires_on" : ""),
                dataset.policyOverrides().stream().map(override -> {
                    List<String> cells = new ArrayList<>(List.of(
                            override.item().value(),
                            text(override.warehouse()),
                            text(override.safetyStockUnits()),
                            text(override.reorderPointUnits()),
                            text(override.orderUpToLevelUnits()),
                            text(override.minQuantityUnits()),
                            text(override.maxQuantityUnits()),
                            number(override.serviceLevel()),
                            override.stopBuy() ? "true" : "",
                            override.reason()));
                    if (someEnd) {
                        cells.add(text(override.expiresOn()));
                    }
                    return cells;
                }));
    }

    private static void writeIfAny(Path folder, String name, String header, Stream<List<String>> rows)
            throws IOException {
        List<List<String>> all = rows.toList();
        if (all.isEmpty()) {
            return;
        }
        try (CsvWriter csv = plain(folder, name, header)) {
            all.forEach(csv::writeRecord);
        }
    }

    private static CsvWriter plain(Path folder, String name, String header) throws IOException {
        return open(Files.newOutputStream(folder.resolve(name + ".csv")), header);
    }

    private static CsvWriter tall(Path folder, String name, String header, int rows) throws IOException {
        if (rows < COMPRESS_FROM_ROWS) {
            return plain(folder, name, header);
        }
        OutputStream file = new BufferedOutputStream(Files.newOutputStream(folder.resolve(name + ".csv.gz")));
        return open(new GZIPOutputStream(file, 1 << 16), header);
    }

    private static CsvWriter open(OutputStream stream, String header) {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(stream, StandardCharsets.UTF_8);
        csv.writeRecord(header.split(",", -1));
        return csv;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** The shortest decimal that reads back as the same double, without an exponent. */
    private static String number(@Nullable Double value) {
        return value == null
                ? ""
                : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static String unlessZero(double value) {
        return value == 0 ? "" : number(value);
    }

    private static String weekdays(Set<DayOfWeek> days) {
        return days.stream().sorted().map(day -> day.name().substring(0, 3)).collect(Collectors.joining(";"));
    }

    private static void deleteRecursively(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
