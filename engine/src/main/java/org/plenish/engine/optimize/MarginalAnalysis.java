package org.plenish.engine.optimize;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.optimize.LineEconomics.OrderChange;
import org.plenish.engine.optimize.LineEconomics.RunnerUp;
import org.plenish.engine.optimize.LineEconomics.Step;
import org.plenish.engine.optimize.LineEconomics.TransferChange;
import org.plenish.engine.optimize.OptimizationResult.OrderLine;
import org.plenish.engine.optimize.OptimizationResult.TransferLine;
import org.plenish.engine.optimize.ReplenishmentProblem.Lane;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;
import org.plenish.engine.optimize.pricing.InParallel;
import org.plenish.engine.optimize.pricing.LimitPrices;
import org.plenish.engine.optimize.pricing.Replanning;
import org.plenish.engine.optimize.pricing.SiteTerms;

/**
 * Marginal analysis of a finished plan: each line a pack larger, a pack smaller and left out, simulated exactly; and
 * its runner-up, the cheapest of what the item's own lot sizing does under the plan's prices with the line forbidden, a
 * transfer in its place, and nothing. The runner-up's cost is exact; that none is cheaper is not proven.
 */
public final class MarginalAnalysis {

    /** Where the other way breaks a limit it is sought again under prices so many times higher. */
    private static final double[] PRICE_FACTORS = {1, 3, 10};

    private final ExactProblem index;
    private final ItemPlan[] plans;
    private final List<Replanning.Prices> prices = new ArrayList<>();

    private MarginalAnalysis(ExactProblem index, ItemPlan[] plans, LimitPrices limits) {
        this.index = index;
        this.plans = plans;
        for (double factor : PRICE_FACTORS) {
            prices.add(Replanning.Prices.of(index, limits.scaled(factor, factor), 1));
        }
    }

    /** By line; every line of the result is a key, but those that a person pinned. */
    public record Economics(Map<OrderLine, LineEconomics> orders, Map<TransferLine, LineEconomics> transfers) {

        public Economics {
            orders = Map.copyOf(orders);
            transfers = Map.copyOf(transfers);
        }

        /** Empty for a pinned line. */
        public Optional<LineEconomics> find(OrderLine line) {
            return Optional.ofNullable(orders.get(line));
        }

        /** Empty for a pinned line. */
        public Optional<LineEconomics> find(TransferLine line) {
            return Optional.ofNullable(transfers.get(line));
        }
    }

    /** The same for any number of threads. */
    public static Economics of(ReplenishmentProblem problem, OptimizationResult result, int threads) {
        ExactProblem index = new ExactProblem(problem);
        if (index.skus() == 0) {
            return new Economics(Map.of(), Map.of());
        }
        ItemPlan[] plans = ResultPlans.of(index, result);
        MarginalAnalysis analysis = new MarginalAnalysis(index, plans, BindingPrices.of(index, result));
        List<OrderLine> orders =
                result.orders().stream().filter(line -> !line.pinned()).toList();
        List<TransferLine> transfers =
                result.transfers().stream().filter(line -> !line.pinned()).toList();
        LineEconomics[] economics = new LineEconomics[orders.size() + transfers.size()];
        try (InParallel parallel = new InParallel(threads)) {
            parallel.forEach(
                    economics.length,
                    analysis::bench,
                    (bench, i) -> economics[i] = i < orders.size()
                            ? bench.order(orders.get(i))
                            : bench.transfer(transfers.get(i - orders.size())));
        }
        Map<OrderLine, LineEconomics> ofOrders = new HashMap<>();
        for (int i = 0; i < orders.size(); i++) {
            ofOrders.put(orders.get(i), economics[i]);
        }
        Map<TransferLine, LineEconomics> ofTransfers = new HashMap<>();
        for (int i = 0; i < transfers.size(); i++) {
            ofTransfers.put(transfers.get(i), economics[orders.size() + i]);
        }
        return new Economics(ofOrders, ofTransfers);
    }

    private Bench bench() {
        return new Bench();
    }

    /** One thread's tools. */
    private final class Bench {

        private final PlanChange trial = new PlanChange(index, plans);
        private final Replanning replanning = new Replanning(index);

        LineEconomics order(OrderLine line) {
            ItemPlan plan = plans[line.sku()];
            int warehouse = line.warehouse();
            Source source = index.sku(line.sku()).sources().get(line.source());
            OrderEntry entry = new OrderEntry(line.source(), line.period(), line.quantityUnits());
            int pack = source.packUnits();
            ItemPlan without = withOrder(plan, warehouse, entry, 0);
            Step leftOut = step(plan, without, -entry.units(), null);
            int larger = entry.units() + pack;
            Step more = step(
                    plan,
                    withOrder(plan, warehouse, entry, larger),
                    pack,
                    larger > source.maxOrderQuantityUnits()
                            ? new Obstacle.MaximumQuantity(source.maxOrderQuantityUnits())
                            : null);
            int smaller = entry.units() - pack;
            Step less = smaller <= 0
                    ? leftOut
                    : step(
                            plan,
                            withOrder(plan, warehouse, entry, smaller),
                            -pack,
                            smaller < source.minOrderQuantityUnits()
                                    ? new Obstacle.MinimumQuantity(source.minOrderQuantityUnits())
                                    : null);
            return new LineEconomics(more, less, leftOut, runnerUpOfOrder(line, entry, without));
        }

        LineEconomics transfer(TransferLine line) {
            ItemPlan plan = plans[line.sku()];
            int pack = index.sku(line.sku()).transferPackUnits();
            TransferEntry entry = new TransferEntry(line.lane(), line.period(), line.quantityUnits());
            ItemPlan without = withTransfer(plan, entry, -entry.units());
            Step leftOut = step(plan, without, -entry.units(), null);
            Step more = step(plan, withTransfer(plan, entry, pack), pack, null);
            Step less = entry.units() <= pack ? leftOut : step(plan, withTransfer(plan, entry, -pack), -pack, null);
            return new LineEconomics(more, less, leftOut, runnerUpOfTransfer(plan, entry, without));
        }

        private Step step(ItemPlan plan, ItemPlan changed, int units, @Nullable Obstacle ofTheLine) {
            PlanChange.Outcome outcome = trial.of(plan, changed);
            List<Obstacle> obstacles = new ArrayList<>();
            if (ofTheLine != null) {
                obstacles.add(ofTheLine);
            }
            obstacles.addAll(outcome.obstacles());
            return new Step(units, outcome.change(), obstacles);
        }

        private @Nullable RunnerUp runnerUpOfOrder(OrderLine line, OrderEntry entry, ItemPlan without) {
            ItemPlan plan = plans[line.sku()];
            int warehouse = line.warehouse();
            Best best = new Best(plan, without);
            best.offer(without);
            for (Replanning.Prices dear : prices) {
                if (best.offer(withoutLine(plan, warehouse, entry, dear))) {
                    break;
                }
            }
            int pack = index.sku(line.sku()).transferPackUnits();
            for (TransferEntry proposal : replanning.proposals(without)) {
                Lane lane = index.lane(proposal.lane());
                if (lane.to() == warehouse) {
                    int units = Math.min(proposal.units(), (entry.units() + pack - 1) / pack * pack);
                    ItemPlan moved = withTransfer(plan, proposal, units);
                    Replanning.Prices usual = prices.get(0);
                    best.offer(replanning.site(
                            trial.use(), withoutLine(moved, warehouse, entry, usual), lane.from(), usual));
                }
            }
            return best.runnerUp(warehouse);
        }

        /** The item planned again at the warehouse with the line closed. */
        private ItemPlan withoutLine(ItemPlan plan, int warehouse, OrderEntry entry, Replanning.Prices dear) {
            SiteTerms terms = replanning.terms(trial.use(), plan, warehouse, dear);
            terms.close(entry.source(), entry.period());
            return replanning.solve(plan, warehouse, terms);
        }

        private @Nullable RunnerUp runnerUpOfTransfer(ItemPlan plan, TransferEntry entry, ItemPlan without) {
            Lane lane = index.lane(entry.lane());
            Best best = new Best(plan, without);
            best.offer(without);
            for (Replanning.Prices dear : prices) {
                if (best.offer(bothSites(without, lane, dear))) {
                    break;
                }
            }
            Replanning.Prices usual = prices.get(0);
            List<TransferEntry> others = new ArrayList<>();
            for (TransferEntry proposal : replanning.proposals(without)) {
                boolean same = proposal.lane() == entry.lane() && proposal.period() == entry.period();
                if (index.lane(proposal.lane()).to() == lane.to() && !same) {
                    others.add(proposal);
                }
            }
            for (int period : new int[] {entry.period() - 1, entry.period() + 1}) {
                if (period >= 0 && period + lane.leadTimePeriods() < index.periods()) {
                    others.add(new TransferEntry(entry.lane(), period, entry.units()));
                }
            }
            for (TransferEntry other : others) {
                ItemPlan moved = withTransfer(without, other, other.units());
                best.offer(moved);
                best.offer(bothSites(moved, index.lane(other.lane()), usual));
            }
            return best.runnerUp(lane.to());
        }

        private ItemPlan bothSites(ItemPlan plan, Lane lane, Replanning.Prices dear) {
            ItemPlan received = replanning.site(trial.use(), plan, lane.to(), dear);
            return replanning.site(trial.use(), received, lane.from(), dear);
        }

        /** The cheapest other way so far. */
        private final class Best {

            private final ItemPlan plan;
            private final ItemPlan without;
            private long costMicros = Long.MAX_VALUE;
            private @Nullable ItemPlan found;

            /** @param without the plan with the line left out: what a runner-up is told against */
            Best(ItemPlan plan, ItemPlan without) {
                this.plan = plan;
                this.without = without;
            }

            /** @return whether it keeps the limits */
            boolean offer(ItemPlan candidate) {
                long candidateMicros = trial.costMicros(plan, candidate);
                if (candidateMicros < costMicros) {
                    costMicros = candidateMicros;
                    found = candidate;
                }
                return candidateMicros < Long.MAX_VALUE;
            }

            @Nullable
            RunnerUp runnerUp(int warehouse) {
                if (found == null) {
                    return null;
                }
                return new RunnerUp(
                        trial.of(plan, found).change(),
                        orderChanges(without, found),
                        transferChanges(without, found),
                        firstShort(plan.site(warehouse), found.site(warehouse)));
            }
        }
    }

    private int firstShort(SitePlan planned, SitePlan changed) {
        for (int t = 0; t < index.periods(); t++) {
            if (changed.closingUnits(t) < Math.min(0, planned.closingUnits(t))) {
                return t;
            }
        }
        return -1;
    }

    private List<OrderChange> orderChanges(ItemPlan from, ItemPlan to) {
        List<OrderChange> changes = new ArrayList<>();
        for (int w = 0; w < index.warehouses(); w++) {
            TreeMap<OrderEntry, Integer> units = new TreeMap<>(OrderEntry.ORDER);
            from.site(w).orders().forEach(order -> units.merge(order, -order.units(), Integer::sum));
            to.site(w).orders().forEach(order -> units.merge(order, order.units(), Integer::sum));
            for (Map.Entry<OrderEntry, Integer> change : units.entrySet()) {
                if (change.getValue() != 0) {
                    changes.add(new OrderChange(
                            change.getKey().source(), w, change.getKey().period(), change.getValue()));
                }
            }
        }
        return changes;
    }

    private static List<TransferChange> transferChanges(ItemPlan from, ItemPlan to) {
        TreeMap<TransferEntry, Integer> units = new TreeMap<>(TransferEntry.ORDER);
        from.transfers().forEach(transfer -> units.merge(transfer, -transfer.units(), Integer::sum));
        to.transfers().forEach(transfer -> units.merge(transfer, transfer.units(), Integer::sum));
        List<TransferChange> changes = new ArrayList<>();
        units.forEach((transfer, change) -> {
            if (change != 0) {
                changes.add(new TransferChange(transfer.lane(), transfer.period(), change));
            }
        });
        return changes;
    }

    /** @param units 0: the line goes */
    private ItemPlan withOrder(ItemPlan plan, int warehouse, OrderEntry entry, int units) {
        List<OrderEntry> orders = new ArrayList<>(plan.site(warehouse).orders());
        orders.remove(entry);
        if (units > 0) {
            orders.add(entry.withUnits(units));
        }
        return plan.withOrders(index, warehouse, orders);
    }

    /** @param units more than the plan already moves there and then; negative: less */
    private ItemPlan withTransfer(ItemPlan plan, TransferEntry departure, int units) {
        List<TransferEntry> transfers = new ArrayList<>();
        int sum = units;
        for (TransferEntry transfer : plan.transfers()) {
            if (transfer.lane() == departure.lane() && transfer.period() == departure.period()) {
                sum += transfer.units();
            } else {
                transfers.add(transfer);
            }
        }
        if (sum > 0) {
            transfers.add(new TransferEntry(departure.lane(), departure.period(), sum));
        }
        return plan.withTransfers(index, transfers);
    }
}
