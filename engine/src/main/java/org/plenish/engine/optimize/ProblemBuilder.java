package org.plenish.engine.optimize;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.plenish.engine.model.CashBudget;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.OpenPurchaseOrder;
import org.plenish.engine.model.OpenSalesOrder;
import org.plenish.engine.model.OpenTransfer;
import org.plenish.engine.model.PriceBreak;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.StockPosition;
import org.plenish.engine.model.Supplier;
import org.plenish.engine.model.SupplyOption;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.engine.model.TransferLane;
import org.plenish.engine.model.Warehouse;
import org.plenish.engine.model.WarehouseId;
import org.plenish.engine.optimize.ReplenishmentProblem.Lane;
import org.plenish.engine.optimize.ReplenishmentProblem.ProblemSupplier;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;
import org.plenish.engine.optimize.ReplenishmentProblem.Zone;
import org.plenish.engine.policy.ObsolescenceStatus;
import org.plenish.engine.policy.PolicyType;

/**
 * The one place where a dataset and its policies become the optimizer's problem. What it decides:
 *
 * <ul>
 *   <li>goods count in the bucket that holds their date; what is overdue counts today;
 *   <li>demand of a bucket is its forecast or what customers have ordered for it, whichever is more; fractions are
 *       carried, so that a slow mover's 0.3 a week becomes a unit now and then;
 *   <li>cash is committed on the day of the order, whatever the payment terms, unless the dataset counts payments: then an
 *       order of a bucket is paid in the one that holds the bucket's start and the terms. What is owed for open orders is
 *       in neither: the budget is for what is still to be ordered;
 *   <li>a supplier that ships in containers is paid its order cost for each started container of an order, or its
 *       container cost beside the order cost where that is given;
 *   <li>lots that expired before the plan's date are no stock: they serve nobody and are expected to be cleared;
 *   <li>nothing is thrown away by plan: what will not sell is an exception for a person to act on. The problem's shelf
 *       life is left out, as it counts by what is on hand, not by lot: stock above the demand of the shelf life would be
 *       thrown away at the end of the first bucket, though its lots last for months, and projected stock would lose it.
 *       What is left at the horizon's end loses what the rules think of it (terminal obsolescence);
 *   <li>an article that expires is not bought in lines larger than what sells within its shelf life.
 * </ul>
 */
public final class ProblemBuilder {

    private final Dataset dataset;
    private final TimeBuckets buckets;
    private final List<WarehouseId> warehouses;
    private final List<Supplier> suppliers;
    private final Map<ItemId, List<SupplyOption>> optionsByItem;
    private final Map<SkuLocation, int[]> receiptUnits = new HashMap<>();
    private final Map<SkuLocation, int[]> firmDemandUnits = new HashMap<>();

    /** A problem and the meaning of its indices. */
    public record Mapped(ReplenishmentProblem problem, ProblemIndex index) {}

    public ProblemBuilder(Dataset dataset, TimeBuckets buckets) {
        this.dataset = dataset;
        this.buckets = buckets;
        this.warehouses = List.copyOf(dataset.warehouses().keySet());
        this.suppliers = List.copyOf(dataset.suppliers().values());
        this.optionsByItem = dataset.supplyOptionsByItem();
        for (OpenPurchaseOrder order : dataset.openPurchaseOrders()) {
            add(receiptUnits, order.location(), order.dueDate(), order.quantityUnits());
        }
        for (OpenTransfer transfer : dataset.openTransfers()) {
            SkuLocation to = new SkuLocation(transfer.item(), transfer.to());
            add(receiptUnits, to, transfer.dueDate(), transfer.quantityUnits());
        }
        for (OpenSalesOrder order : dataset.openSalesOrders()) {
            add(firmDemandUnits, order.location(), order.dueDate(), order.quantityUnits());
        }
    }

    /** @param stocks every SKU-location that is planned */
    public Mapped build(Collection<PlannedStock> stocks) {
        Map<ItemId, Map<WarehouseId, PlannedStock>> byItem = new TreeMap<>();
        for (PlannedStock stock : stocks) {
            byItem.computeIfAbsent(stock.location().item(), item -> new TreeMap<>())
                    .put(stock.location().warehouse(), stock);
        }
        List<Item> items = new ArrayList<>();
        List<Sku> skus = new ArrayList<>();
        List<List<SupplyOption>> options = new ArrayList<>();
        byItem.forEach((id, byWarehouse) -> {
            Item item = dataset.item(id);
            List<SupplyOption> itemOptions = optionsByItem.getOrDefault(id, List.of());
            items.add(item);
            options.add(itemOptions);
            skus.add(sku(item, itemOptions, byWarehouse));
        });
        ReplenishmentProblem problem = new ReplenishmentProblem(
                buckets.count(),
                warehouses.stream().map(WarehouseId::value).toList(),
                suppliers.stream().map(this::supplier).toList(),
                dataset.lanes().stream().map(this::lane).toList(),
                skus,
                zones(),
                cash(dataset.cashBudget()),
                dataset.cashBudget().carryForward(),
                List.of(),
                List.of());
        return new Mapped(problem, new ProblemIndex(buckets, items, warehouses, suppliers, options, dataset.lanes()));
    }

    private Sku sku(Item item, List<SupplyOption> options, Map<WarehouseId, PlannedStock> byWarehouse) {
        int count = warehouses.size();
        double[] holding = new double[count];
        double[] backorder = new double[count];
        double[] belowSafetyStock = new double[count];
        double[] terminalObsolescence = new double[count];
        int[][] demandUnits = new int[count][];
        int[] safetyStockUnits = new int[count];
        int[] initialUnits = new int[count];
        int[][] receipts = new int[count][];
        boolean[] mayBuy = new boolean[count];
        boolean[] transferableTo = new boolean[count];
        double networkUnitsPerBucket = 0;
        double lossOfALeftUnit = terminalObsolescence(item, byWarehouse.values());
        for (int w = 0; w < count; w++) {
            Warehouse warehouse = dataset.warehouse(warehouses.get(w));
            SkuLocation location = new SkuLocation(item.id(), warehouse.id());
            PlannedStock stock = byWarehouse.get(warehouse.id());
            holding[w] = CostRates.holding(
                    item, warehouse.holdingCostRatePerYear(), buckets.size().days());
            receipts[w] = receiptUnits.getOrDefault(location, new int[buckets.count()]);
            if (stock == null) {
                demandUnits[w] = new int[buckets.count()];
                continue;
            }
            backorder[w] = CostRates.backorder(
                    item, stock.choice().serviceTarget(), buckets.size().days());
            belowSafetyStock[w] = CostRates.belowSafetyStock(backorder[w]);
            terminalObsolescence[w] = lossOfALeftUnit;
            demandUnits[w] = demandUnits(stock);
            safetyStockUnits[w] = stock.policy().safetyStockUnits();
            initialUnits[w] = dataset.stock()
                    .getOrDefault(location, StockPosition.empty(location))
                    .netUnits(buckets.start());
            transferableTo[w] = true;
            mayBuy[w] = !stock.choice().stopBuy();
            networkUnitsPerBucket +=
                    stock.forecast().meanUnits().stream().average().orElse(0);
        }
        int sellsWithinShelfLifeUnits = item.shelfLifeDays() == null
                ? Integer.MAX_VALUE
                : (int) Math.ceil(networkUnitsPerBucket
                        * item.shelfLifeDays()
                        / buckets.size().days());
        return new Sku(
                item.id().value(),
                item.unitVolumeM3(),
                item.storageClass(),
                options.stream()
                        .map(option -> source(option, mayBuy, sellsWithinShelfLifeUnits))
                        .toList(),
                options.isEmpty() ? 0 : options.get(0).lineCost().toDouble(),
                holding,
                backorder,
                belowSafetyStock,
                CostRates.terminalBacklog(item),
                terminalObsolescence,
                Double.POSITIVE_INFINITY,
                0,
                1,
                transferableTo,
                demandUnits,
                safetyStockUnits,
                initialUnits,
                receipts);
    }

    /**
     * The mean of what the rules think of the stock, weighted by units on hand. The same for every warehouse: what is
     * left is not worth more for having been moved, only for having been sold instead of something bought.
     */
    private double terminalObsolescence(Item item, Collection<PlannedStock> stocks) {
        double loss = 0;
        long onHandUnits = 0;
        for (PlannedStock stock : stocks) {
            int units = Math.max(
                    0,
                    dataset.stock()
                            .getOrDefault(stock.location(), StockPosition.empty(stock.location()))
                            .onHandUnits());
            loss += units
                    * CostRates.terminalObsolescence(
                            item,
                            stock.choice().obsolescenceStatus(),
                            stock.choice().provisionRate());
            onHandUnits += units;
        }
        return onHandUnits > 0
                ? loss / onHandUnits
                : CostRates.terminalObsolescence(item, ObsolescenceStatus.HEALTHY, 0);
    }

    private int[] demandUnits(PlannedStock stock) {
        int[] firm = firmDemandUnits.getOrDefault(stock.location(), new int[buckets.count()]);
        boolean firmOnly = stock.choice().policyType() == PolicyType.DO_NOT_STOCK;
        int[] units = new int[buckets.count()];
        double exact = 0;
        long taken = 0;
        for (int t = 0; t < units.length; t++) {
            exact += firmOnly ? 0 : stock.forecast().meanUnits().get(t);
            int expected = Math.toIntExact(Math.round(exact) - taken);
            taken += expected;
            units[t] = Math.max(expected, firm[t]);
        }
        return units;
    }

    private Source source(SupplyOption option, boolean[] mayBuy, int sellsWithinShelfLifeUnits) {
        Supplier supplier = dataset.supplier(option.supplier());
        boolean[] deliversTo = new boolean[warehouses.size()];
        for (int w = 0; w < deliversTo.length; w++) {
            deliversTo[w] = mayBuy[w] && option.delivers(warehouses.get(w));
        }
        boolean[] canOrder = new boolean[buckets.count()];
        int leadTimePeriods = 0;
        for (int t = 0; t < canOrder.length; t++) {
            LocalDate orderDate = ProblemIndex.orderDate(option, supplier, buckets, t);
            canOrder[t] = orderDate != null;
            if (orderDate != null) {
                int arrival = buckets.indexOf(orderDate.plusDays(option.leadTimeDays()));
                leadTimePeriods = Math.max(leadTimePeriods, arrival - t);
            }
        }
        int[] leadTimes = new int[warehouses.size()];
        Arrays.fill(leadTimes, leadTimePeriods);
        List<PriceBreak> breaks = option.priceBreaks();
        int[] tierFromUnits = new int[breaks.size() + 1];
        double[] tierUnitPrice = new double[breaks.size() + 1];
        tierUnitPrice[0] = option.unitCost().toDouble();
        for (int i = 0; i < breaks.size(); i++) {
            tierFromUnits[i + 1] = breaks.get(i).minQuantityUnits();
            tierUnitPrice[i + 1] = breaks.get(i).unitCost().toDouble();
        }
        return new Source(
                suppliers.indexOf(supplier),
                deliversTo,
                leadTimes,
                canOrder,
                option.orderMultipleUnits(),
                option.minOrderQuantityUnits(),
                Math.max(
                        option.minOrderQuantityUnits(),
                        Math.min(option.maxOrderQuantityUnits(), sellsWithinShelfLifeUnits)),
                tierFromUnits,
                tierUnitPrice);
    }

    ProblemSupplier supplier(Supplier supplier) {
        Double containerM3 = supplier.containerVolumeM3();
        Money containerCost = supplier.containerCost();
        boolean paidByContainer = containerM3 != null && containerCost == null;
        double orderCost = supplier.orderCost().toDouble();
        return new ProblemSupplier(
                supplier.id().value(),
                paidByContainer ? 0 : orderCost,
                supplier.minOrderValue().toDouble(),
                payOffsetPeriods(supplier),
                containerM3 == null ? Double.POSITIVE_INFINITY : containerM3,
                paidByContainer
                        ? orderCost
                        : containerM3 == null || containerCost == null ? 0 : containerCost.toDouble());
    }

    private int payOffsetPeriods(Supplier supplier) {
        return dataset.cashBudget().basis() == CashBudget.Basis.PAYMENT
                ? buckets.indexOf(buckets.start().plusDays(supplier.paymentTermsDays()))
                : 0;
    }

    private Lane lane(TransferLane lane) {
        int leadTimePeriods = 0;
        for (int t = 0; t < buckets.count(); t++) {
            LocalDate due = ProblemIndex.shipDate(lane, buckets, t).plusDays(lane.leadTimeDays());
            leadTimePeriods = Math.max(leadTimePeriods, buckets.indexOf(due) - t);
        }
        Double capacityM3 = lane.shipmentCapacityM3();
        return new Lane(
                warehouses.indexOf(lane.from()),
                warehouses.indexOf(lane.to()),
                leadTimePeriods,
                lane.costPerUnit().toDouble(),
                lane.costPerM3().toDouble(),
                capacityM3 == null ? Double.POSITIVE_INFINITY : capacityM3,
                lane.shipmentCost().toDouble());
    }

    private List<Zone> zones() {
        List<Zone> zones = new ArrayList<>();
        for (int w = 0; w < warehouses.size(); w++) {
            Double capacityM3 = dataset.warehouse(warehouses.get(w)).capacityM3();
            zones.add(zone(w, "", capacityM3 == null ? Double.POSITIVE_INFINITY : capacityM3));
        }
        for (int w = 0; w < warehouses.size(); w++) {
            int warehouse = w;
            new TreeMap<>(dataset.warehouse(warehouses.get(w)).storageClassCapacityM3())
                    .forEach((storageClass, capacityM3) -> zones.add(zone(warehouse, storageClass, capacityM3)));
        }
        return zones;
    }

    private Zone zone(int warehouse, String storageClass, double capacityM3) {
        double[] spaceM3 = new double[buckets.count()];
        Arrays.fill(spaceM3, capacityM3);
        return new Zone(warehouse, storageClass, spaceM3);
    }

    /** Up to the last payment. Beyond the last bucket that the budget names, its mean is expected to go on; before the first there is none. */
    private double[] cash(CashBudget budget) {
        int lastOffset =
                suppliers.stream().mapToInt(this::payOffsetPeriods).max().orElse(0);
        double[] cash = new double[buckets.count() + lastOffset];
        if (!budget.isLimited()) {
            Arrays.fill(cash, Double.POSITIVE_INFINITY);
            return cash;
        }
        int firstNamed = buckets.indexOf(budget.amounts().firstKey());
        int lastNamed = buckets.indexOf(budget.amounts().lastKey());
        if (lastNamed < 0) {
            double total = budget.amounts().values().stream()
                    .mapToDouble(Money::toDouble)
                    .sum();
            Arrays.fill(cash, total / (lastNamed - firstNamed + 1));
            return cash;
        }
        int lastGiven = -1;
        double sum = 0;
        for (Map.Entry<LocalDate, Money> entry : budget.amounts().entrySet()) {
            int bucket = buckets.indexOf(entry.getKey());
            if (bucket >= 0 && bucket < cash.length) {
                cash[bucket] += entry.getValue().toDouble();
                sum += entry.getValue().toDouble();
                lastGiven = Math.max(lastGiven, bucket);
            }
        }
        for (int t = lastGiven + 1; t < cash.length && lastGiven >= 0; t++) {
            cash[t] = sum / (lastGiven + 1);
        }
        return cash;
    }

    private void add(Map<SkuLocation, int[]> units, SkuLocation location, LocalDate date, int quantityUnits) {
        int bucket = Math.max(0, buckets.indexOf(date));
        if (bucket < buckets.count()) {
            int[] byBucket = units.computeIfAbsent(location, key -> new int[buckets.count()]);
            byBucket[bucket] = Math.addExact(byBucket[bucket], quantityUnits);
        }
    }
}
