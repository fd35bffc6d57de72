package org.plenish.engine.optimize.pricing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.optimize.ExactProblem;
import org.plenish.engine.optimize.FixedPoint;
import org.plenish.engine.optimize.ItemPlan;
import org.plenish.engine.optimize.OrderEntry;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;
import org.plenish.engine.optimize.SharedUse;
import org.plenish.engine.optimize.SitePlan;
import org.plenish.engine.optimize.TransferEntry;

/**
 * Builds one plan that keeps the limits from what the SKUs would do alone: each in turn plans again, given the rest,
 * under prices that rise where a limit is broken, until none is; what then remains is cut line by line, and a group that
 * cutting left below its supplier's minimum is dropped. Deterministic.
 */
public final class Assembly {

    private static final int ROUNDS = 14;
    /** What cannot be sent for want of a dropped line stays where it is, and may need space there. */
    private static final int REPAIRS = 5;
    /** A broken limit's first extra price: a whole limit then costs this share of the plan. */
    private static final double FIRST_RAISE_SHARE = 0.02;

    private static final double RAISE_FACTOR = 1.6;

    private final ExactProblem index;
    private final LimitPrices base;
    private final ItemPlan[] plans;
    private final SharedUse use;
    private final Replanning replanning;

    public Assembly(ExactProblem index, Pricing.Outcome pricing) {
        this.index = index;
        this.base = pricing.prices();
        this.plans = pricing.plans().clone();
        this.use = SharedUse.of(index, plans);
        this.replanning = new Replanning(index);
    }

    /** @param enough asked between the rounds: the cutting at the end is always done */
    public ItemPlan[] run(BooleanSupplier enough) {
        double raise = FIRST_RAISE_SHARE * Math.max(1, FixedPoint.currency(use.costMicros()));
        for (int round = 0; round < ROUNDS && !enough.getAsBoolean(); round++) {
            long before = use.excess();
            settleGroups();
            sweep(Replanning.Prices.of(index, raised(raise), 1));
            proposeTransfers();
            if (before == 0 && use.excess() == 0) {
                break;
            }
            raise *= RAISE_FACTOR;
        }
        for (int repair = 0; repair < REPAIRS && (repair == 0 || use.excess() > 0); repair++) {
            settleGroups();
            cut();
            dropShortGroups();
        }
        return plans.clone();
    }

    /** The base prices, higher where the plan is over a limit. */
    private LimitPrices raised(double raise) {
        LimitPrices prices = LimitPrices.zero(index);
        for (int w = 0; w < index.warehouses(); w++) {
            for (int t = 0; t < index.periods(); t++) {
                long limit = index.spaceCubicMillimetres(w, t);
                boolean over = use.spaceCubicMillimetres(w, t) > limit;
                prices.space()[w][t] =
                        base.space()[w][t] + (over ? raise / Math.max(1e-3, FixedPoint.cubicMetres(limit)) : 0);
            }
        }
        for (int p = 0; p < index.cashPeriods(); p++) {
            boolean over = use.spentMicros(p) > index.cashMicros(p);
            prices.cashLimit()[p] =
                    base.cashLimit()[p] + (over ? raise / Math.max(1, FixedPoint.currency(index.cashMicros(p))) : 0);
        }
        return prices;
    }

    private void sweep(Replanning.Prices prices) {
        for (int sku = 0; sku < plans.length; sku++) {
            for (int w = 0; w < index.warehouses(); w++) {
                replaceIfBetter(replanning.site(use, plans[sku], w, prices));
            }
        }
    }

    private void proposeTransfers() {
        Replanning.Prices prices = Replanning.Prices.of(index, base, 1);
        for (int sku = 0; sku < plans.length; sku++) {
            for (TransferEntry proposal : replanning.proposals(plans[sku])) {
                // An earlier proposal may have taken the stock.
                if (replanning.proposals(plans[sku]).contains(proposal)) {
                    replaceIfBetter(replanning.withTransfer(use, plans[sku], proposal, prices));
                }
            }
        }
    }

    /** Less over the limits, or as much and cheaper. */
    private boolean replaceIfBetter(ItemPlan candidate) {
        ItemPlan old = plans[candidate.sku()];
        long excess = use.excess();
        long cost = use.costMicros();
        use.replace(old, candidate);
        if (use.excess() < excess || (use.excess() == excess && use.costMicros() < cost)) {
            plans[candidate.sku()] = candidate;
            return true;
        }
        use.replace(candidate, old);
        return false;
    }

    /** Where a line stands, for all that must find lines by what they use. */
    private record Line(int sku, int warehouse, OrderEntry order) {}

    private List<List<Line>> linesByGroup() {
        List<List<Line>> byGroup = new ArrayList<>();
        for (int group = 0; group < index.groups(); group++) {
            byGroup.add(new ArrayList<>(0));
        }
        for (ItemPlan plan : plans) {
            for (int w = 0; w < index.warehouses(); w++) {
                for (OrderEntry order : plan.site(w).orders()) {
                    byGroup.get(index.group(source(plan.sku(), order).supplier(), w, order.period()))
                            .add(new Line(plan.sku(), w, order));
                }
            }
        }
        return byGroup;
    }

    private Source source(int sku, OrderEntry order) {
        return index.sku(sku).sources().get(order.source());
    }

    /** Each group below its supplier's minimum is filled up or dropped, whichever costs less. */
    private void settleGroups() {
        if (use.groupExcess() == 0) {
            return;
        }
        List<List<Line>> byGroup = linesByGroup();
        for (int group = 0; group < byGroup.size(); group++) {
            if (isBelowMinimum(group)) {
                ItemPlan[] before = plansOf(byGroup.get(group));
                fillUp(group, byGroup.get(group));
                long filledExcess = use.excess();
                long filledCost = use.costMicros();
                ItemPlan[] filled = plansOf(byGroup.get(group));
                putBack(before);
                drop(group, byGroup.get(group));
                if (filledExcess < use.excess() || (filledExcess == use.excess() && filledCost < use.costMicros())) {
                    putBack(filled);
                }
            }
        }
    }

    private boolean isBelowMinimum(int group) {
        return use.groupLines(group) > 0
                && use.groupValueMicros(group) < index.minOrderMicros(index.supplierOfGroup(group));
    }

    private ItemPlan[] plansOf(List<Line> lines) {
        return lines.stream().map(line -> plans[line.sku()]).toArray(ItemPlan[]::new);
    }

    private void putBack(ItemPlan[] old) {
        for (ItemPlan plan : old) {
            use.replace(plans[plan.sku()], plan);
            plans[plan.sku()] = plan;
        }
    }

    /** Adds packs where they cost least for the value they bring, until the minimum is met or no line may grow. */
    private void fillUp(int group, List<Line> lines) {
        int warehouse = index.warehouseOfGroup(group);
        while (isBelowMinimum(group)) {
            ItemPlan cheapest = null;
            double least = Double.POSITIVE_INFINITY;
            for (Line line : lines) {
                ItemPlan grown = grown(line, warehouse);
                if (grown != null) {
                    ItemPlan old = plans[line.sku()];
                    double cost = use.costMicros();
                    double value = use.groupValueMicros(group);
                    use.replace(old, grown);
                    double loss = (use.costMicros() - cost) / Math.max(1, use.groupValueMicros(group) - value);
                    use.replace(grown, old);
                    if (loss < least) {
                        least = loss;
                        cheapest = grown;
                    }
                }
            }
            if (cheapest == null) {
                return;
            }
            use.replace(plans[cheapest.sku()], cheapest);
            plans[cheapest.sku()] = cheapest;
        }
    }

    private @Nullable ItemPlan grown(Line line, int warehouse) {
        ItemPlan plan = plans[line.sku()];
        List<OrderEntry> orders = new ArrayList<>(plan.site(warehouse).orders());
        for (int i = 0; i < orders.size(); i++) {
            OrderEntry order = orders.get(i);
            Source source = source(line.sku(), order);
            if (order.source() == line.order().source()
                    && order.period() == line.order().period()
                    && order.units() + source.packUnits() <= source.maxOrderQuantityUnits()) {
                orders.set(i, order.withUnits(order.units() + source.packUnits()));
                return plan.withOrders(index, warehouse, orders);
            }
        }
        return null;
    }

    /** Plans each line's SKU again with the group closed. */
    private void drop(int group, List<Line> lines) {
        int warehouse = index.warehouseOfGroup(group);
        int period = index.periodOfGroup(group);
        Replanning.Prices prices = Replanning.Prices.of(index, base, 1);
        for (Line line : lines) {
            Sku sku = index.sku(line.sku());
            SiteTerms terms = replanning.terms(use, plans[line.sku()], warehouse, prices);
            for (int k = 0; k < sku.sources().size(); k++) {
                if (sku.sources().get(k).supplier() == index.supplierOfGroup(group)) {
                    terms.close(k, period);
                }
            }
            ItemPlan without = replanning.solve(plans[line.sku()], warehouse, terms);
            use.replace(plans[line.sku()], without);
            plans[line.sku()] = without;
        }
    }

    /** Where cutting left a group below its minimum the whole group goes: nothing less keeps the minimum. */
    private void dropShortGroups() {
        if (use.groupExcess() == 0) {
            return;
        }
        List<List<Line>> byGroup = linesByGroup();
        for (int group = 0; group < byGroup.size(); group++) {
            if (isBelowMinimum(group)) {
                for (Line line : byGroup.get(group)) {
                    ItemPlan old = plans[line.sku()];
                    ItemPlan less = withoutOverdrawn(without(old, line.warehouse(), line.order()));
                    use.replace(old, less);
                    plans[line.sku()] = less;
                }
            }
        }
    }

    /** Latest transfers go first, as far as the senders no longer have the stock. */
    private ItemPlan withoutOverdrawn(ItemPlan plan) {
        List<TransferEntry> transfers = new ArrayList<>(plan.transfers());
        transfers.sort(Comparator.comparingInt(TransferEntry::period));
        ItemPlan possible = plan;
        while (possible.overdrawnUnits() > 0) {
            transfers.remove(transfers.size() - 1);
            possible = plan.withTransfers(index, transfers);
        }
        return possible;
    }

    /** Takes lines out, cheapest for what they free first, as long as that brings the plan nearer to its limits. */
    private void cut() {
        boolean improved = use.excess() > 0;
        while (improved) {
            improved = false;
            List<Cut> cuts = new ArrayList<>();
            for (ItemPlan plan : plans) {
                for (int w = 0; w < index.warehouses(); w++) {
                    for (OrderEntry order : plan.site(w).orders()) {
                        addCut(cuts, plan, w, order);
                    }
                }
            }
            cuts.sort(Comparator.comparingDouble(Cut::lossForEach));
            for (Cut cut : cuts) {
                if (use.excess() > 0
                        && plans[cut.sku()].site(cut.warehouse()).orders().contains(cut.order())) {
                    improved |= replaceIfBetter(without(plans[cut.sku()], cut.warehouse(), cut.order()));
                }
            }
        }
    }

    private record Cut(int sku, int warehouse, OrderEntry order, double lossForEach) {}

    private void addCut(List<Cut> cuts, ItemPlan plan, int warehouse, OrderEntry order) {
        ItemPlan less = without(plan, warehouse, order);
        long excess = use.excess();
        long cost = use.costMicros();
        use.replace(plan, less);
        long freed = excess - use.excess();
        long loss = use.costMicros() - cost;
        use.replace(less, plan);
        if (freed > 0) {
            cuts.add(new Cut(plan.sku(), warehouse, order, (double) loss / freed));
        }
    }

    private ItemPlan without(ItemPlan plan, int warehouse, OrderEntry order) {
        SitePlan site = plan.site(warehouse);
        List<OrderEntry> orders = new ArrayList<>(site.orders());
        orders.remove(order);
        return plan.withOrders(index, warehouse, orders);
    }
}
