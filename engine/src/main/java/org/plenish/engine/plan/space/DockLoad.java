package org.plenish.engine.plan.space;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plenish.engine.model.Dataset;
import org.plenish.engine.model.ItemId;
import org.plenish.engine.model.WarehouseId;
import org.plenish.engine.plan.ReplenishmentPlan;
import org.plenish.engine.plan.space.DockDay.Kind;

/** What comes and goes at each dock by day: what is on order, and what the plan proposes. */
public final class DockLoad {

    private record Key(WarehouseId warehouse, LocalDate day, Kind kind) {}

    private static final class Load {
        private final Set<String> orders = new HashSet<>();
        private int lines;
        private long units;
        private double volumeM3;
        private int overdueLines;
    }

    private final Dataset dataset;
    private final LocalDate planDate;
    private final Map<Key, Load> loads = new HashMap<>();

    private DockLoad(Dataset dataset, ReplenishmentPlan plan) {
        this.dataset = dataset;
        this.planDate = plan.buckets().start();
    }

    /** By warehouse, day and kind; days without traffic are left out. */
    public static List<DockDay> of(Dataset dataset, ReplenishmentPlan plan) {
        DockLoad load = new DockLoad(dataset, plan);
        dataset.openPurchaseOrders()
                .forEach(order -> load.add(
                        order.location().warehouse(),
                        order.dueDate(),
                        Kind.OPEN_PURCHASE,
                        order.order(),
                        order.location().item(),
                        order.quantityUnits()));
        dataset.openTransfers()
                .forEach(transfer -> load.add(
                        transfer.to(),
                        transfer.dueDate(),
                        Kind.OPEN_TRANSFER,
                        transfer.order(),
                        transfer.item(),
                        transfer.quantityUnits()));
        plan.purchaseOrders()
                .forEach(order -> order.lines()
                        .forEach(line -> load.add(
                                order.warehouse(),
                                line.dueDate(),
                                Kind.PROPOSED_PURCHASE,
                                order.number(),
                                line.item(),
                                line.quantityUnits())));
        plan.transfers()
                .forEach(order -> order.lines().forEach(line -> {
                    load.add(
                            order.to(),
                            order.dueDate(),
                            Kind.PROPOSED_TRANSFER_IN,
                            order.number(),
                            line.item(),
                            line.quantityUnits());
                    load.add(
                            order.from(),
                            order.shipDate(),
                            Kind.PROPOSED_TRANSFER_OUT,
                            order.number(),
                            line.item(),
                            line.quantityUnits());
                }));
        return load.days();
    }

    private void add(WarehouseId warehouse, LocalDate due, Kind kind, String order, ItemId item, int units) {
        boolean overdue = due.isBefore(planDate);
        Load load = loads.computeIfAbsent(new Key(warehouse, overdue ? planDate : due, kind), key -> new Load());
        load.orders.add(order);
        load.lines++;
        load.units += units;
        load.volumeM3 += units * dataset.item(item).unitVolumeM3();
        load.overdueLines += overdue ? 1 : 0;
    }

    private List<DockDay> days() {
        return loads.entrySet().stream()
                .map(entry -> new DockDay(
                        entry.getKey().warehouse(),
                        entry.getKey().day(),
                        entry.getKey().kind(),
                        entry.getValue().orders.size(),
                        entry.getValue().lines,
                        entry.getValue().units,
                        entry.getValue().volumeM3,
                        entry.getValue().overdueLines))
                .sorted(Comparator.comparing(DockDay::warehouse)
                        .thenComparing(DockDay::day)
                        .thenComparing(DockDay::kind))
                .toList();
    }
}
