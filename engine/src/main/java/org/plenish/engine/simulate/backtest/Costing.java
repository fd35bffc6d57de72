package org.plenish.engine.simulate.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.Item;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.Supplier;
import org.plenish.engine.model.SupplierId;
import org.plenish.engine.model.SupplyOption;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.engine.model.WarehouseId;
import org.plenish.engine.optimize.CostRates;
import org.plenish.engine.policy.AbcClass;
import org.plenish.engine.policy.ObsolescenceStatus;
import org.plenish.engine.policy.ShortagePrice;
import org.plenish.engine.simulate.LedgerTotals;
import org.plenish.engine.simulate.backtest.LocationReplay.PlacedOrder;
import org.plenish.engine.simulate.backtest.Outcome.Part;

/** Prices what came and went, by the same yardstick for every contender, at the prices of the dataset it is replayed on. */
final class Costing {

    /** Nobody asked for it for so long: dead, as in the standard rule book. */
    private static final int DEAD_DAYS = 180;

    private static final int SLOW_COVER_DAYS = 180;
    private static final int EXCESS_COVER_DAYS = 365;
    private static final int JUDGED_DAYS = 365;

    private final Dataset dataset;
    private final TimeBuckets replayed;
    private final Yardstick yardstick;
    private final Map<SkuLocation, int[]> demandByDay;

    /** What one purchase order gathers. */
    private record OrderKey(SupplierId supplier, WarehouseId warehouse, LocalDate day) {}

    private record Gathered(int lines, double volumeM3) {

        Gathered plus(Gathered other) {
            return new Gathered(lines + other.lines, volumeM3 + other.volumeM3);
        }
    }

    /** One SKU-location's stock, and what was ordered for it. */
    record Played(SkuLocation location, StockFlows flows, List<PlacedOrder> orders, LedgerTotals service) {}

    Costing(Dataset dataset, TimeBuckets replayed, Yardstick yardstick, Map<SkuLocation, int[]> demandByDay) {
        this.dataset = dataset;
        this.replayed = replayed;
        this.yardstick = yardstick;
        this.demandByDay = demandByDay;
    }

    /** @param played in the order of their locations */
    Outcome outcome(String name, String description, List<Played> played) {
        Map<OrderKey, Gathered> orders = gather(played);
        Part total = Part.NONE;
        SortedMap<AbcClass, Part> byClass = new TreeMap<>();
        List<Figures> byBucket = new ArrayList<>(Collections.nCopies(replayed.count(), Figures.NONE));
        SortedMap<SkuLocation, Part> byLocation = new TreeMap<>();
        for (Played one : played) {
            Figures whole = Figures.NONE;
            Figures[] own = byBucket(one, orders);
            for (int b = 0; b < own.length; b++) {
                byBucket.set(b, byBucket.get(b).plus(own[b]));
                whole = b == 0 || whole.days() == 0 ? own[b] : joined(whole, own[b]);
            }
            Part part = new Part(whole, one.service());
            byLocation.put(one.location(), part);
            byClass.merge(yardstick.abcClass(one.location()), part, Part::plus);
            total = total.plus(part);
        }
        return new Outcome(name, description, total, byClass, byBucket, byLocation);
    }

    /** Of the same SKU-location: opens where the first opens and closes where the next one closes. */
    private static Figures joined(Figures first, Figures next) {
        Figures sum = first.plus(next);
        return new Figures(
                sum.days(),
                first.openingUnits(),
                sum.receivedUnits(),
                sum.demandUnits(),
                sum.servedUnits(),
                next.closingUnits(),
                sum.stockUnitDays(),
                sum.stockValueDays(),
                sum.costOfSales(),
                sum.orders(),
                sum.orderLines(),
                sum.orderedUnits(),
                sum.lostMargin(),
                sum.cost(),
                sum.deadStockValue());
    }

    private Map<OrderKey, Gathered> gather(List<Played> played) {
        Map<OrderKey, Gathered> orders = new HashMap<>();
        for (Played one : played) {
            double volumeM3 = dataset.item(one.location().item()).unitVolumeM3();
            for (PlacedOrder order : one.orders()) {
                orders.merge(key(one, order), new Gathered(1, volumeM3 * order.units()), Gathered::plus);
            }
        }
        return orders;
    }

    private static OrderKey key(Played one, PlacedOrder order) {
        return new OrderKey(order.terms().supplier().id(), one.location().warehouse(), order.day());
    }

    private Figures[] byBucket(Played one, Map<OrderKey, Gathered> orders) {
        SkuLocation location = one.location();
        StockFlows flows = one.flows();
        Item item = dataset.item(location.item());
        double unitCost = item.unitCost().toDouble();
        double holdingPerDay =
                CostRates.holding(item, dataset.warehouse(location.warehouse()).holdingCostRatePerYear(), 1);
        double margin = ShortagePrice.margin(item);
        Figures[] figures = new Figures[flows.buckets()];
        for (int b = 0; b < figures.length; b++) {
            if (!flows.isOpen(b)) {
                figures[b] = Figures.NONE;
                continue;
            }
            long lost = flows.demandUnits(b) - flows.servedUnits(b);
            double shortage =
                    lost == 0 ? 0 : lost * ShortagePrice.ofLostUnit(item, yardstick.serviceTarget(location, b));
            double obsolescence = 0;
            double dead = 0;
            if (b == figures.length - 1 && flows.closingUnits(b) > 0) {
                ObsolescenceStatus status = status(location, flows.closingUnits(b));
                obsolescence = flows.closingUnits(b) * CostRates.terminalObsolescence(item, status, 0);
                dead = status == ObsolescenceStatus.DEAD ? flows.closingUnits(b) * unitCost : 0;
            }
            figures[b] = new Figures(
                    flows.days(b),
                    flows.openingUnits(b),
                    flows.receivedUnits(b),
                    flows.demandUnits(b),
                    flows.servedUnits(b),
                    flows.closingUnits(b),
                    flows.stockUnitDays(b),
                    flows.stockUnitDays(b) * unitCost,
                    flows.servedUnits(b) * unitCost,
                    0,
                    0,
                    0,
                    lost * margin,
                    new Figures.Cost(flows.stockUnitDays(b) * holdingPerDay, 0, 0, shortage, obsolescence),
                    dead);
        }
        for (PlacedOrder order : one.orders()) {
            int bucket = replayed.indexOf(order.day());
            figures[bucket] = figures[bucket].plus(ordered(order, orders.getOrDefault(key(one, order), NOTHING)));
        }
        return figures;
    }

    private static final Gathered NOTHING = new Gathered(1, 0);

    private static Figures ordered(PlacedOrder order, Gathered whole) {
        SupplyOption option = order.terms().option();
        double cost = option.lineCost().toDouble() + orderCost(order.terms().supplier(), whole) / whole.lines();
        double premium = (option.unitCostAt(order.units()).toDouble()
                        - option.unitCostAt(Integer.MAX_VALUE).toDouble())
                * order.units();
        return new Figures(
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                1.0 / whole.lines(),
                1,
                order.units(),
                0,
                new Figures.Cost(0, cost, premium, 0, 0),
                0);
    }

    /** As a plan counts it: once, or for each started container, or both. */
    private static double orderCost(Supplier supplier, Gathered whole) {
        double once = supplier.orderCost().toDouble();
        Double containerM3 = supplier.containerVolumeM3();
        if (containerM3 == null) {
            return once;
        }
        double containers = Math.max(1, Math.ceil(whole.volumeM3() / containerM3));
        Money containerCost = supplier.containerCost();
        return containerCost == null ? once * containers : once + containers * containerCost.toDouble();
    }

    /** How far stock left at the end is on the way to not being sold, by what was really demanded in the year before. */
    private ObsolescenceStatus status(SkuLocation location, long closingUnits) {
        int[] demand = demandByDay.getOrDefault(location, new int[0]);
        int judged = Math.min(JUDGED_DAYS, demand.length);
        long units = Arrays.stream(demand, demand.length - judged, demand.length)
                .asLongStream()
                .sum();
        long lately = Arrays.stream(demand, Math.max(0, demand.length - DEAD_DAYS), demand.length)
                .asLongStream()
                .sum();
        if (lately == 0 && demand.length >= DEAD_DAYS) {
            return ObsolescenceStatus.DEAD;
        }
        if (units == 0) {
            return ObsolescenceStatus.EXCESS;
        }
        double coverDays = (double) closingUnits * judged / units;
        if (coverDays >= EXCESS_COVER_DAYS) {
            return ObsolescenceStatus.EXCESS;
        }
        return coverDays >= SLOW_COVER_DAYS ? ObsolescenceStatus.SLOW : ObsolescenceStatus.HEALTHY;
    }
}
