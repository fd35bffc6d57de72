package org.plenish.engine.simulate.backtest;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.CashBudget;
import org.plenish.engine.model.DailySales;
import org.plenish.engine.model.DailyStock;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.Lifecycle;
import org.plenish.engine.model.OpenPurchaseOrder;
import org.plenish.engine.model.Promotion;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.StockPosition;
import org.plenish.engine.model.SupplyOption;

/**
 * A dataset as it was known on the morning of an earlier day: what is dated on that day or later is not in it.
 *
 * <ul>
 *   <li>Sales and stock notes up to the evening before; articles introduced by that day, or sold before it.
 *   <li>Promotions that had begun, purchase orders that had been placed, supply options that were valid already; that one
 *       ends later was not known.
 *   <li>Where an article is in its life is told for today only. Then it was new in its first year, phased out once its
 *       successor was on sale, and active otherwise.
 *   <li>What has no date of its making is not known to have been there: planners' overrides, forecasts from outside, transfers,
 *       customers' orders, today's stock, the cash budget.
 *   <li>Costs, prices, minimums, lead times and warehouses have no dates at all: today's hold.
 * </ul>
 */
public final class KnownThen {

    private static final int NEW_DAYS = 365;

    private final Dataset dataset;
    private final LocalDate date;
    private final SortedMap<SkuLocation, DailySales> sales;
    private final Map<ItemId, Item> items;

    private KnownThen(Dataset dataset, LocalDate date) {
        this.dataset = dataset;
        this.date = date;
        this.sales = sales();
        this.items = items();
    }

    /** The same dataset on {@code date}, with no stock: what lay there is for the replay to say. */
    public static Dataset of(Dataset dataset, LocalDate date) {
        return new KnownThen(dataset, date).view();
    }

    /** {@code known} with another stock and other open purchase orders. */
    static Dataset withStock(
            Dataset known, SortedMap<SkuLocation, StockPosition> stock, List<OpenPurchaseOrder> openPurchaseOrders) {
        return new Dataset(
                known.settings(),
                known.items(),
                known.warehouses(),
                known.suppliers(),
                known.supplyOptions(),
                known.lanes(),
                stock,
                known.firstSale(),
                known.sales(),
                known.stockHistory(),
                openPurchaseOrders,
                known.openTransfers(),
                known.openSalesOrders(),
                known.cashBudget(),
                known.promotions(),
                known.billOfMaterials(),
                known.givenForecasts(),
                known.policyOverrides());
    }

    private Dataset view() {
        LocalDate firstSale = dataset.firstSale();
        return new Dataset(
                dataset.settings().withAsOf(date),
                items,
                dataset.warehouses(),
                dataset.suppliers(),
                dataset.supplyOptions().stream()
                        .filter(option -> items.containsKey(option.item()))
                        .filter(option -> !isLater(option.validFrom()))
                        .map(this::withoutLaterEnd)
                        .toList(),
                dataset.lanes(),
                new TreeMap<>(),
                firstSale != null && firstSale.isBefore(date) ? firstSale : null,
                sales,
                stockHistory(),
                dataset.openPurchaseOrders().stream()
                        .filter(this::wasPlaced)
                        .filter(order -> items.containsKey(order.location().item()))
                        .toList(),
                List.of(),
                List.of(),
                CashBudget.UNLIMITED,
                dataset.promotions().stream().filter(this::hadBegun).toList(),
                dataset.billOfMaterials().stream()
                        .filter(line -> items.containsKey(line.parent()) && items.containsKey(line.component()))
                        .toList(),
                List.of(),
                List.of());
    }

    private SortedMap<SkuLocation, DailySales> sales() {
        SortedMap<SkuLocation, DailySales> before = new TreeMap<>();
        dataset.sales().forEach((location, all) -> {
            int days = countBefore(all.epochDays());
            if (days > 0) {
                before.put(
                        location,
                        new DailySales(
                                Arrays.copyOf(all.epochDays(), days),
                                Arrays.copyOf(all.soldUnits(), days),
                                Arrays.copyOf(all.returnedUnits(), days),
                                Arrays.copyOf(all.revenueMinorUnits(), days)));
            }
        });
        return before;
    }

    private SortedMap<SkuLocation, DailyStock> stockHistory() {
        SortedMap<SkuLocation, DailyStock> before = new TreeMap<>();
        dataset.stockHistory().forEach((location, all) -> {
            int days = countBefore(all.epochDays());
            if (days > 0 && items.containsKey(location.item())) {
                before.put(
                        location,
                        new DailyStock(Arrays.copyOf(all.epochDays(), days), Arrays.copyOf(all.onHandUnits(), days)));
            }
        });
        return before;
    }

    private int countBefore(int[] epochDays) {
        int index = Arrays.binarySearch(epochDays, Math.toIntExact(date.toEpochDay()));
        return index >= 0 ? index : -index - 1;
    }

    private Map<ItemId, Item> items() {
        Set<ItemId> sold = sales.keySet().stream().map(SkuLocation::item).collect(Collectors.toSet());
        Map<ItemId, Item> then = new TreeMap<>();
        dataset.items().values().stream()
                .filter(item -> !isLater(item.introducedOn()) || sold.contains(item.id()))
                .forEach(item -> then.put(item.id(), item));
        then.replaceAll((id, item) -> asThen(item, then, sold));
        return then;
    }

    private Item asThen(Item item, Map<ItemId, Item> then, Set<ItemId> sold) {
        ItemId successor = successorOnSale(item.replacedBy(), sold);
        ItemId alike = item.likeItem();
        return new Item(
                item.id(),
                item.description(),
                item.category(),
                item.unitCost(),
                item.unitPrice(),
                item.unitVolumeM3(),
                item.unitWeightKg(),
                item.shelfLifeDays(),
                lifecycle(item, successor),
                successor,
                item.storageClass(),
                item.unitOfMeasure(),
                isLater(item.introducedOn()) ? null : item.introducedOn(),
                item.shortageCostPerUnit(),
                alike != null && then.containsKey(alike) ? alike : null,
                item.criticality());
    }

    private @Nullable ItemId successorOnSale(@Nullable ItemId replacedBy, Set<ItemId> sold) {
        Item successor = replacedBy == null ? null : dataset.items().get(replacedBy);
        if (successor == null) {
            return null;
        }
        LocalDate introduced = successor.introducedOn();
        boolean onSale = sold.contains(successor.id()) || (introduced != null && !isLater(introduced));
        return onSale ? successor.id() : null;
    }

    private Lifecycle lifecycle(Item item, @Nullable ItemId successor) {
        if (successor != null) {
            return Lifecycle.PHASE_OUT;
        }
        LocalDate introduced = item.introducedOn();
        return introduced != null
                        && !isLater(introduced)
                        && introduced.plusDays(NEW_DAYS).isAfter(date)
                ? Lifecycle.NEW
                : Lifecycle.ACTIVE;
    }

    private boolean hadBegun(Promotion promotion) {
        return promotion.from().isBefore(date) && items.containsKey(promotion.item());
    }

    private boolean wasPlaced(OpenPurchaseOrder order) {
        return order.orderDate() != null && order.orderDate().isBefore(date);
    }

    private SupplyOption withoutLaterEnd(SupplyOption option) {
        if (option.validTo() == null || option.validTo().isBefore(date)) {
            return option;
        }
        return new SupplyOption(
                option.item(),
                option.supplier(),
                option.warehouse(),
                option.unitCost(),
                option.minOrderQuantityUnits(),
                option.orderMultipleUnits(),
                option.maxOrderQuantityUnits(),
                option.leadTimeDays(),
                option.lineCost(),
                option.priority(),
                option.validFrom(),
                null,
                option.priceBreaks());
    }

    private boolean isLater(@Nullable LocalDate day) {
        return day != null && day.isAfter(date);
    }
}
