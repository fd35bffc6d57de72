package org.plenish.engine.optimize;

import java.util.ArrayList;
import java.util.List;
import org.plenish.engine.optimize.OptimizationResult.Violation;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;

/**
 * What all item plans together use of what they share, and what that costs: space, cash, order groups, trucks. Exact
 * and incremental: an item plan is taken out or put in, at a cost of its own size.
 *
 * <p>The excess over all limits is counted in cm³ of space, thousandths of the currency unit of money, and thousandths
 * of a unit that a sender does not have.
 */
public final class SharedUse {

    private final ExactProblem index;
    private final long[][] space;
    private final long[] payments;
    private final long[] groupValue;
    private final int[] groupLines;
    private final long[][] laneVolume;
    private long itemCostMicros;
    private long sharedCostMicros;
    private long spaceExcess;
    private long groupExcess;
    private long cashExcess;
    private long overdrawnUnits;

    public SharedUse(ExactProblem index) {
        this.index = index;
        this.space = new long[index.warehouses()][index.periods()];
        this.payments = new long[index.paymentPeriods()];
        this.groupValue = new long[index.groups()];
        this.groupLines = new int[index.groups()];
        this.laneVolume = new long[index.problem().lanes().size()][index.periods()];
    }

    /** The use of all plans together. */
    public static SharedUse of(ExactProblem index, ItemPlan[] plans) {
        SharedUse use = new SharedUse(index);
        for (ItemPlan plan : plans) {
            use.add(plan);
        }
        return use;
    }

    public ExactProblem index() {
        return index;
    }

    public void add(ItemPlan plan) {
        change(plan, 1);
    }

    public void remove(ItemPlan plan) {
        change(plan, -1);
    }

    /** Takes one plan out and puts another of the same SKU in; touches only the warehouses that differ. */
    public void replace(ItemPlan old, ItemPlan changed) {
        itemCostMicros += changed.costMicros() - old.costMicros();
        overdrawnUnits += changed.overdrawnUnits() - old.overdrawnUnits();
        boolean paymentsChanged = false;
        for (int w = 0; w < space.length; w++) {
            if (old.site(w) != changed.site(w)) {
                changeSite(old, w, -1);
                changeSite(changed, w, 1);
                paymentsChanged |= !old.site(w).orders().equals(changed.site(w).orders());
            }
        }
        if (paymentsChanged) {
            updateCashExcess();
        }
        if (!old.transfers().equals(changed.transfers())) {
            changeTransfers(old, -1);
            changeTransfers(changed, 1);
        }
    }

    private void change(ItemPlan plan, int sign) {
        itemCostMicros += sign * plan.costMicros();
        overdrawnUnits += sign * plan.overdrawnUnits();
        for (int w = 0; w < space.length; w++) {
            changeSite(plan, w, sign);
        }
        changeTransfers(plan, sign);
        updateCashExcess();
    }

    private void changeSite(ItemPlan plan, int warehouse, int sign) {
        SitePlan site = plan.site(warehouse);
        for (int t = 0; t < index.periods(); t++) {
            long peak = site.peakCubicMillimetres(t);
            if (peak != 0) {
                spaceExcess -= spaceExcess(warehouse, t);
                space[warehouse][t] += sign * peak;
                spaceExcess += spaceExcess(warehouse, t);
            }
        }
        Sku sku = index.sku(plan.sku());
        for (OrderEntry order : site.orders()) {
            Source source = sku.sources().get(order.source());
            long value = sign * index.lineValueMicros(source, order.units());
            payments[index.paymentPeriod(source, order.period())] += value;
            int group = index.group(source.supplier(), warehouse, order.period());
            groupExcess -= groupExcess(group);
            sharedCostMicros -= headerCost(group);
            groupValue[group] += value;
            groupLines[group] += sign;
            groupExcess += groupExcess(group);
            sharedCostMicros += headerCost(group);
        }
    }

    private void changeTransfers(ItemPlan plan, int sign) {
        for (TransferEntry transfer : plan.transfers()) {
            int lane = transfer.lane();
            sharedCostMicros -= truckCost(lane, transfer.period());
            laneVolume[lane][transfer.period()] += sign * transfer.units() * index.unitCubicMillimetres(plan.sku());
            sharedCostMicros += truckCost(lane, transfer.period());
        }
    }

    private long headerCost(int group) {
        return groupLines[group] > 0 ? index.headerMicros(index.supplierOfGroup(group)) : 0;
    }

    private long truckCost(int lane, int period) {
        return trucks(lane, period) * index.truckMicros(lane);
    }

    /** Started trucks. */
    public long trucks(int lane, int period) {
        long truck = index.truckCubicMillimetres(lane);
        return (laneVolume[lane][period] + truck - 1) / truck;
    }

    private long spaceExcess(int warehouse, int period) {
        return thousandths(space[warehouse][period] - index.spaceCubicMillimetres(warehouse, period));
    }

    private long groupExcess(int group) {
        return groupLines[group] > 0
                ? thousandths(index.minOrderMicros(index.supplierOfGroup(group)) - groupValue[group])
                : 0;
    }

    private void updateCashExcess() {
        long excess = 0;
        long spent = 0;
        for (int period = 0; period < index.cashPeriods(); period++) {
            spent = index.cashCarriesForward() ? spent + payments[period] : payments[period];
            excess += thousandths(spent - index.cashMicros(period));
        }
        cashExcess = excess;
    }

    private static long thousandths(long excess) {
        return excess > 0 ? (excess + 999) / 1000 : 0;
    }

    /** What the plan costs in all, in millionths of the currency unit. */
    public long costMicros() {
        return itemCostMicros + sharedCostMicros;
    }

    /** How far the plan is over all limits together; 0 if it keeps them. */
    public long excess() {
        return spaceExcess + cashExcess + groupExcess + 1000 * overdrawnUnits;
    }

    public long spaceExcess() {
        return spaceExcess;
    }

    public long cashExcess() {
        return cashExcess;
    }

    public long groupExcess() {
        return groupExcess;
    }

    public long spaceCubicMillimetres(int warehouse, int period) {
        return space[warehouse][period];
    }

    /** What leaves in a period, together with all before it where cash carries forward. */
    public long spentMicros(int period) {
        if (!index.cashCarriesForward()) {
            return payments[period];
        }
        long spent = 0;
        for (int p = 0; p <= period; p++) {
            spent += payments[p];
        }
        return spent;
    }

    public long groupValueMicros(int group) {
        return groupValue[group];
    }

    public int groupLines(int group) {
        return groupLines[group];
    }

    public long laneCubicMillimetres(int lane, int period) {
        return laneVolume[lane][period];
    }

    /** The limits that are not kept, each with its place in words. */
    public List<Violation> violations(ItemPlan[] plans) {
        ReplenishmentProblem problem = index.problem();
        List<Violation> violations = new ArrayList<>();
        for (int w = 0; w < space.length; w++) {
            for (int t = 0; t < index.periods(); t++) {
                if (spaceExcess(w, t) > 0) {
                    violations.add(new Violation(
                            "space",
                            "warehouse " + problem.warehouses().get(w) + ", period " + t,
                            FixedPoint.cubicMetres(space[w][t] - index.spaceCubicMillimetres(w, t))));
                }
            }
        }
        for (int period = 0; period < index.cashPeriods(); period++) {
            long over = spentMicros(period) - index.cashMicros(period);
            if (over > 0) {
                violations.add(new Violation("cash", "period " + period, FixedPoint.currency(over)));
            }
        }
        for (int group = 0; group < groupLines.length; group++) {
            if (groupExcess(group) > 0) {
                int supplier = index.supplierOfGroup(group);
                violations.add(new Violation(
                        "min_order_value",
                        "supplier " + problem.suppliers().get(supplier).id() + ", warehouse "
                                + problem.warehouses().get(index.warehouseOfGroup(group)) + ", period "
                                + index.periodOfGroup(group),
                        FixedPoint.currency(index.minOrderMicros(supplier) - groupValue[group])));
            }
        }
        for (ItemPlan plan : plans) {
            if (plan.overdrawnUnits() > 0) {
                violations.add(
                        new Violation("transfer", "SKU " + index.sku(plan.sku()).id(), plan.overdrawnUnits()));
            }
        }
        return violations;
    }
}
