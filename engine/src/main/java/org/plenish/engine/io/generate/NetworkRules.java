package org.plenish.engine.io.generate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.plenish.engine.model.BucketSize;
import org.plenish.engine.model.CashBudget;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.OpenPurchaseOrder;
import org.plenish.engine.model.OpenTransfer;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.StockPosition;
import org.plenish.engine.model.TransferLane;
import org.plenish.engine.model.UnitPrice;
import org.plenish.engine.model.WarehouseId;

/** The limits and links of the warehouses: lanes between all of them, space, and cash to buy with. */
final class NetworkRules {

    /** Cash for so many weeks: the longest lead time and a quarter more. */
    static final int CASH_WEEKS = 26;

    /** What may be spent, as a share of what is sold at cost. */
    static final double CASH_SHARE = 1.1;

    /** Space for what has arrived if no more than this share of the expected demand is sold. */
    static final double PESSIMISTIC_DEMAND_SHARE = 0.5;

    private static final int PROJECTED_WEEKS = 16;
    private static final double TRUCK_M3 = 40;

    private NetworkRules() {}

    /** A lane each way between any two warehouses; both ways take as long and cost as much. */
    static List<TransferLane> lanes(long seed, Collection<WarehouseId> warehouses) {
        List<TransferLane> lanes = new ArrayList<>();
        for (WarehouseId from : warehouses) {
            for (WarehouseId to : warehouses) {
                if (!from.equals(to)) {
                    lanes.add(lane(seed, from, to));
                }
            }
        }
        return lanes;
    }

    private static TransferLane lane(long seed, WarehouseId from, WarehouseId to) {
        boolean ascending = from.compareTo(to) < 0;
        String one = (ascending ? from : to).value();
        String other = (ascending ? to : from).value();
        KeyedRandom random = KeyedRandom.of(seed, "lane", one, other);
        int leadTimeDays = random.between(1, 4);
        double costPerM3 = 6 * leadTimeDays + random.uniform(8, 16);
        double shipmentCost = 10 * leadTimeDays + random.uniform(15, 35);
        return new TransferLane(
                from,
                to,
                leadTimeDays,
                new UnitPrice(BigDecimal.valueOf(2, 2)),
                new UnitPrice(BigDecimal.valueOf(StrictMath.round(costPerM3))),
                Money.of(BigDecimal.valueOf(StrictMath.round(shipmentCost))),
                TRUCK_M3,
                Set.of());
    }

    /**
     * The most space that stock and open orders take in any week to come, if only {@link #PESSIMISTIC_DEMAND_SHARE} of
     * the expected demand is sold and nothing more is ordered. Less room than this would make a plan impossible.
     *
     * @param weeklyUnits expected demand of a week
     * @return m³ by storage class, and under the empty name for all together, by warehouse
     */
    static Map<WarehouseId, Map<String, Double>> peakUseM3(
            Map<ItemId, Item> items,
            SortedMap<SkuLocation, StockPosition> stock,
            List<OpenPurchaseOrder> purchaseOrders,
            List<OpenTransfer> transfers,
            Map<SkuLocation, Double> weeklyUnits,
            LocalDate asOf) {
        SortedMap<SkuLocation, double[]> receiptUnits = new TreeMap<>();
        stock.keySet().forEach(location -> receiptUnits.put(location, new double[PROJECTED_WEEKS]));
        purchaseOrders.forEach(
                order -> receive(receiptUnits, order.location(), order.dueDate(), order.quantityUnits(), asOf));
        transfers.forEach(order -> receive(
                receiptUnits, new SkuLocation(order.item(), order.to()), order.dueDate(), order.quantityUnits(), asOf));
        Map<WarehouseId, Map<String, double[]>> useM3 = new TreeMap<>();
        receiptUnits.forEach((location, receipts) -> {
            Item item = require(items, location.item());
            StockPosition position = stock.getOrDefault(location, StockPosition.empty(location));
            double sold = PESSIMISTIC_DEMAND_SHARE * weeklyUnits.getOrDefault(location, 0.0);
            Map<String, double[]> uses = useM3.computeIfAbsent(location.warehouse(), key -> new TreeMap<>());
            double units = Math.max(0, position.onHandUnits());
            for (int week = 0; week < PROJECTED_WEEKS; week++) {
                units += receipts[week];
                weeks(uses, "")[week] += units * item.unitVolumeM3();
                if (!item.storageClass().isEmpty()) {
                    weeks(uses, item.storageClass())[week] += units * item.unitVolumeM3();
                }
                units = Math.max(0, units - sold);
            }
        });
        Map<WarehouseId, Map<String, Double>> peaks = new TreeMap<>();
        useM3.forEach((warehouse, uses) ->
                uses.forEach((storageClass, byWeek) -> peaks.computeIfAbsent(warehouse, key -> new TreeMap<>())
                        .put(storageClass, Arrays.stream(byWeek).max().orElse(0))));
        return peaks;
    }

    private static double[] weeks(Map<String, double[]> uses, String storageClass) {
        return uses.computeIfAbsent(storageClass, key -> new double[PROJECTED_WEEKS]);
    }

    private static void receive(
            SortedMap<SkuLocation, double[]> receiptUnits,
            SkuLocation location,
            LocalDate due,
            int units,
            LocalDate asOf) {
        int week = Math.max(0, BucketSize.WEEK.between(asOf, due)); // a late order may come any day
        if (week < PROJECTED_WEEKS) {
            receiptUnits.computeIfAbsent(location, key -> new double[PROJECTED_WEEKS])[week] += units;
        }
    }

    /**
     * Cash for each week from {@code asOf}: {@link #CASH_SHARE} of the cost of what sells in it, somewhat more in the
     * first week of every four and less in the others.
     *
     * @param weeklyCostOfSales by week from 0 (currency units)
     */
    static CashBudget cash(LocalDate asOf, IntToDoubleFunction weeklyCostOfSales) {
        SortedMap<LocalDate, Money> amounts = new TreeMap<>();
        for (int week = 0; week < CASH_WEEKS; week++) {
            double share = CASH_SHARE * (week % 4 == 0 ? 1.15 : 0.95);
            double hundreds = StrictMath.ceil(weeklyCostOfSales.applyAsDouble(week) * share / 100);
            amounts.put(asOf.plusWeeks(week), Money.of(BigDecimal.valueOf(100 * (long) hundreds)));
        }
        return new CashBudget(amounts, true);
    }

    static <K, V> V require(Map<K, V> map, K key) {
        V value = map.get(key);
        if (value == null) {
            throw new IllegalStateException(key + " must be known here.");
        }
        return value;
    }
}
