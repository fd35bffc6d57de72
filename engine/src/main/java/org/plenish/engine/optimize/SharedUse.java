package org.plenish.engine.optimize;

import java.util.List;
import org.plenish.engine.optimize.OptimizationResult.OrderLine;
import org.plenish.engine.optimize.OptimizationResult.TransferLine;
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
    private final long[] groupVolume;
    private final long[][] laneVolume;
    private long itemCostMicros;
    private long sharedCostMicros;
    private long spaceExcess;
    private long groupExcess;
    private long cashExcess;
    private long overdrawnUnits;

    public SharedUse(ExactProblem index) {
        this.index = index;
        this.space = new long[index.zones()][index.periods()];
        this.payments = new long[index.paymentPeriods()];
        this.groupValue = new long[index.groups()];
        this.groupLines = new int[index.groups()];
        this.groupVolume = new long[index.groups()];
        this.laneVolume = new long[index.problem().lanes().size()][index.periods()];
        addPinnedLines();
        updateCashExcess();
    }

    /** What they pay is out of the cash already, what they bring among the receipts. */
    private void addPinnedLines() {
        itemCostMicros = FixedPoint.micros(index.pinnedCost().total());
        for (OrderLine line : index.problem().pinnedOrders()) {
            Source source = index.sku(line.sku()).sources().get(line.source());
            long volume = line.quantityUnits() * index.unitCubicMillimetres(line.sku());
            addToGroup(index.group(line), index.lineValueMicros(source, line.quantityUnits()), volume, 1);
        }
        for (TransferLine line : index.problem().pinnedTransfers()) {
            addToLane(line.lane(), line.period(), line.quantityUnits() * index.unitCubicMillimetres(line.sku()));
        }
    }

    /** The use of all plans together. */
    public static SharedUse of(ExactProblem index, ItemPlan[] plans) {
        SharedUse use = new SharedUse(index);
        for (ItemPlan plan : plans) {
            use.add(plan);
        }
        return use;
    }

    /**
     * A copy that leaves only part of the free space and cash: who plans beside others takes no more than that.
     *
     * @param share 0 to 1, of what is free
     */
    public SharedUse leaving(double share) {
        SharedUse copy = new SharedUse(index);
        for (int zone = 0; zone < space.length; zone++) {
            for (int t = 0; t < index.periods(); t++) {
                long free = index.spaceCubicMillimetres(zone, t) - space[zone][t];
                copy.space[zone][t] = space[zone][t] + taken(free, share);
            }
        }
        System.arraycopy(payments, 0, copy.payments, 0, payments.length);
        long[] free = freeCash();
        long takenBefore = 0;
        for (int period = 0; period < free.length; period++) {
            long taken = taken(free[period], share);
            copy.payments[period] += index.cashCarriesForward() ? taken - takenBefore : taken;
            takenBefore = taken;
        }
        System.arraycopy(groupValue, 0, copy.groupValue, 0, groupValue.length);
        System.arraycopy(groupLines, 0, copy.groupLines, 0, groupLines.length);
        System.arraycopy(groupVolume, 0, copy.groupVolume, 0, groupVolume.length);
        for (int lane = 0; lane < laneVolume.length; lane++) {
            copy.laneVolume[lane] = laneVolume[lane].clone();
        }
        copy.itemCostMicros = itemCostMicros;
        copy.sharedCostMicros = sharedCostMicros;
        copy.spaceExcess = spaceExcess;
        copy.groupExcess = groupExcess;
        copy.cashExcess = cashExcess;
        copy.overdrawnUnits = overdrawnUnits;
        return copy;
    }

    /** By period; where cash carries forward, what no later limit needs: it never falls. */
    private long[] freeCash() {
        long[] free = new long[index.cashPeriods()];
        for (int period = 0; period < free.length; period++) {
            free[period] = index.cashMicros(period) - spentMicros(period);
        }
        for (int period = free.length - 2; index.cashCarriesForward() && period >= 0; period--) {
            free[period] = Math.min(free[period], free[period + 1]);
        }
        return free;
    }

    private static long taken(long free, double share) {
        return free <= 0 ? 0 : free - (long) (share * free);
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
        for (int w = 0; w < index.warehouses(); w++) {
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
        for (int w = 0; w < index.warehouses(); w++) {
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
                for (int zone : index.zonesOf(plan.sku(), warehouse)) {
                    spaceExcess -= spaceExcess(zone, t);
                    space[zone][t] += sign * peak;
                    spaceExcess += spaceExcess(zone, t);
                }
            }
        }
        Sku sku = index.sku(plan.sku());
        for (OrderEntry order : site.orders()) {
            Source source = sku.sources().get(order.source());
            long value = sign * index.lineValueMicros(source, order.units());
            payments[index.paymentPeriod(source, order.period())] += value;
            long volume = sign * order.units() * index.unitCubicMillimetres(plan.sku());
            addToGroup(index.group(source.supplier(), warehouse, order.period()), value, volume, sign);
        }
    }

    private void addToGroup(int group, long valueMicros, long cubicMillimetres, int lines) {
        groupExcess -= groupExcess(group);
        sharedCostMicros -= groupCost(group);
        groupValue[group] += valueMicros;
        groupVolume[group] += cubicMillimetres;
        groupLines[group] += lines;
        groupExcess += groupExcess(group);
        sharedCostMicros += groupCost(group);
    }

    private void changeTransfers(ItemPlan plan, int sign) {
        for (TransferEntry transfer : plan.transfers()) {
            addToLane(
                    transfer.lane(),
                    transfer.period(),
                    sign * transfer.units() * index.unitCubicMillimetres(plan.sku()));
        }
    }

    private void addToLane(int lane, int period, long cubicMillimetres) {
        sharedCostMicros -= truckCost(lane, period);
        laneVolume[lane][period] += cubicMillimetres;
        sharedCostMicros += truckCost(lane, period);
    }

    private long groupCost(int group) {
        int supplier = index.supplierOfGroup(group);
        return groupLines[group] > 0
                ? index.headerMicros(supplier) + index.containerMicros(supplier) * (containers(group) - 1)
                : 0;
    }

    /** Started containers: one at least of a group with a line, none of others. */
    public long containers(int group) {
        long container = index.containerCubicMillimetres(index.supplierOfGroup(group));
        return groupLines[group] > 0 ? Math.max(1, (groupVolume[group] + container - 1) / container) : 0;
    }

    private long truckCost(int lane, int period) {
        return trucks(lane, period) * index.truckMicros(lane);
    }

    /** Started trucks. */
    public long trucks(int lane, int period) {
        long truck = index.truckCubicMillimetres(lane);
        return (laneVolume[lane][period] + truck - 1) / truck;
    }

    private long spaceExcess(int zone, int period) {
        return thousandths(space[zone][period] - index.spaceCubicMillimetres(zone, period));
    }

    /** A group of pinned lines only is as a person wants it; whoever joins it brings it to the minimum. */
    private long groupExcess(int group) {
        return groupLines[group] > index.pinnedGroupLines(group)
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

    public long spaceCubicMillimetres(int zone, int period) {
        return space[zone][period];
    }

    /** What leaves in a period but for pinned lines, together with all before it where cash carries forward. */
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

    /** What leaves in the period alone. */
    public long paymentMicros(int period) {
        return payments[period];
    }

    public long groupValueMicros(int group) {
        return groupValue[group];
    }

    /** Lines of the order, pinned ones among them. */
    public int groupLines(int group) {
        return groupLines[group];
    }

    public long groupCubicMillimetres(int group) {
        return groupVolume[group];
    }

    public long laneCubicMillimetres(int lane, int period) {
        return laneVolume[lane][period];
    }

    /** The limits that are not kept; see {@link Violation}. */
    public List<Violation> violations(ItemPlan[] plans) {
        return Violations.of(this, plans);
    }
}
