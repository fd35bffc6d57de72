package org.plenish.engine.optimize.pricing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.ObjIntConsumer;
import java.util.function.UnaryOperator;
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
 * Builds one plan that keeps the limits from what the SKUs would do alone: they plan again, given the rest, under
 * prices that rise where a limit is broken, until none is, and trucks that are hardly used are emptied; what then
 * remains is cut line by line, and a group that cutting left below its supplier's minimum is dropped. A last round uses
 * what is still free. SKUs plan in batches side by side and are taken in their order as far as that helps, so the plan
 * does not depend on threads.
 */
public final class Assembly {

    private static final int ROUNDS = 14;
    /** What cannot be sent for want of a dropped line stays where it is, and may need space there. */
    private static final int REPAIRS = 5;
    /** A broken limit's first extra price: a whole limit then costs this share of the plan. */
    private static final double FIRST_RAISE_SHARE = 0.02;

    private static final double RAISE_FACTOR = 1.6;
    /** SKUs of a batch do not see each other's new plans: few enough that a limit is not left by all of them at once. */
    private static final int BATCHES = 100;

    private static final int LARGEST_BATCH = 128;
    /** Of more trucks the last one's rest hardly counts, and by volume is what they cost. */
    private static final int FEW_TRUCKS = 2;

    private final ExactProblem index;
    private final LimitPrices base;
    private final ItemPlan[] plans;
    private final SharedUse use;
    private final Replanning replanning;
    private final InParallel parallel;

    /**
     * @param prices under which SKUs plan
     * @param start what each SKU would do alone
     */
    public Assembly(ExactProblem index, LimitPrices prices, ItemPlan[] start, InParallel parallel) {
        this.index = index;
        this.parallel = parallel;
        this.base = prices;
        this.plans = start.clone();
        this.use = SharedUse.of(index, plans);
        this.replanning = new Replanning(index);
    }

    /**
     * Assembles from each start and takes the best plan, an SKU's plan from another one where that is better in it.
     *
     * @param starts the second and further ones are left out when there is no time
     * @param enough asked before each further start and between rounds
     */
    public static ItemPlan[] best(
            ExactProblem index,
            LimitPrices prices,
            List<ItemPlan[]> starts,
            InParallel parallel,
            BooleanSupplier enough) {
        Assembly best = new Assembly(index, prices, starts.get(0), parallel);
        best.run(enough);
        for (ItemPlan[] start : starts.subList(1, starts.size())) {
            if (!enough.getAsBoolean()) {
                Assembly other = new Assembly(index, prices, start, parallel);
                other.run(enough);
                Assembly worse = other.isBetterThan(best) ? best : other;
                best = worse == best ? other : best;
                for (ItemPlan plan : worse.plans) {
                    best.replaceIfBetter(plan);
                }
            }
        }
        return best.plans.clone();
    }

    private boolean isBetterThan(Assembly other) {
        return use.excess() < other.use.excess()
                || (use.excess() == other.use.excess() && use.costMicros() < other.use.costMicros());
    }

    /** @param enough asked between the rounds: the cutting at the end is always done */
    public ItemPlan[] run(BooleanSupplier enough) {
        double raise = FIRST_RAISE_SHARE * Math.max(1, FixedPoint.currency(use.costMicros()));
        for (int round = 0; round < ROUNDS && !enough.getAsBoolean(); round++) {
            long before = use.excess();
            settleGroups();
            sweep(Replanning.Prices.of(index, base.raised(index, use, raise), 1));
            emptyTrucks();
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
            sendOnlyWhatIsThere();
        }
        if (use.excess() == 0) {
            sweep(Replanning.Prices.of(index, base, 1).capped(true));
        }
        return plans.clone();
    }

    /** Cutting one limit's excess may have taken lines whose units were to be sent on. */
    private void sendOnlyWhatIsThere() {
        for (ItemPlan plan : plans.clone()) {
            if (plan.overdrawnUnits() > 0) {
                ItemPlan possible = withoutOverdrawn(plan);
                use.replace(plan, possible);
                plans[plan.sku()] = possible;
            }
        }
    }

    private void sweep(Replanning.Prices prices) {
        int warehouses = index.warehouses();
        int batch = Math.max(1, Math.min(LARGEST_BATCH, plans.length / BATCHES));
        for (int from = 0; from < plans.length; from += batch) {
            int first = from;
            int sites = Math.min(batch, plans.length - from) * warehouses;
            SiteLotSizing.Answer[] answers = new SiteLotSizing.Answer[sites];
            ObjIntConsumer<Replanning> plan = (own, site) ->
                    answers[site] = own.answer(use, plans[first + site / warehouses], site % warehouses, prices);
            if (batch == 1) {
                for (int site = 0; site < sites; site++) {
                    plan.accept(replanning, site);
                }
            } else {
                parallel.forEach(sites, () -> new Replanning(index), plan);
            }
            for (int site = 0; site < sites; site++) {
                replaceIfBetter(answers[site].in(plans[first + site / warehouses], index, site % warehouses));
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

    /**
     * By volume a truck costs little; a started one costs all. What goes on a lane in a period goes a period earlier or
     * later, or not at all, where that is better for the plan.
     */
    private void emptyTrucks() {
        Replanning.Prices prices = Replanning.Prices.of(index, base, 1);
        for (int l = 0; l < index.problem().lanes().size(); l++) {
            for (int t = 0; t < index.periods(); t++) {
                if (use.trucks(l, t) > 0 && use.trucks(l, t) <= FEW_TRUCKS) {
                    emptyTruck(l, t, prices);
                }
            }
        }
    }

    private void emptyTruck(int lane, int period, Replanning.Prices prices) {
        List<ItemPlan> members = new ArrayList<>();
        for (ItemPlan plan : plans) {
            if (plan.transfers().stream().anyMatch(moved -> moved.lane() == lane && moved.period() == period)) {
                members.add(plan);
            }
        }
        ItemPlan[] before = members.toArray(ItemPlan[]::new);
        for (int instead : new int[] {-1, period - 1, period + 1}) {
            long excess = use.excess();
            long cost = use.costMicros();
            for (ItemPlan plan : before) {
                ItemPlan without = replanning.shifted(use, plan, lane, period, instead, prices);
                use.replace(plan, without);
                plans[plan.sku()] = without;
            }
            if (use.excess() <= excess && use.costMicros() < cost) {
                return;
            }
            putBack(before);
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
                    && order.units() <= source.maxOrderQuantityUnits() - source.packUnits()
                    // What costs nothing brings nothing, however much of it is ordered.
                    && source.unitPriceAt(order.units() + source.packUnits()) > 0) {
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

    /** Latest transfers go first, as far as the senders no longer have the stock; pinned ones stay in any case. */
    private ItemPlan withoutOverdrawn(ItemPlan plan) {
        List<TransferEntry> transfers = new ArrayList<>(plan.transfers());
        transfers.sort(Comparator.comparingInt(TransferEntry::period));
        ItemPlan possible = plan;
        while (possible.overdrawnUnits() > 0 && !transfers.isEmpty()) {
            transfers.remove(transfers.size() - 1);
            possible = plan.withTransfers(index, transfers);
        }
        return possible;
    }

    /** Takes orders and shipments out, cheapest for what they free first, as long as that brings the plan nearer its limits. */
    private void cut() {
        boolean improved = use.excess() > 0;
        while (improved) {
            improved = false;
            List<Cut> cuts = new ArrayList<>();
            for (ItemPlan plan : plans) {
                for (int w = 0; w < index.warehouses(); w++) {
                    int warehouse = w;
                    for (OrderEntry order : plan.site(w).orders()) {
                        addCut(cuts, plan, from -> without(from, warehouse, order));
                    }
                }
                for (TransferEntry transfer : plan.transfers()) {
                    addCut(cuts, plan, from -> without(from, transfer));
                }
            }
            cuts.sort(Comparator.comparingDouble(Cut::lossForEach));
            for (Cut cut : cuts) {
                if (use.excess() > 0) {
                    improved |= replaceIfBetter(cut.less().apply(plans[cut.sku()]));
                }
            }
        }
    }

    /** @param less the SKU's plan without an order or a shipment, if it still has it */
    private record Cut(int sku, UnaryOperator<ItemPlan> less, double lossForEach) {}

    private void addCut(List<Cut> cuts, ItemPlan plan, UnaryOperator<ItemPlan> cut) {
        ItemPlan less = cut.apply(plan);
        long excess = use.excess();
        long cost = use.costMicros();
        use.replace(plan, less);
        long freed = excess - use.excess();
        long loss = use.costMicros() - cost;
        use.replace(less, plan);
        if (freed > 0) {
            cuts.add(new Cut(plan.sku(), cut, (double) loss / freed));
        }
    }

    private ItemPlan without(ItemPlan plan, TransferEntry transfer) {
        List<TransferEntry> transfers = new ArrayList<>(plan.transfers());
        transfers.remove(transfer);
        return withoutOverdrawn(plan.withTransfers(index, transfers));
    }

    private ItemPlan without(ItemPlan plan, int warehouse, OrderEntry order) {
        SitePlan site = plan.site(warehouse);
        List<OrderEntry> orders = new ArrayList<>(site.orders());
        orders.remove(order);
        return plan.withOrders(index, warehouse, orders);
    }
}
