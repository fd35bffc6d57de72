package org.plenish.engine.optimize;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tries other plans of single items within a plan that stays as it is: what that would change in cost, and which limits
 * stand against it. Holds the plan's use: one instance for each thread.
 */
final class PlanChange {

    private final ExactProblem index;
    private final SharedUse use;
    private final long[] spentMicros;

    PlanChange(ExactProblem index, ItemPlan[] plans) {
        this.index = index;
        this.use = SharedUse.of(index, plans);
        this.spentMicros = new long[index.cashPeriods()];
        for (int p = 0; p < spentMicros.length; p++) {
            spentMicros[p] = use.spentMicros(p);
        }
    }

    /** Of the plan as it is. */
    SharedUse use() {
        return use;
    }

    /** @param obstacles empty if the changed plan is over no limit by more than the plan is */
    record Outcome(CostBreakdown change, List<Obstacle> obstacles) {}

    /** @param old the plan's own for the item */
    Outcome of(ItemPlan old, ItemPlan changed) {
        long excess = use.excess();
        double trucks = truckCost(old, changed);
        long costMicros = use.costMicros();
        use.replace(old, changed);
        double sharedChange =
                FixedPoint.currency(use.costMicros() - costMicros - (changed.costMicros() - old.costMicros()));
        double trucksChange = truckCost(old, changed) - trucks;
        List<Obstacle> obstacles = use.excess() > excess ? obstacles(old, changed) : List.of();
        use.replace(changed, old);
        CostBreakdown shared = new CostBreakdown(0, 0, sharedChange - trucksChange, 0, 0, 0, 0, 0, trucksChange, 0, 0);
        return new Outcome(
                PlanCost.ofItem(index, changed)
                        .minus(PlanCost.ofItem(index, old))
                        .plus(shared),
                obstacles);
    }

    /** Change of the plan's cost alone, in millionths; {@link Long#MAX_VALUE} if a limit stands against it. */
    long costMicros(ItemPlan old, ItemPlan changed) {
        long excess = use.excess();
        long costMicros = use.costMicros();
        use.replace(old, changed);
        long change = use.excess() > excess ? Long.MAX_VALUE : use.costMicros() - costMicros;
        use.replace(changed, old);
        return change;
    }

    /** On all lanes and in all periods that one of both uses. */
    private double truckCost(ItemPlan old, ItemPlan changed) {
        if (old.transfers().equals(changed.transfers())) {
            return 0;
        }
        Set<List<Integer>> departures = new HashSet<>();
        old.transfers().forEach(transfer -> departures.add(List.of(transfer.lane(), transfer.period())));
        changed.transfers().forEach(transfer -> departures.add(List.of(transfer.lane(), transfer.period())));
        double cost = 0;
        for (List<Integer> departure : departures) {
            int lane = departure.get(0);
            cost += FixedPoint.currency(use.trucks(lane, departure.get(1)) * index.truckMicros(lane));
        }
        return cost;
    }

    /** With the changed plan in use. */
    private List<Obstacle> obstacles(ItemPlan old, ItemPlan changed) {
        List<Obstacle> obstacles = new ArrayList<>();
        for (int w = 0; w < index.warehouses(); w++) {
            if (old.site(w) != changed.site(w)) {
                addSpace(obstacles, old, changed, w);
            }
        }
        addCash(obstacles);
        for (int w = 0; w < index.warehouses(); w++) {
            if (old.site(w) != changed.site(w)) {
                addSupplierMinimums(obstacles, old, changed, w);
            }
        }
        if (changed.overdrawnUnits() > old.overdrawnUnits()) {
            obstacles.add(new Obstacle.StockToSend(changed.overdrawnUnits() - old.overdrawnUnits()));
        }
        return obstacles.isEmpty() ? List.of(new Obstacle.Other()) : obstacles;
    }

    private void addSpace(List<Obstacle> obstacles, ItemPlan old, ItemPlan changed, int warehouse) {
        for (int zone : index.zonesOf(changed.sku(), warehouse)) {
            int worst = -1;
            long most = 0;
            for (int t = 0; t < index.periods(); t++) {
                long missing = use.spaceCubicMillimetres(zone, t) - index.spaceCubicMillimetres(zone, t);
                boolean grew = changed.site(warehouse).peakCubicMillimetres(t)
                        > old.site(warehouse).peakCubicMillimetres(t);
                if (grew && missing > most) {
                    most = missing;
                    worst = t;
                }
            }
            if (worst >= 0) {
                obstacles.add(new Obstacle.Space(zone, worst, FixedPoint.cubicMetres(most)));
            }
        }
    }

    private void addCash(List<Obstacle> obstacles) {
        int worst = -1;
        long most = 0;
        for (int p = 0; p < spentMicros.length; p++) {
            long spent = use.spentMicros(p);
            long missing = spent - index.cashMicros(p);
            if (spent > spentMicros[p] && missing > most) {
                most = missing;
                worst = p;
            }
        }
        if (worst >= 0) {
            obstacles.add(new Obstacle.Cash(worst, FixedPoint.currency(most)));
        }
    }

    private void addSupplierMinimums(List<Obstacle> obstacles, ItemPlan old, ItemPlan changed, int warehouse) {
        Set<Integer> groups = new HashSet<>();
        for (ItemPlan plan : List.of(old, changed)) {
            for (OrderEntry order : plan.site(warehouse).orders()) {
                int supplier =
                        index.sku(plan.sku()).sources().get(order.source()).supplier();
                int group = index.group(supplier, warehouse, order.period());
                long missing = index.minOrderMicros(supplier) - use.groupValueMicros(group);
                boolean ordered = use.groupLines(group) > index.pinnedGroupLines(group);
                if (ordered && missing > 0 && groups.add(group)) {
                    obstacles.add(new Obstacle.SupplierMinimum(
                            supplier, warehouse, order.period(), FixedPoint.currency(missing)));
                }
            }
        }
    }
}
