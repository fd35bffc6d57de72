package org.plenish.engine.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.forecast.Forecast;
import org.plenish.engine.forecast.ForecastAccuracy;
import org.plenish.engine.inventory.LeadTimeDemand;
import org.plenish.engine.model.BucketSize;
import org.plenish.engine.model.CashBudget;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.DatasetSettings;
import org.plenish.engine.model.DemandHistory;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.Lifecycle;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.OpenPurchaseOrder;
import org.plenish.engine.model.OpenSalesOrder;
import org.plenish.engine.model.PriceBreak;
import org.plenish.engine.model.Series;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.StockPosition;
import org.plenish.engine.model.Supplier;
import org.plenish.engine.model.SupplierId;
import org.plenish.engine.model.SupplyOption;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.engine.model.TransferLane;
import org.plenish.engine.model.UnitPrice;
import org.plenish.engine.model.Warehouse;
import org.plenish.engine.model.WarehouseId;
import org.plenish.engine.optimize.PlannedStock;
import org.plenish.engine.policy.AbcClass;
import org.plenish.engine.policy.Conclusion;
import org.plenish.engine.policy.ObsolescenceStatus;
import org.plenish.engine.policy.PolicyCalculation;
import org.plenish.engine.policy.PolicyChoice;
import org.plenish.engine.policy.ReplenishmentPolicy;
import org.plenish.engine.policy.SkuLocationProfile;
import org.plenish.engine.policy.SkuLocationProfile.DemandProfile;
import org.plenish.engine.policy.SkuLocationProfile.OverrideProfile;
import org.plenish.engine.policy.SkuLocationProfile.PlanProfile;
import org.plenish.engine.policy.SkuLocationProfile.StockProfile;
import org.plenish.engine.policy.SkuLocationProfile.SuccessorProfile;
import org.plenish.engine.policy.SkuLocationProfile.SupplyProfile;
import org.plenish.engine.policy.UsualAnswers;
import org.plenish.engine.policy.WrittenRule;

/**
 * One article, two warehouses, four weeks: TEA sells 10 a week in the north and 4 in the south, costs 2.00 and sells
 * for 3.50. The north has 14, safety stock 5 and 12 under way for the second week; the south has 60 and no safety
 * stock. NEAR delivers in a week in dozens, from 48 on at 1.80.
 */
public final class TeaFixture {

    public static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    public static final SkuLocation NORTH = SkuLocation.of("TEA", "NORTH");
    public static final SkuLocation SOUTH = SkuLocation.of("TEA", "SOUTH");
    public static final TimeBuckets WEEKS = new TimeBuckets(MONDAY, BucketSize.WEEK, 4);

    private TeaFixture() {}

    public static Item tea() {
        return new Item(
                new ItemId("TEA"),
                "Black tea",
                "food",
                UnitPrice.parse("2.00"),
                UnitPrice.parse("3.50"),
                0.002,
                0,
                null,
                Lifecycle.ACTIVE,
                null,
                "",
                "box",
                null,
                null);
    }

    public static SupplyOption near() {
        return new SupplyOption(
                new ItemId("TEA"),
                new SupplierId("NEAR"),
                null,
                UnitPrice.parse("2.00"),
                12,
                12,
                Integer.MAX_VALUE,
                7,
                Money.parse("1.00"),
                1,
                null,
                null,
                List.of(new PriceBreak(48, UnitPrice.parse("1.80"))));
    }

    public static Dataset dataset() {
        return dataset(Set.of());
    }

    public static Dataset dataset(Set<DayOfWeek> orderWeekdays) {
        return dataset(
                orderWeekdays,
                new StockPosition(NORTH, 16, 2, 0, List.of()),
                new StockPosition(SOUTH, 60, 0, 0, List.of()));
    }

    public static Dataset dataset(StockPosition... positions) {
        return dataset(Set.of(), positions);
    }

    private static Dataset dataset(Set<DayOfWeek> orderWeekdays, StockPosition... positions) {
        return dataset(tea(), Map.of(), orderWeekdays, positions);
    }

    /** The tea needs chilled storage, of which the north has so much. */
    public static Dataset chilled(double northM3) {
        return dataset(
                new Item(
                        tea().id(),
                        tea().description(),
                        tea().category(),
                        tea().unitCost(),
                        tea().unitPrice(),
                        tea().unitVolumeM3(),
                        0,
                        null,
                        Lifecycle.ACTIVE,
                        null,
                        "chilled",
                        "box",
                        null,
                        null),
                Map.of("chilled", northM3),
                Set.of(),
                new StockPosition(NORTH, 16, 2, 0, List.of()),
                new StockPosition(SOUTH, 60, 0, 0, List.of()));
    }

    /** Cash is used up when orders are paid, 30 days after they are placed. */
    public static Dataset countingPayments() {
        return dataset(
                tea(),
                Map.of(),
                Set.of(),
                null,
                CashBudget.Basis.PAYMENT,
                new StockPosition(NORTH, 16, 2, 0, List.of()),
                new StockPosition(SOUTH, 60, 0, 0, List.of()));
    }

    /** NEAR ships in containers of so much. */
    public static Dataset inContainers(double containerM3) {
        return dataset(
                tea(),
                Map.of(),
                Set.of(),
                containerM3,
                CashBudget.Basis.COMMITMENT,
                new StockPosition(NORTH, 16, 2, 0, List.of()),
                new StockPosition(SOUTH, 60, 0, 0, List.of()));
    }

    private static Dataset dataset(
            Item tea, Map<String, Double> northClassM3, Set<DayOfWeek> orderWeekdays, StockPosition... positions) {
        return dataset(tea, northClassM3, orderWeekdays, null, CashBudget.Basis.COMMITMENT, positions);
    }

    private static Dataset dataset(
            Item tea,
            Map<String, Double> northClassM3,
            Set<DayOfWeek> orderWeekdays,
            @Nullable Double containerM3,
            CashBudget.Basis basis,
            StockPosition... positions) {
        WarehouseId north = new WarehouseId("NORTH");
        WarehouseId south = new WarehouseId("SOUTH");
        SupplierId near = new SupplierId("NEAR");
        TreeMap<SkuLocation, StockPosition> stock = new TreeMap<>();
        for (StockPosition position : positions) {
            stock.put(position.location(), position);
        }
        TreeMap<LocalDate, Money> cash = new TreeMap<>();
        cash.put(MONDAY, Money.parse("100"));
        cash.put(MONDAY.plusWeeks(1), Money.parse("50"));
        return new Dataset(
                new DatasetSettings("Tea", MONDAY, "EUR", BucketSize.WEEK, 4, "", ""),
                Map.of(tea.id(), tea),
                Map.of(
                        north,
                        new Warehouse(north, "North", 0.5, 0.26, northClassM3, null),
                        south,
                        new Warehouse(south, "South", null, 0.26, Map.of(), null)),
                Map.of(
                        near,
                        new Supplier(
                                near,
                                "Near & Co",
                                7,
                                1,
                                Money.ZERO,
                                Money.parse("5.00"),
                                orderWeekdays,
                                30,
                                containerM3)),
                List.of(near()),
                List.of(new TransferLane(
                        south, north, 2, UnitPrice.parse("0.05"), UnitPrice.parse("1.00"), Money.ZERO, null, Set.of())),
                stock,
                null,
                new TreeMap<>(),
                new TreeMap<>(),
                List.of(new OpenPurchaseOrder("P-7", near, NORTH, 12, MONDAY.plusDays(9), null, null)),
                List.of(),
                List.of(new OpenSalesOrder("S-1", NORTH, 13, MONDAY.plusDays(15))),
                new CashBudget(cash, true, basis),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    public static Forecast forecast(SkuLocation location, double... meanUnits) {
        Series mean = Series.of(meanUnits);
        return new Forecast(
                location,
                WEEKS,
                mean,
                Series.of(2, 2, 2, 2),
                Series.of(2, 3, 4, 5),
                "ses",
                "It was best.",
                ForecastAccuracy.UNKNOWN);
    }

    public static PolicyChoice choice(SkuLocation location, ObsolescenceStatus status, boolean stopBuy) {
        return UsualAnswers.choice(location, answers -> {
            answers.obsolescenceStatus = status;
            answers.stopBuy = stopBuy;
            answers.conclusions = List.of(new Conclusion(
                    "abcClass",
                    AbcClass.A,
                    new WrittenRule(
                            "ABC-010",
                            "ABC-010 most value is class A",
                            "abc.drl",
                            3,
                            List.of("demand.annualValue"),
                            "Most value."),
                    List.of(1040)));
        });
    }

    public static PolicyCalculation calculation(SkuLocation location, int safetyStockUnits) {
        return new PolicyCalculation(
                location,
                new ReplenishmentPolicy.MinMax(safetyStockUnits, 20 + safetyStockUnits, 40, 7),
                new PolicyCalculation.Supply(new SupplierId("NEAR"), null, 7, 1, 12, 12, 6),
                new LeadTimeDemand(14, 20, 3),
                1.645,
                4.935,
                List.of(),
                List.of("Safety stock: 1.645 · 3 = 4.94 units."));
    }

    public static PlannedStock stock(SkuLocation location, int safetyStockUnits, double... meanUnits) {
        return new PlannedStock(
                location,
                forecast(location, meanUnits),
                choice(location, ObsolescenceStatus.HEALTHY, false),
                calculation(location, safetyStockUnits).policy());
    }

    public static List<PlannedStock> stocks() {
        return List.of(stock(NORTH, 5, 10, 10, 10, 10), stock(SOUTH, 0, 4, 4, 4, 4));
    }

    public static SkuLocationProfile profile(SkuLocation location, int onHandUnits) {
        return profile(location, onHandUnits, 0);
    }

    public static SkuLocationProfile profile(SkuLocation location, int onHandUnits, int expiredUnits) {
        return new SkuLocationProfile(
                location,
                tea(),
                new Warehouse(location.warehouse(), "", null, 0.26, Map.of(), null),
                new DemandProfile(520, 1040, 0, 780, 0, 1, 0, 0.1, 0, 1, 365, 1.43, 1, 0, 0.8, 0),
                new StockProfile(
                        onHandUnits, onHandUnits - expiredUnits, 0, 0, 10, onHandUnits * 2.0, 0, expiredUnits, 20),
                new SupplyProfile(true, 7, 1, 5, 12, 8.4, 0, 7, SkuLocationProfile.NEVER_DAYS, true, true),
                SuccessorProfile.NONE,
                OverrideProfile.NONE,
                PlanProfile.of(MONDAY));
    }

    public static DemandHistory history(SkuLocation location) {
        return new DemandHistory(
                location, TimeBuckets.endingAt(MONDAY, BucketSize.WEEK, 1), Series.of(10), Series.of(1), Series.of(10));
    }
}
