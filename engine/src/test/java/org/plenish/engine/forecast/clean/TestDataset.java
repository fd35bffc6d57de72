package org.plenish.engine.forecast.clean;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import org.plenish.engine.model.OpenSalesOrder;
import org.plenish.engine.model.Promotion;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.StockPosition;
import org.plenish.engine.model.UnitPrice;
import org.plenish.engine.model.Warehouse;
import org.plenish.engine.model.WarehouseId;

/** A weekly dataset in a few lines. */
public final class TestDataset {

    private final LocalDate asOf;
    private final Map<ItemId, Item> items = new HashMap<>();
    private final SortedMap<SkuLocation, SortedMap<LocalDate, int[]>> sales = new TreeMap<>();
    private final SortedMap<SkuLocation, DailyStock> stockHistory = new TreeMap<>();
    private final SortedMap<SkuLocation, StockPosition> stock = new TreeMap<>();
    private final List<Promotion> promotions = new ArrayList<>();
    private final List<GivenForecast> given = new ArrayList<>();
    private final List<OpenSalesOrder> openSalesOrders = new ArrayList<>();

    public TestDataset(LocalDate asOf) {
        this.asOf = asOf;
    }

    /** Sales of the weeks before the plan's date, each on the week's first day; no row for a zero. */
    public TestDataset sales(SkuLocation location, int... unitsByWeek) {
        for (int week = 0; week < unitsByWeek.length; week++) {
            if (unitsByWeek[week] != 0) {
                sale(location, asOf.minusWeeks(unitsByWeek.length - week), unitsByWeek[week], 0);
            }
        }
        return this;
    }

    public TestDataset sale(SkuLocation location, LocalDate day, int soldUnits, int returnedUnits) {
        sales.computeIfAbsent(location, key -> new TreeMap<>()).put(day, new int[] {soldUnits, returnedUnits});
        return this;
    }

    /** Stock noted at the end of days, as pairs of days before the plan's date and units, earliest first. */
    public TestDataset notes(SkuLocation location, int... daysBeforeAndUnits) {
        int count = daysBeforeAndUnits.length / 2;
        int[] days = new int[count];
        int[] units = new int[count];
        for (int i = 0; i < count; i++) {
            days[i] = Math.toIntExact(asOf.minusDays(daysBeforeAndUnits[2 * i]).toEpochDay());
            units[i] = daysBeforeAndUnits[2 * i + 1];
        }
        stockHistory.put(location, new DailyStock(days, units));
        return this;
    }

    public TestDataset stock(SkuLocation location, int onHandUnits) {
        stock.put(location, new StockPosition(location, onHandUnits, 0, 0, List.of()));
        return this;
    }

    public TestDataset item(
            String id,
            String category,
            @Nullable LocalDate introducedOn,
            Lifecycle lifecycle,
            @Nullable String replacedBy) {
        ItemId key = new ItemId(id);
        items.put(
                key,
                new Item(
                        key,
                        id,
                        category,
                        UnitPrice.ZERO,
                        null,
                        0,
                        0,
                        null,
                        lifecycle,
                        replacedBy == null ? null : new ItemId(replacedBy),
                        "",
                        "",
                        introducedOn,
                        null));
        return this;
    }

    /** Names an older article that {@code id} is expected to sell like. */
    public TestDataset alike(String id, String older) {
        Item item = Objects.requireNonNull(items.get(new ItemId(id)));
        items.put(
                item.id(),
                new Item(
                        item.id(),
                        item.description(),
                        item.category(),
                        item.unitCost(),
                        null,
                        0,
                        0,
                        null,
                        item.lifecycle(),
                        null,
                        "",
                        "",
                        item.introducedOn(),
                        null,
                        new ItemId(older),
                        Criticality.ESSENTIAL));
        return this;
    }

    public TestDataset promotion(Promotion promotion) {
        promotions.add(promotion);
        return this;
    }

    public TestDataset given(GivenForecast forecast) {
        given.add(forecast);
        return this;
    }

    public TestDataset ordered(SkuLocation location, int units) {
        openSalesOrders.add(new OpenSalesOrder("S-1", location, units, asOf.plusDays(3)));
        return this;
    }

    public Dataset build() {
        SortedMap<SkuLocation, DailySales> daily = new TreeMap<>();
        sales.forEach((location, days) -> daily.put(
                location,
                new DailySales(
                        days.keySet().stream()
                                .mapToInt(day -> Math.toIntExact(day.toEpochDay()))
                                .toArray(),
                        days.values().stream().mapToInt(units -> units[0]).toArray(),
                        days.values().stream().mapToInt(units -> units[1]).toArray(),
                        new long[days.size()])));
        LocalDate firstSale = sales.values().stream()
                .map(SortedMap::firstKey)
                .min(LocalDate::compareTo)
                .orElse(null);
        Map<WarehouseId, Warehouse> warehouses = new HashMap<>();
        Stream.of(
                        sales.keySet().stream(),
                        stock.keySet().stream(),
                        given.stream().map(GivenForecast::location),
                        openSalesOrders.stream().map(OpenSalesOrder::location))
                .flatMap(locations -> locations)
                .forEach(location -> {
                    if (!items.containsKey(location.item())) {
                        item(location.item().value(), "", null, Lifecycle.ACTIVE, null);
                    }
                    warehouses.put(
                            location.warehouse(), new Warehouse(location.warehouse(), "", null, 0.25, Map.of(), null));
                });
        return new Dataset(
                new DatasetSettings("test", asOf, "GBP", BucketSize.WEEK, 4, "", ""),
                items,
                warehouses,
                Map.of(),
                List.of(),
                List.of(),
                stock,
                firstSale,
                daily,
                stockHistory,
                List.of(),
                List.of(),
                openSalesOrders,
                CashBudget.UNLIMITED,
                promotions,
                List.of(),
                given,
                List.of());
    }
}
