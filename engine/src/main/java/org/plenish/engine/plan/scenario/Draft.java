package org.plenish.engine.plan.scenario;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.forecast.Forecast;
import org.plenish.engine.model.CashBudget;
import org.plenish.engine.model.DailySales;
import org.plenish.engine.model.DailyStock;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.DemandHistory;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.OpenPurchaseOrder;
import org.plenish.engine.model.OpenSalesOrder;
import org.plenish.engine.model.OpenTransfer;
import org.plenish.engine.model.PolicyOverride;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.StockPosition;
import org.plenish.engine.model.Supplier;
import org.plenish.engine.model.SupplierId;
import org.plenish.engine.model.SupplyOption;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.engine.model.TransferLane;
import org.plenish.engine.model.Warehouse;
import org.plenish.engine.model.WarehouseId;
import org.plenish.engine.plan.DemandForecasts;

/** A dataset and its forecasts while the changes of one scenario are made to copies of them. Used by one thread. */
final class Draft {

    final Map<ItemId, Item> items;
    final Map<WarehouseId, Warehouse> warehouses;
    final Map<SupplierId, Supplier> suppliers;
    final List<SupplyOption> supplyOptions;
    final List<TransferLane> lanes;
    final SortedMap<SkuLocation, StockPosition> stock;
    final SortedMap<SkuLocation, DailySales> sales;
    final List<OpenPurchaseOrder> openPurchaseOrders;
    final List<OpenTransfer> openTransfers;
    final List<OpenSalesOrder> openSalesOrders;
    final List<PolicyOverride> policyOverrides;
    final SortedMap<SkuLocation, DemandHistory> histories = new TreeMap<>();
    final SortedMap<SkuLocation, Forecast> forecasts = new TreeMap<>();
    final List<ServiceTargetChange> serviceTargets = new ArrayList<>();
    CashBudget cashBudget;

    private final Dataset base;
    private final String by;

    /**
     * @param forecasts null: only the dataset is of interest
     * @param by who makes the changes, as forecasts say it of themselves, such as {@code What if}
     */
    Draft(Dataset base, @Nullable DemandForecasts forecasts, String by) {
        this.base = base;
        this.by = by;
        items = new TreeMap<>(base.items());
        warehouses = new TreeMap<>(base.warehouses());
        suppliers = new TreeMap<>(base.suppliers());
        supplyOptions = new ArrayList<>(base.supplyOptions());
        lanes = new ArrayList<>(base.lanes());
        stock = new TreeMap<>(base.stock());
        sales = new TreeMap<>(base.sales());
        openPurchaseOrders = new ArrayList<>(base.openPurchaseOrders());
        openTransfers = new ArrayList<>(base.openTransfers());
        openSalesOrders = new ArrayList<>(base.openSalesOrders());
        policyOverrides = new ArrayList<>(base.policyOverrides());
        cashBudget = base.cashBudget();
        if (forecasts != null) {
            histories.putAll(forecasts.histories());
            this.forecasts.putAll(forecasts.forecasts());
        }
    }

    /** What a forecast that the change makes says of itself. */
    String said(Change change) {
        return by + ": " + change.sentence();
    }

    LocalDate asOf() {
        return base.settings().asOf();
    }

    /**
     * Multiplies forecasts.
     *
     * @param factor of a bucket, by its index in the horizon, 0 or more
     * @param sentence added to what the forecast says of itself
     */
    void scaleForecasts(Selection selection, ToDoubleBiFunction<TimeBuckets, Integer> factor, String sentence) {
        forecasts.replaceAll((location, forecast) -> selection.holds(item(location.item()), location.warehouse())
                ? Forecasts.scaled(forecast, factor, sentence)
                : forecast);
    }

    /**
     * Gives the selection's forecasts another total, in proportion to what each has; in equal parts where none has anything.
     *
     * @param total of a bucket, by its index in the horizon and the total so far, 0 or more
     * @param sentence added to what the forecast says of itself
     */
    void spread(Selection selection, TotalOfBucket total, String sentence) {
        List<Forecast> chosen = forecasts.values().stream()
                .filter(forecast -> selection.holds(
                        item(forecast.location().item()), forecast.location().warehouse()))
                .toList();
        if (chosen.isEmpty()) {
            return;
        }
        TimeBuckets buckets = chosen.get(0).buckets();
        double[] factors = new double[buckets.count()];
        double[] raised = new double[buckets.count()];
        for (int i = 0; i < factors.length; i++) {
            double before = 0;
            for (Forecast forecast : chosen) {
                before += forecast.meanUnits().get(i);
            }
            double after = total.of(buckets, i, before);
            factors[i] = before > 0 ? after / before : 1;
            raised[i] = before > 0 ? 0 : after / chosen.size();
        }
        for (Forecast forecast : chosen) {
            Forecast scaled = Forecasts.scaled(forecast, (any, i) -> factors[i], sentence);
            forecasts.put(forecast.location(), Forecasts.raised(scaled, raised));
        }
    }

    /** What is to be expected of many SKU-locations together in one bucket (units). */
    @FunctionalInterface
    interface TotalOfBucket {
        double of(TimeBuckets buckets, int index, double before);
    }

    /** @throws IllegalArgumentException if there is none of this key */
    Item item(ItemId id) {
        Item item = items.get(id);
        if (item == null) {
            throw new IllegalArgumentException("item " + id + " must be in the dataset, but is not.");
        }
        return item;
    }

    /** @throws IllegalArgumentException if an earlier change took it away */
    Warehouse warehouse(WarehouseId id) {
        Warehouse warehouse = warehouses.get(id);
        if (warehouse == null) {
            throw new IllegalArgumentException(
                    "warehouse " + id + " must be open, but an earlier change of the scenario closes it.");
        }
        return warehouse;
    }

    /** Puts another in the place of each entry; null takes it out. */
    static <T> void replaceAll(List<T> list, Function<T, @Nullable T> with) {
        List<T> replaced = new ArrayList<>(list.size());
        for (T entry : list) {
            T other = with.apply(entry);
            if (other != null) {
                replaced.add(other);
            }
        }
        list.clear();
        list.addAll(replaced);
    }

    /** What tells of a warehouse that is no longer there is left out. */
    Dataset dataset() {
        SortedMap<SkuLocation, DailyStock> stockHistory = new TreeMap<>(base.stockHistory());
        stockHistory.keySet().removeIf(location -> !warehouses.containsKey(location.warehouse()));
        return new Dataset(
                base.settings(),
                items,
                warehouses,
                suppliers,
                supplyOptions,
                lanes,
                stock,
                base.firstSale(),
                sales,
                stockHistory,
                openPurchaseOrders,
                openTransfers,
                openSalesOrders,
                cashBudget,
                base.promotions().stream()
                        .filter(promotion ->
                                promotion.warehouse() == null || warehouses.containsKey(promotion.warehouse()))
                        .toList(),
                base.billOfMaterials(),
                base.givenForecasts().stream()
                        .filter(given -> warehouses.containsKey(given.location().warehouse()))
                        .toList(),
                policyOverrides);
    }
}
