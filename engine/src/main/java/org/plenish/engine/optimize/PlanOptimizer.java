package org.plenish.engine.optimize;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.plenish.engine.optimize.OptimizationResult.OrderLine;
import org.plenish.engine.optimize.OptimizationResult.ScrapLine;
import org.plenish.engine.optimize.OptimizationResult.TransferLine;
import org.plenish.engine.optimize.pricing.Assembly;
import org.plenish.engine.optimize.pricing.InParallel;
import org.plenish.engine.optimize.pricing.LimitPrices;
import org.plenish.engine.optimize.pricing.Pricing;
import org.plenish.engine.optimize.solver.Finish;

/**
 * Prices the limits, assembles a plan that keeps them from what each SKU does at those prices, and lets the solver
 * finish it. Bounded by moves, every stage does a fixed amount of work; bounded by the clock, they share the time.
 */
public final class PlanOptimizer implements Optimizer {

    /** Lot sizings in all steps of pricing together; a step takes one for each SKU and warehouse. */
    private static final int LOT_SIZINGS = 400_000;

    private static final int FEWEST_PRICING_STEPS = 25;
    private static final int MOST_PRICING_STEPS = 60;
    private static final double PRICING_TIME_SHARE = 0.25;
    private static final double ASSEMBLY_TIME_SHARE = 0.5;

    @Override
    public OptimizationResult optimize(
            ReplenishmentProblem problem, OptimizerSettings settings, Consumer<String> progress) {
        long start = System.nanoTime();
        ExactProblem index = new ExactProblem(problem);
        if (index.skus() == 0) {
            Pricing.Outcome nothing = new Pricing.Outcome(LimitPrices.zero(index), 0, new ItemPlan[0]);
            return result(index, nothing.plans(), nothing, 0, false);
        }
        try (InParallel parallel = new InParallel(settings.threads())) {
            progress.accept("pricing space and cash for " + index.skus() + " articles");
            Pricing.Outcome pricing =
                    new Pricing(index, parallel).run(pricingSteps(index), after(settings, start, PRICING_TIME_SHARE));
            progress.accept("assembling a plan within the limits");
            ItemPlan[] plans = new Assembly(index, pricing).run(after(settings, start, ASSEMBLY_TIME_SHARE));
            progress.accept(
                    "finishing the plan from " + SharedUse.of(index, plans).costMicros() / 1_000_000);
            Double seconds = settings.seconds();
            Finish.Outcome finished = new Finish(index, pricing.prices())
                    .run(
                            plans,
                            settings.moves(),
                            seconds == null ? null : seconds - (System.nanoTime() - start) / 1e9,
                            settings.seed());
            return result(index, finished.plans(), pricing, finished.scoreCalculations(), seconds != null);
        }
    }

    private static int pricingSteps(ExactProblem index) {
        int steps = LOT_SIZINGS / Math.max(1, index.skus() * index.warehouses());
        return Math.max(FEWEST_PRICING_STEPS, Math.min(steps, MOST_PRICING_STEPS));
    }

    private static BooleanSupplier after(OptimizerSettings settings, long start, double share) {
        Double seconds = settings.seconds();
        return seconds == null ? () -> false : () -> System.nanoTime() - start > share * seconds * 1e9;
    }

    private static OptimizationResult result(
            ExactProblem index, ItemPlan[] plans, Pricing.Outcome pricing, long scoreCalculations, boolean cutShort) {
        SharedUse use = SharedUse.of(index, plans);
        List<OrderLine> orders = new ArrayList<>();
        List<TransferLine> transfers = new ArrayList<>();
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
        return new OptimizationResult(
                orders,
                transfers,
                scraps,
                PlanCost.of(index, plans, use),
                pricing.lowerBound(),
                BindingPrices.space(index, use, pricing.prices()),
                BindingPrices.cash(index, use, pricing.prices()),
                use.violations(plans),
                scoreCalculations,
                cutShort);
    }
}
