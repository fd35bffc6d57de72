package org.plenish.engine.optimize;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.plenish.engine.optimize.OptimizationResult.OrderLine;
import org.plenish.engine.optimize.OptimizationResult.ScrapLine;
import org.plenish.engine.optimize.OptimizationResult.TransferLine;
import org.plenish.engine.optimize.pricing.Assembly;
import org.plenish.engine.optimize.pricing.BranchAndBound;
import org.plenish.engine.optimize.pricing.InParallel;
import org.plenish.engine.optimize.pricing.Pricing;
import org.plenish.engine.optimize.solver.Finish;

/**
 * Prices the limits, assembles a plan that keeps them from what each SKU does at those prices, and lets the solver
 * finish it. Bounded by moves, every stage does a fixed amount of work; bounded by the clock, they share the time.
 */
public final class PlanOptimizer implements Optimizer {

    /** Lot sizings in all steps of pricing together; a step takes one for each SKU and warehouse. */
    private static final int LOT_SIZINGS = 400_000;

    /** What one with flows to and from others takes, counted in those that stand alone. */
    private static final int LOT_SIZINGS_OF_A_MOVING_SITE = 10;

    private static final int FEWEST_PRICING_STEPS = 25;
    private static final int FEWEST_MOVING_PRICING_STEPS = 4;
    private static final int MOST_PRICING_STEPS = 150;

    /** SKUs and warehouses up to which all plans are parted to raise the bound. */
    private static final int FEW_SITES = 64;

    /** Parts of all plans times sites, where no clock ends the search. */
    private static final int PARTED_SITES = 2_400;

    private static final int MOST_PARTS_BY_CLOCK = 20_000;
    private static final Comparator<OrderLine> BY_INDICES = Comparator.comparingInt(OrderLine::sku)
            .thenComparingInt(OrderLine::warehouse)
            .thenComparingInt(OrderLine::period)
            .thenComparingInt(OrderLine::source);

    private static final Comparator<TransferLine> TRANSFERS_BY_INDICES = Comparator.comparingInt(TransferLine::sku)
            .thenComparingInt(TransferLine::lane)
            .thenComparingInt(TransferLine::period)
            .thenComparing(TransferLine::pinned);

    private static final double PRICING_TIME_SHARE = 0.25;
    private static final double ASSEMBLY_TIME_SHARE = 0.5;
    /** Of the time that is left, for a small problem: what the finish gets, and seconds of which it gets more. */
    private static final double FINISH_SHARE = 0.4;

    private static final double MOST_FINISH_SHARE = 0.8;
    private static final double FIRST_FINISH_SECONDS = 8;

    @Override
    public OptimizationResult optimize(
            ReplenishmentProblem problem, OptimizerSettings settings, Consumer<String> progress) {
        return solve(problem, settings, progress).result();
    }

    /** As {@link #optimize}, with what {@link Reoptimizer} needs to solve a changed problem quickly. */
    public Solved solve(ReplenishmentProblem problem, OptimizerSettings settings, Consumer<String> progress) {
        long start = System.nanoTime();
        ExactProblem index = new ExactProblem(problem);
        try (InParallel parallel = new InParallel(settings.threads())) {
            progress.accept("pricing space and cash for " + index.skus() + " articles");
            Pricing.Outcome pricing = new Pricing(index, parallel)
                    .run(pricingSteps(index, settings), after(settings, start, PRICING_TIME_SHARE));
            if (index.skus() == 0) {
                return solved(index, pricing.plans(), pricing.lowerBound(), pricing, 0, 0, false);
            }
            progress.accept("assembling a plan within the limits");
            ItemPlan[] assembled = Assembly.best(
                    index, pricing.prices(), pricing.starts(), parallel, after(settings, start, ASSEMBLY_TIME_SHARE));
            ItemPlan[] plans = new Clearing(index, assembled).run();
            double assembledCost =
                    FixedPoint.currency(SharedUse.of(index, plans).costMicros());
            progress.accept("finishing the plan from " + Math.round(assembledCost));
            Double seconds = settings.seconds();
            boolean small = index.skus() * index.warehouses() <= FEW_SITES;
            double left = seconds == null ? 0 : seconds - (System.nanoTime() - start) / 1e9;
            Finish.Outcome finished = new Finish(index, pricing.prices(), parallel, settings.threads())
                    .run(
                            plans,
                            settings.moves(),
                            seconds == null ? null : small ? finishSeconds(left) : left,
                            settings.seed());
            return solved(
                    index,
                    finished.plans(),
                    small
                            ? partedBound(index, finished.plans(), pricing, parallel, settings, start)
                            : pricing.lowerBound(),
                    pricing,
                    assembledCost,
                    finished.scoreCalculations(),
                    seconds != null);
        }
    }

    /** The rest is for the proof. */
    private static double finishSeconds(double left) {
        return Math.min(MOST_FINISH_SHARE * left, Math.max(FIRST_FINISH_SECONDS, FINISH_SHARE * left));
    }

    /** A known plan is all that needs to be proven: beyond its cost the bound says nothing more. */
    private static double partedBound(
            ExactProblem index,
            ItemPlan[] plans,
            Pricing.Outcome pricing,
            InParallel parallel,
            OptimizerSettings settings,
            long start) {
        SharedUse use = SharedUse.of(index, plans);
        if (use.excess() > 0) {
            return pricing.lowerBound();
        }
        double cost = FixedPoint.currency(use.costMicros()) - index.leastPinnedCost();
        int sites = index.skus() * index.warehouses();
        int parts = settings.seconds() == null ? PARTED_SITES / sites : MOST_PARTS_BY_CLOCK;
        return new BranchAndBound(index, parallel).run(pricing.bound(), cost, parts, after(settings, start, 1));
    }

    private static int pricingSteps(ExactProblem index, OptimizerSettings settings) {
        if (settings.seconds() != null) {
            return MOST_PRICING_STEPS;
        }
        boolean moving = !index.problem().lanes().isEmpty();
        int sites = Math.max(1, index.skus() * index.warehouses());
        int steps = LOT_SIZINGS / sites / (moving ? LOT_SIZINGS_OF_A_MOVING_SITE : 1);
        int fewest = moving ? FEWEST_MOVING_PRICING_STEPS : FEWEST_PRICING_STEPS;
        return Math.max(fewest, Math.min(steps, MOST_PRICING_STEPS));
    }

    private static BooleanSupplier after(OptimizerSettings settings, long start, double share) {
        Double seconds = settings.seconds();
        return seconds == null ? () -> false : () -> System.nanoTime() - start > share * seconds * 1e9;
    }

    /**
     * @param plans by SKU, the finished plan
     * @param lowerBound what pinned lines cost by themselves is not in it
     */
    static Solved solved(
            ExactProblem index,
            ItemPlan[] plans,
            double lowerBound,
            Pricing.Outcome pricing,
            double assembledCost,
            long scoreCalculations,
            boolean cutShort) {
        return new Solved(
                result(index, plans, lowerBound, pricing, assembledCost, scoreCalculations, cutShort),
                new OptimizerState(index, pricing.prices(), pricing.bound(), plans));
    }

    private static OptimizationResult result(
            ExactProblem index,
            ItemPlan[] plans,
            double lowerBound,
            Pricing.Outcome pricing,
            double assembledCost,
            long scoreCalculations,
            boolean cutShort) {
        SharedUse use = SharedUse.of(index, plans);
        List<OrderLine> orders = new ArrayList<>();
        List<TransferLine> transfers = new ArrayList<>();
        for (OrderLine line : index.problem().pinnedOrders()) {
            orders.add(new OrderLine(
                    line.sku(), line.source(), line.warehouse(), line.period(), line.quantityUnits(), true));
        }
        for (TransferLine line : index.problem().pinnedTransfers()) {
            transfers.add(new TransferLine(line.sku(), line.lane(), line.period(), line.quantityUnits(), true));
        }
        List<ScrapLine> scraps = new ArrayList<>();
        for (ItemPlan plan : plans) {
            for (int w = 0; w < index.warehouses(); w++) {
                for (OrderEntry order : plan.site(w).orders()) {
                    orders.add(new OrderLine(plan.sku(), order.source(), w, order.period(), order.units()));
                }
                for (int t = 0; t < index.periods(); t++) {
                    if (plan.site(w).scrapUnits(t) > 0) {
                        scraps.add(new ScrapLine(plan.sku(), w, t, plan.site(w).scrapUnits(t)));
                    }
                }
            }
            for (TransferEntry transfer : plan.transfers()) {
                transfers.add(new TransferLine(plan.sku(), transfer.lane(), transfer.period(), transfer.units()));
            }
        }
        orders.sort(BY_INDICES);
        transfers.sort(TRANSFERS_BY_INDICES);
        return new OptimizationResult(
                orders,
                transfers,
                scraps,
                PlanCost.of(index, plans, use),
                lowerBound + index.leastPinnedCost(),
                assembledCost,
                BindingPrices.space(index, use, pricing.prices()),
                BindingPrices.cash(index, use, pricing.prices()),
                use.violations(plans),
                scoreCalculations,
                cutShort);
    }
}
