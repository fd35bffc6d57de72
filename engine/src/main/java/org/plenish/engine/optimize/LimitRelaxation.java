package org.plenish.engine.optimize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.plenish.engine.optimize.LimitEffect.AddedLine;
import org.plenish.engine.optimize.LimitEffect.Raise;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;
import org.plenish.engine.optimize.ReplenishmentProblem.Zone;
import org.plenish.engine.optimize.pricing.InParallel;
import org.plenish.engine.optimize.pricing.LimitPrices;
import org.plenish.engine.optimize.pricing.Replanning;

/**
 * Finds what more of a limit would buy: from the plan as it is, every item plans again by its own lot sizing with that
 * limit raised, and what saves most for what it takes of it is done first, as long as every limit is kept. So that a
 * saving is owed to the limit and not to the planning, the plan is first planned again in the same way as it is. The
 * same outcome for any number of threads.
 */
public final class LimitRelaxation {

    /** Shares of the plan's prices at which items plan again: with more of a limit its price falls. */
    private static final double[] PRICE_SHARES = {1, 0.5, 0.2, 0};

    /** Until nothing improves, which it soon does. */
    private static final int MOST_ROUNDS = 20;

    /**
     * Lot sizings for all raises together, so that many articles do not make explaining longer than planning; a round
     * is always made whole.
     */
    private static final int LOT_SIZINGS = 400_000;

    private final ExactProblem index;
    private final OptimizationResult result;
    private final LimitPrices prices;
    private final long lotSizings;
    private final InParallel parallel;
    private final ItemPlan[] before;
    private final double costBefore;

    private LimitRelaxation(
            ReplenishmentProblem problem, OptimizationResult result, long lotSizings, InParallel parallel) {
        this.index = new ExactProblem(problem);
        this.result = result;
        this.prices = BindingPrices.of(index, result);
        this.lotSizings = lotSizings;
        this.parallel = parallel;
        this.before = plannedAgain(index, ResultPlans.of(index, result), (sku, w) -> true, plan -> 0);
        this.costBefore = cost(index, before);
    }

    /** @return for each raise its effect, in their order */
    public static List<LimitEffect> of(
            ReplenishmentProblem problem, OptimizationResult result, List<Raise> raises, int threads) {
        if (raises.isEmpty() || problem.skus().isEmpty()) {
            return List.of();
        }
        try (InParallel parallel = new InParallel(threads)) {
            LimitRelaxation relaxation =
                    new LimitRelaxation(problem, result, LOT_SIZINGS / (1 + raises.size()), parallel);
            return raises.stream().map(relaxation::effect).toList();
        }
    }

    private LimitEffect effect(Raise raise) {
        ExactProblem raised = new ExactProblem(raised(index.problem(), raise));
        ItemPlan[] after = plannedAgain(raised, before, sites(raise), plan -> taken(raise, plan));
        List<AddedLine> added = new ArrayList<>();
        int dropped = 0;
        for (int sku = 0; sku < before.length; sku++) {
            for (int w = 0; w < index.warehouses() && before[sku] != after[sku]; w++) {
                dropped += addChanges(added, before[sku], after[sku], w);
            }
        }
        added.sort(Comparator.comparingDouble((AddedLine line) -> -line.value())
                .thenComparingInt(AddedLine::sku)
                .thenComparingInt(AddedLine::warehouse)
                .thenComparingInt(AddedLine::period)
                .thenComparingInt(AddedLine::source));
        return new LimitEffect(raise, raise.estimatedSaving(result), costBefore, cost(raised, after), added, dropped);
    }

    /** Which articles plan again, and where: more space helps those that are kept there. */
    private Sites sites(Raise raise) {
        if (raise instanceof Raise.Space space) {
            Zone zone = index.problem().zones().get(space.zone());
            return (sku, w) -> w == zone.warehouse() && zone.holds(index.sku(sku));
        }
        return (sku, w) -> true;
    }

    private interface Sites {

        boolean has(int sku, int warehouse);

        default long count(ExactProblem index) {
            return IntStream.range(0, index.skus())
                    .mapToLong(sku -> IntStream.range(0, index.warehouses())
                            .filter(w -> has(sku, w))
                            .count())
                    .sum();
        }
    }

    private static ReplenishmentProblem raised(ReplenishmentProblem problem, Raise raise) {
        double[] cash = problem.cash().clone();
        List<Zone> zones = new ArrayList<>(problem.zones());
        if (raise instanceof Raise.Cash more) {
            cash[0] += more.currency();
        } else if (raise instanceof Raise.Space more) {
            Zone zone = zones.get(more.zone());
            double[] spaceM3 = Arrays.stream(zone.spaceM3())
                    .map(limitM3 -> limitM3 + more.cubicMetres())
                    .toArray();
            zones.set(more.zone(), new Zone(zone.warehouse(), zone.storageClass(), spaceM3));
        }
        return new ReplenishmentProblem(
                problem.periods(),
                problem.warehouses(),
                problem.suppliers(),
                problem.lanes(),
                problem.skus(),
                zones,
                cash,
                problem.cashCarriesForward(),
                problem.pinnedOrders(),
                problem.pinnedTransfers());
    }

    /** What an item's plan takes of the raised limit, over all periods: money, or m³ at the peaks. */
    private double taken(Raise raise, ItemPlan plan) {
        double taken = 0;
        if (raise instanceof Raise.Space space) {
            Zone zone = index.problem().zones().get(space.zone());
            for (int t = 0; t < index.periods() && zone.holds(index.sku(plan.sku())); t++) {
                taken += FixedPoint.cubicMetres(plan.site(zone.warehouse()).peakCubicMillimetres(t));
            }
            return taken;
        }
        for (int w = 0; w < index.warehouses(); w++) {
            for (OrderEntry order : plan.site(w).orders()) {
                // Money is bound from its payment on: what is bought later takes less.
                taken += value(plan.sku(), order) * (index.periods() - order.period());
            }
        }
        return taken;
    }

    private double value(int sku, OrderEntry order) {
        Source source = index.sku(sku).sources().get(order.source());
        return FixedPoint.currency(index.lineValueMicros(source, order.units()));
    }

    private static double cost(ExactProblem index, ItemPlan[] plans) {
        return FixedPoint.currency(SharedUse.of(index, plans).costMicros());
    }

    /** Another plan of an item, and what it was found from. */
    private record Candidate(ItemPlan from, ItemPlan to, int warehouse, long savedMicros, double taken) {

        private static final Comparator<Candidate> BEST_FIRST = Comparator.comparingDouble(
                        (Candidate candidate) -> -candidate.savedForEach())
                .thenComparingLong(candidate -> -candidate.savedMicros())
                .thenComparingInt(candidate -> candidate.from().sku())
                .thenComparingInt(Candidate::warehouse);

        double savedForEach() {
            return taken > 0 ? savedMicros / taken : Double.POSITIVE_INFINITY;
        }
    }

    private ItemPlan[] plannedAgain(
            ExactProblem limits, ItemPlan[] start, Sites sites, ToDoubleFunction<ItemPlan> takes) {
        ItemPlan[] plans = start.clone();
        List<Replanning.Prices> shares = new ArrayList<>();
        for (double share : PRICE_SHARES) {
            shares.add(Replanning.Prices.of(limits, prices.scaled(share, share), 1));
        }
        long lotSizingsOfARound = Math.max(1, sites.count(limits) * PRICE_SHARES.length);
        long rounds = Math.max(1, Math.min(MOST_ROUNDS, lotSizings / lotSizingsOfARound));
        boolean improved = true;
        for (int round = 0; round < rounds && improved; round++) {
            improved = acceptBest(limits, plans, candidates(limits, plans, sites, shares, takes));
        }
        return plans;
    }

    private List<Candidate> candidates(
            ExactProblem limits,
            ItemPlan[] plans,
            Sites sites,
            List<Replanning.Prices> shares,
            ToDoubleFunction<ItemPlan> takes) {
        record Tools(PlanChange trial, Replanning replanning) {}
        List<List<Candidate>> bySku = new ArrayList<>();
        for (int sku = 0; sku < plans.length; sku++) {
            bySku.add(new ArrayList<>(0));
        }
        parallel.forEach(
                plans.length, () -> new Tools(new PlanChange(limits, plans), new Replanning(limits)), (tools, sku) -> {
                    ItemPlan plan = plans[sku];
                    for (int w = 0; w < limits.warehouses(); w++) {
                        if (!sites.has(sku, w)) {
                            continue;
                        }
                        for (Replanning.Prices share : shares) {
                            ItemPlan changed =
                                    tools.replanning().site(tools.trial().use(), plan, w, share);
                            if (!changed.site(w).orders().equals(plan.site(w).orders())) {
                                long change = tools.trial().costMicros(plan, changed);
                                if (change < 0) {
                                    double taken = takes.applyAsDouble(changed) - takes.applyAsDouble(plan);
                                    bySku.get(sku).add(new Candidate(plan, changed, w, -change, taken));
                                }
                            }
                        }
                    }
                });
        List<Candidate> candidates = new ArrayList<>();
        bySku.forEach(candidates::addAll);
        candidates.sort(Candidate.BEST_FIRST);
        return candidates;
    }

    /** Those before may have taken what is left of a limit, or share a header. */
    private static boolean acceptBest(ExactProblem limits, ItemPlan[] plans, List<Candidate> candidates) {
        SharedUse use = SharedUse.of(limits, plans);
        boolean improved = false;
        for (Candidate candidate : candidates) {
            int sku = candidate.from().sku();
            if (plans[sku] == candidate.from()) {
                long excess = use.excess();
                long cost = use.costMicros();
                use.replace(candidate.from(), candidate.to());
                if (use.excess() <= excess && use.costMicros() < cost) {
                    plans[sku] = candidate.to();
                    improved = true;
                } else {
                    use.replace(candidate.to(), candidate.from());
                }
            }
        }
        return improved;
    }

    /** @return lines of which less is bought */
    private int addChanges(List<AddedLine> added, ItemPlan from, ItemPlan to, int warehouse) {
        Map<OrderEntry, OrderEntry> olds = new TreeMap<>(OrderEntry.ORDER);
        from.site(warehouse).orders().forEach(order -> olds.put(order, order));
        int dropped = 0;
        for (OrderEntry order : to.site(warehouse).orders()) {
            OrderEntry old = olds.remove(order);
            int units = order.units() - (old == null ? 0 : old.units());
            double value = value(from.sku(), order) - (old == null ? 0 : value(from.sku(), old));
            if (units > 0) {
                added.add(new AddedLine(from.sku(), order.source(), warehouse, order.period(), units, value));
            } else if (units < 0) {
                dropped++;
            }
        }
        return dropped + olds.size();
    }
}
