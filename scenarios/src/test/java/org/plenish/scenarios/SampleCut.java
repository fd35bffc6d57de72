package org.plenish.scenarios;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.plenish.engine.model.CashBudget;
import org.plenish.engine.model.DailySales;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.DatasetSettings;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.OpenPurchaseOrder;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.StockPosition;
import org.plenish.engine.model.TransferLane;
import org.plenish.engine.model.Warehouse;
import org.plenish.engine.model.WarehouseId;

/**
 * Some articles of a dataset with all that belongs to them, and their share of its limits: of each warehouse's space by the volume
 * of stock and open orders, of the cash by the value of what was sold. Rooms for storage classes stay as they are.
 */
final class SampleCut {

    private final Dataset whole;
    private final Set<ItemId> kept;

    private final List<TransferLane> lanes;
    private final int buckets;
    private final double cashShare;

    private SampleCut(Dataset whole, Set<ItemId> kept, List<TransferLane> lanes, int buckets, double cashShare) {
        this.whole = whole;
        this.kept = kept;
        this.lanes = lanes;
        this.buckets = buckets;
        this.cashShare = cashShare;
    }

    /**
     * @param buckets how far ahead it is planned
     * @param cashShare of their share of the cash, which in the first weeks is more than enough
     */
    static Dataset of(Dataset whole, Set<ItemId> kept, int buckets, double cashShare) {
        return new SampleCut(whole, kept, whole.lanes(), buckets, cashShare).cut();
    }

    /** Nothing moves between warehouses: pricing what could takes the longest. */
    static Dataset withoutLanes(Dataset whole, Set<ItemId> kept) {
        return new SampleCut(whole, kept, List.of(), whole.settings().horizonBuckets(), 1).cut();
    }

    private Dataset cut() {
        Predicate<SkuLocation> here = location -> kept.contains(location.item());
        return new Dataset(
                settings(),
                whole.items().values().stream()
                        .filter(item -> kept.contains(item.id()))
                        .collect(Collectors.toMap(Item::id, this::withKeptRelatives)),
                warehouses(),
                whole.suppliers(),
                whole.supplyOptions().stream()
                        .filter(option -> kept.contains(option.item()))
                        .toList(),
                lanes,
                only(whole.stock(), here),
                whole.firstSale(),
                only(whole.sales(), here),
                only(whole.stockHistory(), here),
                whole.openPurchaseOrders().stream()
                        .filter(order -> here.test(order.location()))
                        .toList(),
                whole.openTransfers().stream()
                        .filter(transfer -> kept.contains(transfer.item()))
                        .toList(),
                whole.openSalesOrders().stream()
                        .filter(order -> here.test(order.location()))
                        .toList(),
                cash(),
                whole.promotions().stream()
                        .filter(promotion -> kept.contains(promotion.item()))
                        .toList(),
                whole.billOfMaterials().stream()
                        .filter(line -> kept.contains(line.parent()) && kept.contains(line.component()))
                        .toList(),
                whole.givenForecasts().stream()
                        .filter(forecast -> here.test(forecast.location()))
                        .toList(),
                whole.policyOverrides().stream()
                        .filter(override -> kept.contains(override.item()))
                        .toList());
    }

    private DatasetSettings settings() {
        DatasetSettings of = whole.settings();
        return new DatasetSettings(
                of.name(), of.asOf(), of.currency(), of.bucket(), buckets, of.source(), of.license());
    }

    private static <T> SortedMap<SkuLocation, T> only(SortedMap<SkuLocation, T> all, Predicate<SkuLocation> here) {
        SortedMap<SkuLocation, T> some = new TreeMap<>(all);
        some.keySet().removeIf(here.negate());
        return some;
    }

    private Item withKeptRelatives(Item item) {
        ItemId successor = item.replacedBy();
        ItemId alike = item.likeItem();
        return item.with(
                item.lifecycle(),
                successor != null && kept.contains(successor) ? successor : null,
                alike != null && kept.contains(alike) ? alike : null);
    }

    private Map<WarehouseId, Warehouse> warehouses() {
        Map<WarehouseId, Warehouse> smaller = new LinkedHashMap<>();
        whole.warehouses().forEach((id, warehouse) -> {
            double share = share(volume(id, true), volume(id, false));
            Double capacityM3 = warehouse.capacityM3();
            smaller.put(
                    id,
                    new Warehouse(
                            id,
                            warehouse.name(),
                            capacityM3 == null ? null : capacityM3 * share,
                            warehouse.holdingCostRatePerYear(),
                            warehouse.storageClassCapacityM3(),
                            warehouse.parent()));
        });
        return smaller;
    }

    private static double share(double part, double all) {
        return all > 0 ? part / all : 1;
    }

    /** Of stock and open orders, m³. */
    private double volume(WarehouseId warehouse, boolean onlyKept) {
        Predicate<SkuLocation> counts =
                location -> location.warehouse().equals(warehouse) && (!onlyKept || kept.contains(location.item()));
        double m3 = 0;
        for (StockPosition position : whole.stock().values()) {
            m3 += counts.test(position.location())
                    ? position.onHandUnits()
                            * whole.item(position.location().item()).unitVolumeM3()
                    : 0;
        }
        for (OpenPurchaseOrder order : whole.openPurchaseOrders()) {
            m3 += counts.test(order.location())
                    ? order.quantityUnits()
                            * whole.item(order.location().item()).unitVolumeM3()
                    : 0;
        }
        return m3;
    }

    private CashBudget cash() {
        double share = cashShare * share(sold(kept), sold(whole.items().keySet()));
        SortedMap<LocalDate, Money> amounts = new TreeMap<>();
        whole.cashBudget()
                .amounts()
                .forEach((day, amount) -> amounts.put(day, new Money(Math.round(amount.minorUnits() * share))));
        return new CashBudget(amounts, whole.cashBudget().carryForward());
    }

    private double sold(Set<ItemId> items) {
        double value = 0;
        for (Map.Entry<SkuLocation, DailySales> entry : whole.sales().entrySet()) {
            if (items.contains(entry.getKey().item())) {
                value += Arrays.stream(entry.getValue().soldUnits()).sum()
                        * whole.item(entry.getKey().item()).unitCost().toDouble();
            }
        }
        return value;
    }
}
