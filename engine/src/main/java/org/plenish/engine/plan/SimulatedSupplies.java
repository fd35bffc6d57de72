package org.plenish.engine.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.OpenPurchaseOrder;
import org.plenish.engine.model.OpenTransfer;
import org.plenish.engine.model.PurchaseOrder;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.SupplierId;
import org.plenish.engine.model.SupplyOption;
import org.plenish.engine.model.TimeBuckets;
import org.plenish.engine.model.TransferOrder;
import org.plenish.engine.simulate.sample.ArticleModel.Arrival;
import org.plenish.engine.simulate.sample.ArticleModel.Move;
import org.plenish.engine.simulate.sample.ArticleModel.Site;
import org.plenish.engine.simulate.sample.RandomStream;

/** What is on its way and what the plan orders and moves, as the simulation takes it. */
final class SimulatedSupplies {

    /** Of goods that are never late nothing is drawn. */
    private static final RandomStream NOTHING_DRAWN = new RandomStream(0);

    private final Dataset dataset;
    private final TimeBuckets buckets;
    private final long seed;
    private final Map<ItemId, List<SupplyOption>> optionsByItem;
    private final Map<SkuLocation, List<OpenPurchaseOrder>> openOrders = new HashMap<>();
    private final Map<SkuLocation, List<OpenTransfer>> openTransfers = new HashMap<>();
    private final Map<SkuLocation, List<Planned>> planned = new HashMap<>();
    private final Map<ItemId, List<Shipped>> shipped = new HashMap<>();

    private record Planned(PurchaseOrder order, PurchaseOrder.Line line) {}

    private record Shipped(TransferOrder order, TransferOrder.Line line) {}

    SimulatedSupplies(Dataset dataset, ReplenishmentPlan plan, long seed) {
        this.dataset = dataset;
        this.seed = seed;
        buckets = plan.buckets();
        optionsByItem = dataset.supplyOptionsByItem();
        for (OpenPurchaseOrder order : dataset.openPurchaseOrders()) {
            gather(openOrders, order.location(), order);
        }
        for (OpenTransfer transfer : dataset.openTransfers()) {
            gather(openTransfers, new SkuLocation(transfer.item(), transfer.to()), transfer);
        }
        for (PurchaseOrder order : plan.purchaseOrders()) {
            for (PurchaseOrder.Line line : order.lines()) {
                gather(planned, new SkuLocation(line.item(), order.warehouse()), new Planned(order, line));
            }
        }
        for (TransferOrder order : plan.transfers()) {
            for (TransferOrder.Line line : order.lines()) {
                gather(shipped, line.item(), new Shipped(order, line));
            }
        }
    }

    private static <K, V> void gather(Map<K, List<V>> lists, K key, V value) {
        lists.computeIfAbsent(key, any -> new ArrayList<>()).add(value);
    }

    /** The option by which a supplier delivers there, of best priority. */
    Optional<SupplyOption> findOption(SupplierId supplier, SkuLocation to) {
        return optionsByItem.getOrDefault(to.item(), List.of()).stream()
                .filter(option -> option.supplier().equals(supplier) && option.delivers(to.warehouse()))
                .findFirst();
    }

    /** What a supplier sends to a warehouse on one day comes on one day. */
    RandomStream shipment(SupplierId supplier, SkuLocation to) {
        return RandomStream.of(
                seed, "shipment", supplier.value(), to.warehouse().value());
    }

    /**
     * @param site index of the location
     * @param goesOn a policy takes over after the first bucket, so that the plan's later orders are not placed
     * @param lineOrderCost of an order line and its share of the order's
     */
    List<Arrival> arrivals(int site, SkuLocation location, boolean goesOn, double lineOrderCost) {
        List<Arrival> arrivals = new ArrayList<>();
        openOrders.getOrDefault(location, List.of()).forEach(order -> arrivals.add(open(site, order)));
        for (OpenTransfer transfer : openTransfers.getOrDefault(location, List.of())) {
            arrivals.add(new Arrival(
                    site, transfer.quantityUnits(), day(transfer.dueDate()), 0, 0, NOTHING_DRAWN, 0, -1, 0, 0));
        }
        for (Planned order : planned.getOrDefault(location, List.of())) {
            if (!goesOn || buckets.indexOf(order.order().orderDate()) <= 0) {
                arrivals.add(proposed(site, location, order, lineOrderCost));
            }
        }
        return arrivals;
    }

    private Arrival open(int site, OpenPurchaseOrder order) {
        LocalDate ordered = order.orderDate();
        int leadTimeDays = ordered == null
                ? findOption(order.supplier(), order.location())
                        .map(SupplyOption::leadTimeDays)
                        .orElse(0)
                : Math.max(0, day(order.dueDate()) - day(ordered));
        return new Arrival(
                site,
                order.quantityUnits(),
                day(order.dueDate()) - leadTimeDays,
                leadTimeDays,
                dataset.supplier(order.supplier()).leadTimeSdDays(),
                RandomStream.of(seed, "open order", order.order()),
                0,
                -1,
                0,
                0);
    }

    private Arrival proposed(int site, SkuLocation location, Planned planned, double lineOrderCost) {
        SupplierId supplier = planned.order().supplier();
        LocalDate ordered = planned.order().orderDate();
        return new Arrival(
                site,
                planned.line().quantityUnits(),
                day(ordered),
                day(planned.line().dueDate()) - day(ordered),
                dataset.supplier(supplier).leadTimeSdDays(),
                shipment(supplier, location),
                ordered.toEpochDay(),
                Math.max(0, buckets.indexOf(ordered)),
                planned.line().value().toDouble(),
                lineOrderCost);
    }

    /**
     * Without those whose ends are not planned, and those of later buckets to where a policy takes over.
     *
     * @param at the locations of {@code sites}
     */
    List<Move> moves(ItemId item, List<SkuLocation> at, List<Site> sites) {
        List<Move> moves = new ArrayList<>();
        for (Shipped move : shipped.getOrDefault(item, List.of())) {
            int from = at.indexOf(new SkuLocation(item, move.order().from()));
            int to = at.indexOf(new SkuLocation(item, move.order().to()));
            int bucket = Math.max(0, buckets.indexOf(move.order().shipDate()));
            if (from >= 0 && to >= 0 && (bucket == 0 || sites.get(to).reorder() == null)) {
                int arrival = Math.max(bucket, buckets.indexOf(move.order().dueDate()));
                moves.add(new Move(from, to, move.line().quantityUnits(), bucket, arrival));
            }
        }
        return moves;
    }

    private int day(LocalDate date) {
        return Math.toIntExact(date.toEpochDay() - buckets.start().toEpochDay());
    }
}
