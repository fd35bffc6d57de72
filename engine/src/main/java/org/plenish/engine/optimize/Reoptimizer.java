package org.plenish.engine.optimize;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.plenish.engine.optimize.ReplenishmentProblem.Sku;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;
import org.plenish.engine.optimize.pricing.Assembly;
import org.plenish.engine.optimize.pricing.BoundParts;
import org.plenish.engine.optimize.pricing.InParallel;
import org.plenish.engine.optimize.pricing.LimitPrices;
import org.plenish.engine.optimize.pricing.PlanRepair;
import org.plenish.engine.optimize.pricing.Pricing;

/**
 * Solves a problem again after a change of some articles, of pinned lines or of space and cash, from the prices and the
 * plan of the last run. What did not change keeps its plan; what did is planned alone under the last prices; where a
 * limit is broken then, those who use it give way, cheapest first; at last the articles around the change are planned
 * again as often as the settings allow. The bound is the last one with the changed articles' parts computed anew: it
 * holds for any prices, but drifts from the best after large changes of the limits.
 *
 * <p>A change of suppliers, lanes, warehouses or periods is solved from the start.
 */
public final class Reoptimizer {

    private static final int OTHERS_AROUND = 400;

    /**
     * @param last of {@link PlanOptimizer#solve} or of this
     * @param settings the moves are single replannings of one SKU at one warehouse
     */
    public Solved solve(
            OptimizerState last, ReplenishmentProblem changed, OptimizerSettings settings, Consumer<String> progress) {
        if (!ProblemChange.isComparable(last.problem().problem(), changed)) {
            return new PlanOptimizer().solve(changed, settings, progress);
        }
        long startNanos = System.nanoTime();
        ExactProblem problem = new ExactProblem(changed);
        ProblemChange change = ProblemChange.between(last.problem(), problem);
        LimitPrices prices = last.prices().ofLimits(problem);
        try (InParallel parallel = new InParallel(settings.threads())) {
            progress.accept("bounding what changed");
            BoundParts bound = last.bound().changed(problem, change.formerSku(), change.unchanged(), parallel);
            progress.accept("planning what changed");
            ItemPlan[] plans = carriedOver(last, problem, change);
            int[] changedSkus = changedSkus(change);
            PlanRepair repair = repaired(problem, prices, plans, changedSkus, parallel);
            if (repair.excess() > 0) {
                // What is left takes lines out; no price could talk their owners out of them.
                plans = new Assembly(problem, prices, repair.plans(), parallel).run(() -> true);
                repair = new PlanRepair(problem, prices, plans);
            }
            progress.accept("improving around the change");
            double repairedCost =
                    FixedPoint.currency(SharedUse.of(problem, repair.plans()).costMicros());
            Double seconds = settings.seconds();
            Long moves = settings.moves();
            long tried = repair.improve(
                    around(problem, changedSkus, repair.plans(), settings.seed()),
                    moves == null ? Long.MAX_VALUE : moves,
                    () -> seconds != null && System.nanoTime() - startNanos > seconds * 1e9,
                    settings.seed());
            return PlanOptimizer.solved(
                    problem,
                    repair.plans(),
                    bound.lowerBound(),
                    new Pricing.Outcome(prices, bound, 0, repair.plans(), new ItemPlan[0]),
                    repairedCost,
                    tried,
                    seconds != null);
        }
    }

    /**
     * Of the articles of a changed problem, the share that the last run did not have as they are now: the less, the more of
     * its work can be kept. 1 if {@link #solve} would start anew.
     */
    public static double changedShare(OptimizerState last, ReplenishmentProblem changed) {
        if (!ProblemChange.isComparable(last.problem().problem(), changed)) {
            return 1;
        }
        ProblemChange change = ProblemChange.between(last.problem(), new ExactProblem(changed));
        int skus = changed.skus().size();
        return skus == 0 ? 0 : (double) changedSkus(change).length / skus;
    }

    /** The better of two: what changed makes room for itself, or makes do with what is left. */
    private static PlanRepair repaired(
            ExactProblem problem, LimitPrices prices, ItemPlan[] plans, int[] changedSkus, InParallel parallel) {
        PlanRepair taking = new PlanRepair(problem, prices, plans);
        taking.replan(changedSkus, false);
        taking.withinLimits(parallel);
        PlanRepair modest = new PlanRepair(problem, prices, plans);
        modest.replan(changedSkus, true);
        modest.withinLimits(parallel);
        return modest.isBetterThan(taking) ? modest : taking;
    }

    private static int[] changedSkus(ProblemChange change) {
        int[] changed = new int[change.unchanged().length];
        int count = 0;
        for (int sku = 0; sku < changed.length; sku++) {
            if (!change.unchanged()[sku]) {
                changed[count++] = sku;
            }
        }
        return Arrays.copyOf(changed, count);
    }

    private static ItemPlan[] carriedOver(OptimizerState last, ExactProblem problem, ProblemChange change) {
        ItemPlan[] plans = new ItemPlan[problem.skus()];
        for (int sku = 0; sku < plans.length; sku++) {
            int former = change.formerSku()[sku];
            if (former < 0) {
                plans[sku] = ItemPlan.empty(problem, sku);
            } else if (former == sku && change.unchanged()[sku]) {
                plans[sku] = last.plan(sku);
            } else {
                plans[sku] = carriedOver(problem, sku, last.plan(former));
            }
        }
        return plans;
    }

    /** The lines that may still be placed and the transfers that may still leave. */
    private static ItemPlan carriedOver(ExactProblem problem, int sku, ItemPlan old) {
        Sku article = problem.sku(sku);
        ItemPlan plan = ItemPlan.empty(problem, sku)
                .withTransfers(
                        problem,
                        old.transfers().stream()
                                .filter(transfer -> transfer.units() % article.transferPackUnits() == 0
                                        && article.transferableTo()[
                                                problem.lane(transfer.lane()).to()])
                                .toList());
        for (int w = 0; w < problem.warehouses(); w++) {
            int warehouse = w;
            List<OrderEntry> orders = old.site(w).orders().stream()
                    .filter(order -> mayStay(problem, article, warehouse, order))
                    .toList();
            plan = plan.withOrders(problem, w, orders, old.site(w).scrap());
        }
        return plan.overdrawnUnits() == 0 ? plan : plan.withTransfers(problem, List.of());
    }

    private static boolean mayStay(ExactProblem problem, Sku article, int warehouse, OrderEntry order) {
        if (order.source() >= article.sources().size()) {
            return false;
        }
        Source source = article.sources().get(order.source());
        return problem.mayOrder(source, warehouse, order.period())
                && order.units() % source.packUnits() == 0
                && order.units() >= source.minOrderQuantityUnits()
                && order.units() <= source.maxOrderQuantityUnits();
    }

    /** The changed, those who share an order with them, and some of all others: they share space and cash. */
    private static List<Integer> around(ExactProblem problem, int[] changedSkus, ItemPlan[] plans, long seed) {
        TreeSet<Integer> groups = new TreeSet<>();
        for (int sku : changedSkus) {
            groups.addAll(groups(problem, plans[sku]));
        }
        TreeSet<Integer> around = new TreeSet<>();
        for (ItemPlan plan : plans) {
            if (!Collections.disjoint(groups, groups(problem, plan))) {
                around.add(plan.sku());
            }
        }
        for (int sku : changedSkus) {
            around.add(sku);
        }
        Random random = new Random(seed);
        for (int i = 0; i < OTHERS_AROUND && plans.length > 0; i++) {
            around.add(random.nextInt(plans.length));
        }
        return List.copyOf(around);
    }

    private static List<Integer> groups(ExactProblem problem, ItemPlan plan) {
        List<Integer> groups = new ArrayList<>();
        for (int w = 0; w < problem.warehouses(); w++) {
            for (OrderEntry order : plan.site(w).orders()) {
                int supplier =
                        problem.sku(plan.sku()).sources().get(order.source()).supplier();
                groups.add(problem.group(supplier, w, order.period()));
            }
        }
        return groups;
    }
}
