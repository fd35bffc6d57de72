package org.plenish.engine.optimize.pricing;

import java.util.List;
import java.util.function.BooleanSupplier;
import org.plenish.engine.optimize.ExactProblem;
import org.plenish.engine.optimize.ItemPlan;

/** Finds prices of the limits, and with them what no plan can cost less than. */
public final class Pricing {

    /** Handover rounds of the first evaluation, before anything has a price: so many times those of the others. */
    private static final int FIRST_ROUNDS = 3;

    private static final int MOST_ROUNDS = 8;

    /** Lot sizings in one evaluation, about: with many SKUs there are fewer rounds. */
    private static final int LOT_SIZINGS = 4_000;

    /** Sites with flows beyond which few steps with them can be afforded: prices of limits then come from those without. */
    private static final int MANY_SITES = 800;

    private static final int STEPS_WITHOUT_FLOWS = 60;

    private final ExactProblem problem;
    private final InParallel parallel;
    private final Relaxation relaxation;
    private final DualAscent ascent;
    private final Multipliers start;
    private final int rounds;

    public Pricing(ExactProblem problem, InParallel parallel) {
        this.problem = problem;
        this.parallel = parallel;
        this.relaxation = new Relaxation(problem, parallel);
        this.ascent = new DualAscent(problem, relaxation);
        int sites = Math.max(1, problem.skus() * problem.warehouses());
        this.rounds = Math.max(1, Math.min(MOST_ROUNDS, LOT_SIZINGS / sites));
        this.start = Multipliers.start(problem, relaxation.pools());
    }

    /**
     * @param prices the best found
     * @param bound no plan that keeps the limits costs less; what pinned lines cost by themselves is not in it
     * @param plans what each SKU alone would do at these prices
     * @param withoutTransfers the same where nothing moves; empty where nothing can
     */
    @SuppressWarnings("ArrayRecordComponent") // by SKU
    public record Outcome(LimitPrices prices, BoundParts bound, ItemPlan[] plans, ItemPlan[] withoutTransfers) {

        /** Where an assembly may start from. */
        public List<ItemPlan[]> starts() {
            return withoutTransfers.length == 0 ? List.<ItemPlan[]>of(plans) : List.of(plans, withoutTransfers);
        }

        /** Currency units. */
        public double lowerBound() {
            return bound.lowerBound();
        }
    }

    /** @param enough asked before each further step; with a clock in it the outcome depends on the machine */
    public Outcome run(int steps, BooleanSupplier enough) {
        boolean moving = relaxation.anyTransfers();
        boolean many = moving && problem.skus() * problem.warehouses() > MANY_SITES;
        Multipliers quick = many ? withoutFlows(enough) : start;
        Relaxation.Point best = ascent.run(start, DualAscent.COLD_START, FIRST_ROUNDS * rounds, rounds, steps, enough);
        if (many) {
            return new Outcome(
                    quick.limits(),
                    new BoundParts(relaxation, best.multipliers(), best.handovers(), best.skuCosts()),
                    relaxation.withTransfers(best.multipliers(), relaxation.withoutTransfers(best.multipliers())),
                    Relaxation.withoutFlows(problem, parallel).withoutTransfers(quick));
        }
        ItemPlan[] alone = relaxation.withoutTransfers(best.multipliers());
        return new Outcome(
                best.multipliers().limits(),
                new BoundParts(relaxation, best.multipliers(), best.handovers(), best.skuCosts()),
                moving ? relaxation.withTransfers(best.multipliers(), alone) : alone,
                moving ? alone : new ItemPlan[0]);
    }

    private Multipliers withoutFlows(BooleanSupplier enough) {
        Relaxation apart = Relaxation.withoutFlows(problem, parallel);
        Multipliers even = Multipliers.start(problem, apart.pools());
        return new DualAscent(problem, apart)
                .run(even, DualAscent.COLD_START, 0, 0, STEPS_WITHOUT_FLOWS, enough)
                .multipliers();
    }
}
