package org.plenish.engine.io;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenish.engine.model.BucketSize;
import org.plenish.engine.model.CashBudget;
import org.plenish.engine.model.DailySales;
import org.plenish.engine.model.DailyStock;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.DatasetSettings;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.Lifecycle;
import org.plenish.engine.model.Lot;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.OpenPurchaseOrder;
import org.plenish.engine.model.PolicyOverride;
import org.plenish.engine.model.PriceBreak;
import org.plenish.engine.model.Promotion;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.StockPosition;
import org.plenish.engine.model.Supplier;
import org.plenish.engine.model.SupplierId;
import org.plenish.engine.model.SupplyOption;
import org.plenish.engine.model.TransferLane;
import org.plenish.engine.model.UnitPrice;
import org.plenish.engine.model.Warehouse;
import org.plenish.engine.model.WarehouseId;

class DatasetWriterTest {

    private static final ItemId MUG = new ItemId("M-1");
    private static final WarehouseId NORTH = new WarehouseId("NORTH");
    private static final WarehouseId SOUTH = new WarehouseId("SOUTH");
    private static final SupplierId KILN = new SupplierId("KILN");
    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 23);

    @TempDir
    private Path folder;

    @Test
    void writesTheFilesOfTheContract() throws IOException {
        Path target = folder.resolve("made/here");

        DatasetWriter.write(dataset(), target, "# Mugs\n");

        assertThat(Files.readString(target.resolve("README.md"))).isEqualTo("# Mugs\n");
        assertThat(Files.readString(target.resolve("dataset.yaml"))).isEqualTo("""
                name: mugs
                as_of: '2026-11-23'
                currency: EUR
                bucket: week
                horizon: 13
                carry_forward: false
                cash_basis: payment
                source: a test
                license: Apache-2.0
                """);
        assertThat(Files.readString(target.resolve("items.csv"))).isEqualTo("""
                item,description,category,unit_cost,unit_price,unit_volume_m3,unit_weight_kg,shelf_life_days,\
                lifecycle,replaced_by,storage_class,uom,introduced_on,shortage_cost_per_unit
                M-1,"Mug, ""Oslo""\",Kitchen,0.0125,2.50,0.0000125,,365,phase_out,,,each,2025-01-02,
                """);
        assertThat(Files.readString(target.resolve("warehouses.csv"))).isEqualTo("""
                warehouse,name,capacity_m3,holding_cost_rate,storage_class_capacity,parent
                NORTH,North,120.5,0.25,chilled=12;hazard=1.5,
                SOUTH,South,,0.3,,NORTH
                """);
        assertThat(Files.readString(target.resolve("suppliers.csv"))).isEqualTo("""
                supplier,name,lead_time_days,lead_time_sd_days,min_order_value,order_cost,order_weekdays,\
                payment_terms_days,container_volume_m3
                KILN,Kiln & Co,14,1.5,100.00,25.00,MON;THU,30,33
                """);
        assertThat(Files.readString(target.resolve("item_suppliers.csv"))).isEqualTo("""
                item,supplier,warehouse,unit_cost,min_order_quantity,order_multiple,max_order_quantity,\
                lead_time_days,line_cost,priority,valid_from,valid_to
                M-1,KILN,,0.0125,12,6,,14,0.50,1,,2027-01-01
                """);
        assertThat(Files.readString(target.resolve("price_breaks.csv"))).isEqualTo("""
                item,supplier,min_quantity,unit_cost
                M-1,KILN,48,0.012
                """);
        assertThat(Files.readString(target.resolve("lanes.csv"))).isEqualTo("""
                from_warehouse,to_warehouse,lead_time_days,cost_per_unit,cost_per_m3,shipment_cost,\
                shipment_capacity_m3,weekdays
                NORTH,SOUTH,2,0.02,18,40.00,,FRI
                """);
        assertThat(Files.readString(target.resolve("stock.csv"))).isEqualTo("""
                item,warehouse,on_hand,allocated,backordered,lot,expires_on
                M-1,NORTH,2,3,1,,
                M-1,NORTH,5,0,0,L1,2026-12-24
                M-1,SOUTH,0,0,0,,
                """);
        assertThat(Files.readString(target.resolve("sales.csv")))
                .isEqualTo("""
                date,item,warehouse,quantity,unit_price
                2026-11-01,M-1,NORTH,3,0.333
                2026-11-02,M-1,NORTH,4,2.50
                2026-11-02,M-1,NORTH,-1,2.50
                2026-11-03,M-1,NORTH,-2,2.50
                """); // 3 × 0.333 = 1.00; 4 × 2.50 − 1 × 2.50 = 7.50
        assertThat(Files.readString(target.resolve("stock_history.csv"))).isEqualTo("""
                date,item,warehouse,on_hand
                2026-11-01,M-1,NORTH,7
                """);
        assertThat(Files.readString(target.resolve("open_purchase_orders.csv"))).isEqualTo("""
                order,supplier,item,warehouse,quantity,due_date,order_date,unit_cost
                P1,KILN,M-1,NORTH,12,2026-11-20,,
                """);
        assertThat(Files.readString(target.resolve("cash_budget.csv"))).isEqualTo("""
                period_start,amount
                2026-11-23,500.00
                """);
        assertThat(Files.readString(target.resolve("promotions.csv"))).isEqualTo("""
                item,warehouse,from,to,uplift
                M-1,,2026-12-01,2026-12-07,1.4
                """);
        assertThat(Files.readString(target.resolve("policy_overrides.csv"))).isEqualTo("""
                item,warehouse,safety_stock,reorder_point,order_up_to_level,min_quantity,max_quantity,\
                service_level,stop_buy,reason
                M-1,NORTH,,,,,,0.98,true,ends soon
                """);
        try (Stream<Path> files = Files.list(target)) {
            assertThat(files).hasSize(15); // no file without rows
        }
    }

    @Test
    void writesWhatIsSeldomGivenOnlyWhereItIs() throws IOException {
        Path source = folder.resolve("source");
        DatasetFolderFixture.good(Files.createDirectory(source))
                .with("items.csv", "item,unit_cost,criticality", "BOLT,0.25,vital", "DRILL,49.90,")
                .with("policy_overrides.csv", "item,service_level,expires_on", "BOLT,0.98,2026-12-31", "DRILL,0.9,");
        Dataset dataset = requireNonNull(DatasetReader.read(source).dataset());
        Path target = folder.resolve("out");

        DatasetWriter.write(dataset, target, "");

        assertThat(Files.readAllLines(target.resolve("items.csv")))
                .first()
                .asString()
                .endsWith(",shortage_cost_per_unit,criticality");
        assertThat(Files.readAllLines(target.resolve("policy_overrides.csv")))
                .containsExactly(
                        "item,warehouse,safety_stock,reorder_point,order_up_to_level,min_quantity,max_quantity,"
                                + "service_level,stop_buy,reason,expires_on",
                        "BOLT,,,,,,,0.98,,,2026-12-31",
                        "DRILL,,,,,,,0.9,,,");
        Dataset read = requireNonNull(DatasetReader.read(target).dataset());
        assertThat(read.items()).isEqualTo(dataset.items());
        assertThat(read.policyOverrides()).isEqualTo(dataset.policyOverrides());
    }

    @Test
    void writesTheSameBytesTwice() throws IOException {
        DatasetWriter.write(dataset(), folder.resolve("one"), "");
        DatasetWriter.write(dataset(), folder.resolve("two"), "");

        try (Stream<Path> files = Files.list(folder.resolve("one"))) {
            assertThat(files)
                    .allSatisfy(file -> assertThat(file)
                            .hasSameBinaryContentAs(folder.resolve("two")
                                    .resolve(file.getFileName().toString())));
        }
    }

    @Test
    void refusesAFolderThatHoldsSomethingAndLeavesItAsItIs() throws IOException {
        Path target = Files.createDirectory(folder.resolve("full"));
        Files.writeString(target.resolve("notes.txt"), "mine");

        assertThatThrownBy(() -> DatasetWriter.write(dataset(), target, ""))
                .isInstanceOf(FileAlreadyExistsException.class)
                .hasMessage(target + ": must be a new or an empty folder. Maybe name another one, or delete this one"
                        + " first.");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files).hasSize(3); // the test's folder, the target and the note: no draft is left behind
        }
    }

    @Test
    void fillsAnEmptyFolder() throws IOException {
        Path target = Files.createDirectory(folder.resolve("empty"));

        DatasetWriter.write(dataset(), target, "");

        assertThat(target.resolve("items.csv")).exists();
    }

    private static Dataset dataset() {
        SkuLocation north = new SkuLocation(MUG, NORTH);
        SkuLocation south = new SkuLocation(MUG, SOUTH);
        Item mug = new Item(
                MUG,
                "Mug, \"Oslo\"",
                "Kitchen",
                UnitPrice.parse("0.0125"),
                UnitPrice.parse("2.50"),
                0.0000125,
                0,
                365,
                Lifecycle.PHASE_OUT,
                null,
                "",
                "each",
                LocalDate.of(2025, 1, 2),
                null);
        int firstOfNovember = (int) LocalDate.of(2026, 11, 1).toEpochDay();
        return new Dataset(
                new DatasetSettings("mugs", AS_OF, "EUR", BucketSize.WEEK, 13, "a test", "Apache-2.0"),
                Map.of(MUG, mug),
                Map.of(
                        NORTH, new Warehouse(NORTH, "North", 120.5, 0.25, Map.of("hazard", 1.5, "chilled", 12.0), null),
                        SOUTH, new Warehouse(SOUTH, "South", null, 0.3, Map.of(), NORTH)),
                Map.of(
                        KILN,
                        new Supplier(
                                KILN,
                                "Kiln & Co",
                                14,
                                1.5,
                                Money.parse("100"),
                                Money.parse("25"),
                                Set.of(DayOfWeek.THURSDAY, DayOfWeek.MONDAY),
                                30,
                                33.0)),
                List.of(new SupplyOption(
                        MUG,
                        KILN,
                        null,
                        UnitPrice.parse("0.0125"),
                        12,
                        6,
                        Integer.MAX_VALUE,
                        14,
                        Money.parse("0.5"),
                        1,
                        null,
                        LocalDate.of(2027, 1, 1),
                        List.of(new PriceBreak(48, UnitPrice.parse("0.012"))))),
                List.of(new TransferLane(
                        NORTH,
                        SOUTH,
                        2,
                        UnitPrice.parse("0.02"),
                        UnitPrice.parse("18"),
                        Money.parse("40"),
                        null,
                        Set.of(DayOfWeek.FRIDAY))),
                new TreeMap<>(Map.of(
                        north,
                        new StockPosition(north, 7, 3, 1, List.of(new Lot("L1", 5, LocalDate.of(2026, 12, 24)))),
                        south,
                        StockPosition.empty(south))),
                LocalDate.of(2026, 11, 1),
                new TreeMap<>(Map.of(
                        north,
                        new DailySales(
                                new int[] {firstOfNovember, firstOfNovember + 1, firstOfNovember + 2},
                                new int[] {3, 4, 0},
                                new int[] {0, 1, 2},
                                new long[] {100, 750, -500}))),
                new TreeMap<>(Map.of(north, new DailyStock(new int[] {firstOfNovember}, new int[] {7}))),
                List.of(new OpenPurchaseOrder("P1", KILN, north, 12, LocalDate.of(2026, 11, 20), null, null)),
                List.of(),
                List.of(),
                new CashBudget(new TreeMap<>(Map.of(AS_OF, Money.parse("500"))), false, CashBudget.Basis.PAYMENT),
                List.of(new Promotion(MUG, null, LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 7), 1.4)),
                List.of(),
                List.of(),
                List.of(new PolicyOverride(MUG, NORTH, null, null, null, null, null, 0.98, true, "ends soon")));
    }
}
