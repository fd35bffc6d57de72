package org.plenish.engine.io;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenish.engine.model.BillOfMaterialsLine;
import org.plenish.engine.model.BucketSize;
import org.plenish.engine.model.CashBudget;
import org.plenish.engine.model.Criticality;
import org.plenish.engine.model.DailySales;
import org.plenish.engine.model.DailyStock;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.DatasetSettings;
import org.plenish.engine.model.GivenForecast;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.Lifecycle;
import org.plenish.engine.model.Lot;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.OpenPurchaseOrder;
import org.plenish.engine.model.OpenSalesOrder;
import org.plenish.engine.model.OpenTransfer;
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

/** Good folders, value by value. */
class DatasetReaderTest {

    private static final ItemId BOLT = new ItemId("BOLT");
    private static final ItemId DRILL = new ItemId("DRILL");
    private static final WarehouseId NORTH = new WarehouseId("NORTH");
    private static final WarehouseId SOUTH = new WarehouseId("SOUTH");
    private static final SupplierId ACME = new SupplierId("ACME");

    @TempDir
    private Path folder;

    private DatasetFolderFixture files;

    @BeforeEach
    void writeGoodFolder() {
        files = DatasetFolderFixture.good(folder);
    }

    @Test
    void readsAFolderWithoutAWord() {
        assertThat(files.problems()).isEmpty();
    }

    @Test
    void fillsInWhatIsNotGiven() {
        Dataset dataset = dataset();
        assertThat(dataset.settings())
                .isEqualTo(new DatasetSettings(
                        "Small", LocalDate.of(2026, 11, 23), "EUR", BucketSize.WEEK, 13, "", "")); // last sale + 1 day
        assertThat(dataset.items().get(BOLT))
                .isEqualTo(new Item(
                        BOLT, "", "", price("0.25"), null, 0, 0, null, Lifecycle.ACTIVE, null, "", "", null, null));
        assertThat(dataset.warehouses().get(NORTH))
                .isEqualTo(new Warehouse(NORTH, "NORTH", null, 0.25, Map.of(), null));
        assertThat(dataset.suppliers().get(ACME))
                .isEqualTo(new Supplier(ACME, "ACME", 14, 0, Money.ZERO, Money.ZERO, Set.of(), 0, null));
        assertThat(dataset.supplyOptions().get(0))
                .isEqualTo(new SupplyOption(
                        BOLT,
                        ACME,
                        null,
                        price("0.25"), // the item's
                        1,
                        1,
                        Integer.MAX_VALUE,
                        14, // the supplier's
                        Money.ZERO,
                        1,
                        null,
                        null,
                        List.of()));
        assertThat(dataset.cashBudget()).isEqualTo(CashBudget.UNLIMITED);
        assertThat(dataset.firstSale()).isEqualTo("2026-11-20");
    }

    @Test
    void readsEverySetting() {
        files.with(
                "dataset.yaml",
                "name: Small",
                "as_of: 2026-12-01",
                "currency: GBP",
                "bucket: month",
                "horizon: 6",
                "decimal: \".\"",
                "carry_forward: false",
                "cash_basis: payment",
                "source: till",
                "license: CC0");
        files.with("cash_budget.csv", "period_start,amount", "2026-12-01,1000.50");
        assertThat(dataset().settings())
                .isEqualTo(new DatasetSettings(
                        "Small", LocalDate.of(2026, 12, 1), "GBP", BucketSize.MONTH, 6, "till", "CC0"));
        assertThat(dataset().cashBudget().carryForward()).isFalse();
        assertThat(dataset().cashBudget().basis()).isEqualTo(CashBudget.Basis.PAYMENT);
        assertThat(dataset().cashBudget().amounts())
                .containsExactly(Map.entry(LocalDate.of(2026, 12, 1), new Money(100_050)));
    }

    @Test
    void readsEveryColumnOfItemsWarehousesAndSuppliers() {
        files.with(
                "items.csv",
                "item,description,category,unit_cost,unit_price,unit_volume_m3,unit_weight_kg,shelf_life_days,lifecycle,"
                        + "replaced_by,storage_class,uom,introduced_on,shortage_cost_per_unit",
                "BOLT,\"Bolt, M8\",Fixings,0.0125,0.02,1e-05,0.03,365,phase_out,DRILL,dry,piece,2020-01-31,0.5",
                "DRILL,,,49.90,,,,,,,,,,");
        files.with(
                "warehouses.csv",
                "warehouse,name,capacity_m3,holding_cost_rate,storage_class_capacity,parent",
                "SOUTH,South hall,120.5,0.3,dry=100;cold=20.5,NORTH",
                "NORTH,,,,,");
        files.with(
                "suppliers.csv",
                "supplier,name,lead_time_days,lead_time_sd_days,min_order_value,order_cost,order_weekdays,"
                        + "payment_terms_days,container_volume_m3",
                "ACME,Acme Ltd,14,2.5,250,40,MON;thu,30,67.5");
        assertThat(dataset().items().get(BOLT))
                .isEqualTo(new Item(
                        BOLT,
                        "Bolt, M8",
                        "Fixings",
                        price("0.0125"),
                        price("0.02"),
                        0.00001,
                        0.03,
                        365,
                        Lifecycle.PHASE_OUT,
                        DRILL,
                        "dry",
                        "piece",
                        LocalDate.of(2020, 1, 31),
                        price("0.5")));
        assertThat(dataset().warehouses().get(SOUTH))
                .isEqualTo(new Warehouse(SOUTH, "South hall", 120.5, 0.3, Map.of("dry", 100.0, "cold", 20.5), NORTH));
        assertThat(dataset().suppliers().get(ACME))
                .isEqualTo(new Supplier(
                        ACME,
                        "Acme Ltd",
                        14,
                        2.5,
                        new Money(25_000),
                        new Money(4_000),
                        Set.of(DayOfWeek.MONDAY, DayOfWeek.THURSDAY),
                        30,
                        67.5));
    }

    @Test
    void readsEveryColumnOfSupplyAndLanes() {
        files.with(
                "item_suppliers.csv",
                "item,supplier,warehouse,unit_cost,min_order_quantity,order_multiple,max_order_quantity,lead_time_days,"
                        + "line_cost,priority,valid_from,valid_to",
                "BOLT,ACME,SOUTH,0.20,100,50,5000,7,1.5,2,2026-01-01,2026-12-31");
        files.with(
                "price_breaks.csv",
                "item,supplier,min_quantity,unit_cost",
                "BOLT,ACME,1000,0.15",
                "BOLT,ACME,500,0.18");
        files.with(
                "lanes.csv",
                "from_warehouse,to_warehouse,lead_time_days,cost_per_unit,cost_per_m3,shipment_cost,"
                        + "shipment_capacity_m3,weekdays",
                "NORTH,SOUTH,2,0.01,12,80,33,FRI",
                "SOUTH,NORTH,3,,,,,");
        assertThat(dataset().supplyOptions())
                .containsExactly(new SupplyOption(
                        BOLT,
                        ACME,
                        SOUTH,
                        price("0.20"),
                        100,
                        50,
                        5000,
                        7,
                        new Money(150),
                        2,
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 12, 31),
                        List.of(new PriceBreak(500, price("0.18")), new PriceBreak(1000, price("0.15")))));
        assertThat(dataset().lanes())
                .containsExactly(
                        new TransferLane(
                                NORTH,
                                SOUTH,
                                2,
                                price("0.01"),
                                price("12"),
                                new Money(8_000),
                                33.0,
                                Set.of(DayOfWeek.FRIDAY)),
                        new TransferLane(SOUTH, NORTH, 3, UnitPrice.ZERO, UnitPrice.ZERO, Money.ZERO, null, Set.of()));
    }

    @Test
    void leavesTheMinimumAtOneOrderMultiple() {
        files.with("item_suppliers.csv", "item,supplier,order_multiple", "BOLT,ACME,12");
        assertThat(dataset().supplyOptions().get(0).minOrderQuantityUnits()).isEqualTo(12);
    }

    @Test
    void addsUpTheLotsOfAPosition() {
        files.with(
                "stock.csv",
                "item,warehouse,on_hand,allocated,backordered,lot,expires_on",
                "BOLT,NORTH,60,5,,L1,2027-01-31",
                "BOLT,NORTH,40,,2,L2,",
                "BOLT,NORTH,3,,,,");
        SkuLocation location = new SkuLocation(BOLT, NORTH);
        assertThat(dataset().stock())
                .containsExactly(Map.entry(
                        location,
                        new StockPosition(
                                location,
                                103, // 60 + 40 + 3
                                5,
                                2,
                                List.of(new Lot("L1", 60, LocalDate.of(2027, 1, 31)), new Lot("L2", 40, null)))));
    }

    @Test
    void addsUpTheSalesOfADayAndKeepsReturnsApart() {
        files.with(
                "sales.csv",
                "date,item,warehouse,quantity,unit_price,customer,promotion",
                "2026-11-22,BOLT,NORTH,2,0.50,Ann,",
                "2026-11-20,BOLT,NORTH,7,0.49,Ann,",
                "2026-11-22,BOLT,NORTH,-3,0.50,Bob,",
                "2026-11-22,BOLT,NORTH,4,,Ann,spring");
        DailySales sales = dataset().sales().get(new SkuLocation(BOLT, NORTH));
        assertThat(sales.epochDays())
                .containsExactly((int) LocalDate.of(2026, 11, 20).toEpochDay(), (int)
                        LocalDate.of(2026, 11, 22).toEpochDay());
        assertThat(sales.soldUnits()).containsExactly(7, 6); // 2 + 4
        assertThat(sales.returnedUnits()).containsExactly(0, 3);
        assertThat(sales.revenueMinorUnits()).containsExactly(343, -50); // 7 × 49; 2 × 50 − 3 × 50
        assertThat(dataset().baskets().rows()).isEqualTo(3); // what came back is in no basket
        assertThat(files.problems()).isEmpty();
    }

    @Test
    void readsStockNotesInAnyOrder() {
        files.withBytes(
                "stock_history.csv.gz",
                DatasetFolderFixture.gzip(
                        "date,item,warehouse,on_hand\n2026-11-21,BOLT,NORTH,0\n2026-11-20,BOLT,NORTH,9\n"));
        DailyStock notes = dataset().stockHistory().get(new SkuLocation(BOLT, NORTH));
        assertThat(notes.epochDays())
                .containsExactly((int) LocalDate.of(2026, 11, 20).toEpochDay(), (int)
                        LocalDate.of(2026, 11, 21).toEpochDay());
        assertThat(notes.onHandUnits()).containsExactly(9, 0);
    }

    @Test
    void readsOpenOrdersAndDecisions() {
        files.with(
                "open_purchase_orders.csv",
                "order,supplier,item,warehouse,quantity,due_date,order_date,unit_cost",
                "P1,ACME,BOLT,NORTH,500,2026-12-01,2026-11-17,0.24");
        files.with(
                "open_transfers.csv",
                "order,from_warehouse,to_warehouse,item,quantity,due_date",
                "T1,NORTH,SOUTH,BOLT,20,2026-11-25");
        files.with(
                "open_sales_orders.csv",
                "order,item,warehouse,quantity,due_date,customer",
                "S1,DRILL,SOUTH,2,2026-11-30,Ann");
        files.with("promotions.csv", "item,warehouse,from,to,uplift", "DRILL,,2026-12-01,2026-12-24,1.4");
        files.with("bill_of_materials.csv", "parent_item,component_item,quantity_per,scrap_rate", "DRILL,BOLT,4,0.02");
        files.with("forecast.csv", "item,warehouse,period_start,mean,sd", "BOLT,NORTH,2026-11-23,12.5,");
        files.with(
                "policy_overrides.csv",
                "item,warehouse,safety_stock,reorder_point,order_up_to_level,min_quantity,max_quantity,service_level,"
                        + "stop_buy,reason",
                "BOLT,NORTH,10,20,40,5,50,0.98,no,agreed");
        Dataset dataset = dataset();
        assertThat(dataset.openPurchaseOrders())
                .containsExactly(new OpenPurchaseOrder(
                        "P1",
                        ACME,
                        new SkuLocation(BOLT, NORTH),
                        500,
                        LocalDate.of(2026, 12, 1),
                        LocalDate.of(2026, 11, 17),
                        price("0.24")));
        assertThat(dataset.openTransfers())
                .containsExactly(new OpenTransfer("T1", NORTH, SOUTH, BOLT, 20, LocalDate.of(2026, 11, 25)));
        assertThat(dataset.openSalesOrders())
                .containsExactly(
                        new OpenSalesOrder("S1", new SkuLocation(DRILL, SOUTH), 2, LocalDate.of(2026, 11, 30)));
        assertThat(dataset.promotions())
                .containsExactly(
                        new Promotion(DRILL, null, LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 24), 1.4));
        assertThat(dataset.billOfMaterials()).containsExactly(new BillOfMaterialsLine(DRILL, BOLT, 4, 0.02));
        assertThat(dataset.givenForecasts())
                .containsExactly(
                        new GivenForecast(new SkuLocation(BOLT, NORTH), LocalDate.of(2026, 11, 23), 12.5, null));
        assertThat(dataset.policyOverrides())
                .containsExactly(new PolicyOverride(BOLT, NORTH, 10, 20, 40, 5, 50, 0.98, false, "agreed"));
    }

    @Test
    void readsHowCriticalAnItemIsAndHowLongAnOverrideHolds() {
        files.with("items.csv", "item,unit_cost,criticality", "BOLT,0.25,Vital", "DRILL,49.90,");
        files.with("policy_overrides.csv", "item,service_level,expires_on", "BOLT,0.98,2026-12-31", "DRILL,0.9,");

        assertThat(dataset().items().get(BOLT).criticality()).isEqualTo(Criticality.VITAL);
        assertThat(dataset().items().get(DRILL).criticality()).isEqualTo(Criticality.ESSENTIAL);
        assertThat(dataset().policyOverrides())
                .extracting(PolicyOverride::expiresOn)
                .containsExactly(LocalDate.of(2026, 12, 31), null);
    }

    @Test
    void readsAFolderThatHasAForecastInsteadOfSales() {
        files.without("sales.csv")
                .with("dataset.yaml", "as_of: 2026-11-23", "currency: EUR")
                .with("forecast.csv", "item,warehouse,period_start,mean", "BOLT,NORTH,2026-11-23,12.5");
        assertThat(files.problems()).isEmpty();
        assertThat(dataset().sales()).isEmpty();
        assertThat(dataset().firstSale()).isNull();
    }

    private Dataset dataset() {
        ImportResult result = files.read();
        assertThat(result.report().hasErrors()).as(result.report().toString()).isFalse();
        return requireNonNull(result.dataset());
    }

    private static UnitPrice price(String amount) {
        return UnitPrice.parse(amount);
    }
}
