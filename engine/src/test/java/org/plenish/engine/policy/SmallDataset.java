package org.plenish.engine.policy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.forecast.Forecast;
import org.plenish.engine.forecast.ForecastAccuracy;
import org.plenish.engine.model.BucketSize;
import org.plenish.engine.model.CashBudget;
import org.plenish.engine.model.DailySales;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.DatasetSettings;
import org.plenish.engine.model.DemandHistory;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.Lifecycle;
import org.plenish.engine.model.Lot;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.OpenPurchaseOrder;
import org.plenish.engine.model.OpenTransfer;
import org.plenish.engine.model.PolicyOverride;
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

/**
 * TEA and MUG, each in the north and the south; TEA is bought for the north only, MUG for the south, and a lane leads north
 * to south. TEA takes MUG's place.
 */
final class SmallDataset {

    static final LocalDate AS_OF = LocalDate.of(2026, 11, 23);
    static final SkuLocation TEA_NORTH = SkuLocation.of("TEA", "NORTH");
    static final SkuLocation TEA_SOUTH = SkuLocation.of("TEA", "SOUTH");
    static final SkuLocation MUG_NORTH = SkuLocation.of("MUG", "NORTH");
    static final SkuLocation MUG_SOUTH = SkuLocation.of("MUG", "SOUTH");

    private static final WarehouseId NORTH = new WarehouseId("NORTH");
    private static final WarehouseId SOUTH = new WarehouseId("SOUTH");
    private static final SupplierId LEAF = new SupplierId("LEAF");

    private SmallDataset() {}

    static Dataset of(PolicyOverride... overrides) {
        return of(null, 0.25, overrides);
    }

    static Dataset withShortageCost(String shortageCostOfTea) {
        return of(UnitPrice.parse(shortageCostOfTea), 0.25);
    }

    static Dataset withHoldingCostRate(double perYear) {
        return of(null, perYear);
    }

    private static Dataset of(
            @Nullable UnitPrice shortageCostOfTea, double holdingCostRatePerYear, PolicyOverride... overrides) {
        Supplier leaf = new Supplier(
                LEAF, "Leaf & Co", 14, 2, Money.parse("250"), Money.parse("40"), Set.of(DayOfWeek.MONDAY), 30, null);
        SupplyOption tea = new SupplyOption(
                TEA_NORTH.item(),
                LEAF,
                NORTH,
                UnitPrice.parse("2.00"),
                24,
                12,
                Integer.MAX_VALUE,
                14,
                Money.parse("1.00"),
                1,
                null,
                AS_OF.plusDays(90),
                List.of(new PriceBreak(480, UnitPrice.parse("1.90"))));
        Map<SkuLocation, StockPosition> stock = new TreeMap<>();
        stock.put(
                TEA_NORTH,
                new StockPosition(
                        TEA_NORTH,
                        100,
                        10,
                        5,
                        List.of(
                                new Lot("L1", 30, AS_OF.plusDays(14)),
                                new Lot("L2", 40, AS_OF.plusDays(21)),
                                new Lot("L0", 8, AS_OF.minusDays(1)),
                                new Lot("", 22, null))));
        stock.put(TEA_SOUTH, new StockPosition(TEA_SOUTH, 40, 0, 0, List.of()));
        SortedMap<SkuLocation, DailySales> sales = new TreeMap<>();
        sales.put(
                TEA_NORTH,
                new DailySales(
                        new int[] {day(100), day(9), day(2)}, new int[] {10, 10, 0}, new int[] {0, 0, 3}, new long[3]));
        return new Dataset(
                new DatasetSettings("small", AS_OF, "EUR", BucketSize.WEEK, 4, "", ""),
                Map.of(
                        TEA_NORTH.item(), item("TEA", "2.00", UnitPrice.parse("3.50"), null, shortageCostOfTea),
                        MUG_NORTH.item(), item("MUG", "4.00", null, TEA_NORTH.item(), null)),
                Map.of(
                        NORTH,
                        warehouse(NORTH, holdingCostRatePerYear),
                        SOUTH,
                        warehouse(SOUTH, holdingCostRatePerYear)),
                Map.of(LEAF, leaf),
                List.of(
                        tea,
                        later(TEA_NORTH, AS_OF.plusDays(200)),
                        later(TEA_NORTH, AS_OF.minusDays(1)),
                        later(MUG_SOUTH, null)),
                List.of(new TransferLane(
                        NORTH, SOUTH, 3, UnitPrice.ZERO, UnitPrice.ZERO, Money.parse("20"), null, Set.of())),
                new TreeMap<>(stock),
                AS_OF.minusDays(100),
                sales,
                new TreeMap<>(),
                List.of(new OpenPurchaseOrder("P1", LEAF, TEA_NORTH, 48, AS_OF.plusDays(3), null, null)),
                List.of(new OpenTransfer("T1", NORTH, SOUTH, TEA_NORTH.item(), 6, AS_OF.plusDays(1))),
                List.of(),
                CashBudget.UNLIMITED,
                List.of(),
                List.of(),
                List.of(),
                List.of(overrides));
    }

    static DemandHistory history(SkuLocation location, double... weeks) {
        TimeBuckets buckets = TimeBuckets.endingAt(AS_OF, BucketSize.WEEK, weeks.length);
        return new DemandHistory(
                location, buckets, Series.of(weeks), Series.constant(weeks.length, 1), Series.of(weeks));
    }

    /** The same mean and independent error in each of four weeks. */
    static Forecast forecast(SkuLocation location, double meanUnits, double sdUnits) {
        double[] cumulative = new double[4];
        for (int i = 0; i < 4; i++) {
            cumulative[i] = sdUnits * Math.sqrt(i + 1);
        }
        return new Forecast(
                location,
                new TimeBuckets(AS_OF, BucketSize.WEEK, 4),
                Series.constant(4, meanUnits),
                Series.constant(4, sdUnits),
                Series.of(cumulative),
                "test",
                "",
                ForecastAccuracy.UNKNOWN);
    }

    /** A mean for each of the four weeks. */
    static Forecast seasonal(SkuLocation location, double sdUnits, double... meanUnits) {
        Forecast level = forecast(location, 0, sdUnits);
        return new Forecast(
                location,
                level.buckets(),
                Series.of(meanUnits),
                level.sdUnits(),
                level.cumulativeSdUnits(),
                "test",
                "",
                ForecastAccuracy.UNKNOWN);
    }

    private static SupplyOption later(SkuLocation location, @Nullable LocalDate validTo) {
        return new SupplyOption(
                location.item(),
                LEAF,
                location.warehouse(),
                UnitPrice.parse("3.00"),
                10,
                10,
                Integer.MAX_VALUE,
                30,
                Money.ZERO,
                2,
                null,
                validTo,
                List.of());
    }

    private static Item item(
            String id,
            String unitCost,
            @Nullable UnitPrice unitPrice,
            @Nullable ItemId replacedBy,
            @Nullable UnitPrice shortageCostPerUnit) {
        return new Item(
                new ItemId(id),
                id,
                "",
                UnitPrice.parse(unitCost),
                unitPrice,
                0,
                0,
                null,
                Lifecycle.ACTIVE,
                replacedBy,
                "",
                "",
                null,
                shortageCostPerUnit);
    }

    private static Warehouse warehouse(WarehouseId id, double holdingCostRatePerYear) {
        return new Warehouse(id, id.value(), null, holdingCostRatePerYear, Map.of(), null);
    }

    private static int day(int daysAgo) {
        return Math.toIntExact(AS_OF.minusDays(daysAgo).toEpochDay());
    }
}
