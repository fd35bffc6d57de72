package org.plenish.engine.policy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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

/** TEA and MUG, each in the north and the south; TEA is bought for the north only, and a lane leads north to south. */
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
        Supplier leaf = new Supplier(
                LEAF, "Leaf & Co", 14, 2, Money.ZERO, Money.parse("40"), Set.of(DayOfWeek.MONDAY), 30, null);
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
                null,
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
                                new Lot("", 30, null))));
        stock.put(TEA_SOUTH, new StockPosition(TEA_SOUTH, 40, 0, 0, List.of()));
        SortedMap<SkuLocation, DailySales> sales = new TreeMap<>();
        sales.put(
                TEA_NORTH,
                new DailySales(
                        new int[] {day(100), day(9), day(2)}, new int[] {10, 10, 0}, new int[] {0, 0, 3}, new long[3]));
        return new Dataset(
                new DatasetSettings("small", AS_OF, "EUR", BucketSize.WEEK, 4, "", ""),
                Map.of(TEA_NORTH.item(), item("TEA", "2.00"), MUG_NORTH.item(), item("MUG", "4.00")),
                Map.of(NORTH, warehouse(NORTH), SOUTH, warehouse(SOUTH)),
                Map.of(LEAF, leaf),
                List.of(tea),
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

    private static Item item(String id, String unitCost) {
        return new Item(
                new ItemId(id),
                id,
                "",
                UnitPrice.parse(unitCost),
                null,
                0,
                0,
                null,
                Lifecycle.ACTIVE,
                null,
                "",
                "",
                null,
                null);
    }

    private static Warehouse warehouse(WarehouseId id) {
        return new Warehouse(id, id.value(), null, 0.25, Map.of(), null);
    }

    private static int day(int daysAgo) {
        return Math.toIntExact(AS_OF.minusDays(daysAgo).toEpochDay());
    }
}
