package org.plenish.engine.model;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All that a plan is made from, checked: every key that a row names exists. Lists keep the order of their files;
 * look-ups are by key.
 *
 * @param firstSale first day of {@code sales}, null if there are none
 * @param sales by SKU-location, only those with sales
 * @param stockHistory by SKU-location, only those with notes
 * @param baskets who bought what together, as far as sales name their customer
 */
public record Dataset(
        DatasetSettings settings,
        Map<ItemId, Item> items,
        Map<WarehouseId, Warehouse> warehouses,
        Map<SupplierId, Supplier> suppliers,
        List<SupplyOption> supplyOptions,
        List<TransferLane> lanes,
        SortedMap<SkuLocation, StockPosition> stock,
        @Nullable LocalDate firstSale,
        SortedMap<SkuLocation, DailySales> sales,
        SortedMap<SkuLocation, DailyStock> stockHistory,
        List<OpenPurchaseOrder> openPurchaseOrders,
        List<OpenTransfer> openTransfers,
        List<OpenSalesOrder> openSalesOrders,
        CashBudget cashBudget,
        List<Promotion> promotions,
        List<BillOfMaterialsLine> billOfMaterials,
        List<GivenForecast> givenForecasts,
        List<PolicyOverride> policyOverrides,
        Baskets baskets) {

    public Dataset {
        items = Collections.unmodifiableMap(new TreeMap<>(items));
        warehouses = Collections.unmodifiableMap(new TreeMap<>(warehouses));
        suppliers = Collections.unmodifiableMap(new TreeMap<>(suppliers));
        supplyOptions = List.copyOf(supplyOptions);
        lanes = List.copyOf(lanes);
        stock = Collections.unmodifiableSortedMap(new TreeMap<>(stock));
        sales = Collections.unmodifiableSortedMap(new TreeMap<>(sales));
        stockHistory = Collections.unmodifiableSortedMap(new TreeMap<>(stockHistory));
        openPurchaseOrders = List.copyOf(openPurchaseOrders);
        openTransfers = List.copyOf(openTransfers);
        openSalesOrders = List.copyOf(openSalesOrders);
        promotions = List.copyOf(promotions);
        billOfMaterials = List.copyOf(billOfMaterials);
        givenForecasts = List.copyOf(givenForecasts);
        policyOverrides = List.copyOf(policyOverrides);
    }

    /** No customer is known. */
    public Dataset(
            DatasetSettings settings,
            Map<ItemId, Item> items,
            Map<WarehouseId, Warehouse> warehouses,
            Map<SupplierId, Supplier> suppliers,
            List<SupplyOption> supplyOptions,
            List<TransferLane> lanes,
            SortedMap<SkuLocation, StockPosition> stock,
            @Nullable LocalDate firstSale,
            SortedMap<SkuLocation, DailySales> sales,
            SortedMap<SkuLocation, DailyStock> stockHistory,
            List<OpenPurchaseOrder> openPurchaseOrders,
            List<OpenTransfer> openTransfers,
            List<OpenSalesOrder> openSalesOrders,
            CashBudget cashBudget,
            List<Promotion> promotions,
            List<BillOfMaterialsLine> billOfMaterials,
            List<GivenForecast> givenForecasts,
            List<PolicyOverride> policyOverrides) {
        this(
                settings,
                items,
                warehouses,
                suppliers,
                supplyOptions,
                lanes,
                stock,
                firstSale,
                sales,
                stockHistory,
                openPurchaseOrders,
                openTransfers,
                openSalesOrders,
                cashBudget,
                promotions,
                billOfMaterials,
                givenForecasts,
                policyOverrides,
                Baskets.NONE);
    }

    /** The same with other baskets. */
    public Dataset with(Baskets known) {
        return new Dataset(
                settings,
                items,
                warehouses,
                suppliers,
                supplyOptions,
                lanes,
                stock,
                firstSale,
                sales,
                stockHistory,
                openPurchaseOrders,
                openTransfers,
                openSalesOrders,
                cashBudget,
                promotions,
                billOfMaterials,
                givenForecasts,
                policyOverrides,
                known);
    }

    /** @throws IllegalArgumentException if there is none of this key */
    public Item item(ItemId id) {
        return known(items.get(id), "item", id);
    }

    /** @throws IllegalArgumentException if there is none of this key */
    public Warehouse warehouse(WarehouseId id) {
        return known(warehouses.get(id), "warehouse", id);
    }

    /** @throws IllegalArgumentException if there is none of this key */
    public Supplier supplier(SupplierId id) {
        return known(suppliers.get(id), "supplier", id);
    }

    private static <T> T known(@Nullable T value, String kind, Object id) {
        if (value == null) {
            throw new IllegalArgumentException(kind + " " + id + " must be in the dataset, but is not.");
        }
        return value;
    }

    /** The supply options of each article, preferred first. */
    public Map<ItemId, List<SupplyOption>> supplyOptionsByItem() {
        return supplyOptions.stream()
                .sorted(Comparator.comparingInt(SupplyOption::priority))
                .collect(Collectors.groupingBy(SupplyOption::item));
    }

    /** The same facts seen from another day; what is dated after it stays in the lists. */
    public Dataset withAsOf(LocalDate asOf) {
        return new Dataset(
                settings.withAsOf(asOf),
                items,
                warehouses,
                suppliers,
                supplyOptions,
                lanes,
                stock,
                firstSale,
                sales,
                stockHistory,
                openPurchaseOrders,
                openTransfers,
                openSalesOrders,
                cashBudget,
                promotions,
                billOfMaterials,
                givenForecasts,
                policyOverrides,
                baskets);
    }
}
