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

    /** Of the prices without flows: with them, limits are worth less. */
    private static final double[] PRICE_SHARES = {1, 0.7, 0.4, 0.1, 0};

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
        this.start = Multipliers.start(problem, relaxation.setups());
    }

    /**
     * @param prices the best found
     * @param bound no plan that keeps the limits costs less; what pinned lines cost by themselves is not in it
     * @param pooledBound likewise, by another way, currency units; 0: not taken
     * @param plans what each SKU alone would do at these prices
     * @param withoutTransfers the same where nothing moves; empty where nothing can
     */
    @SuppressWarnings("ArrayRecordComponent") // by SKU
    public record Outcome(
            LimitPrices prices, BoundParts bound, double pooledBound, ItemPlan[] plans, ItemPlan[] withoutTransfers) {

        /** Where an assembly may start from. */
        public List<ItemPlan[]> starts() {
            return withoutTransfers.length == 0 ? List.<ItemPlan[]>of(plans) : List.of(plans, withoutTransfers);
        }

        /** Currency units. */
        public double lowerBound() {
            return Math.max(bound.lowerBound(), pooledBound);
        }
    }

    /** @param enough asked before each further step; with a clock in it the outcome depends on the machine */
    public Outcome run(int steps, BooleanSupplier enough) {
        boolean moving = relaxation.anyTransfers();
        if (moving && problem.skus() * problem.warehouses() > MANY_SITES) {
            return ofMany(steps, enough);
        }
        Relaxation.Point best = ascend(steps, enough);
        ItemPlan[] alone = relaxation.withoutTransfers(best.multipliers());
        return new Outcome(
                best.multipliers().limits(),
                parts(best),
                0,
                moving ? relaxation.withTransfers(best.multipliers(), alone) : alone,
                moving ? alone : new ItemPlan[0]);
    }

    /** Prices come from steps without flows, and a first bound from warehouses taken together. */
    private Outcome ofMany(int steps, BooleanSupplier enough) {
        Relaxation apart = Relaxation.withoutFlows(problem, parallel);
        Multipliers quick = new DualAscent(problem, apart)
                .run(
                        Multipliers.start(problem, apart.setups()),
                        DualAscent.COLD_START,
                        0,
                        0,
                        STEPS_WITHOUT_FLOWS,
                        Double.POSITIVE_INFINITY,
                        enough)
                .multipliers();
        PooledBound together = new PooledBound(problem, apart, parallel);
        double pooledBound = 0;
        for (double share : PRICE_SHARES) {
            LimitPrices lower = quick.limits().scaled(share, share);
            pooledBound = Math.max(pooledBound, together.at(quick.withLimits(lower)));
        }
        Relaxation.Point best = ascend(steps, enough);
        return new Outcome(
                quick.limits(),
                parts(best),
                pooledBound,
                relaxation.withTransfers(best.multipliers(), relaxation.withoutTransfers(best.multipliers())),
                apart.withoutTransfers(quick));
    }

    private Relaxation.Point ascend(int steps, BooleanSupplier enough) {
        // An evaluation cannot be interrupted: where the time is over, it is made as short as it can be.
        int firstRounds = enough.getAsBoolean() ? 0 : FIRST_ROUNDS * rounds;
        return ascent.run(start, DualAscent.COLD_START, firstRounds, rounds, steps, Double.POSITIVE_INFINITY, enough);
    }

    private BoundParts parts(Relaxation.Point best) {
        return new BoundParts(relaxation, best.multipliers(), best.handovers(), best.skuCosts());
    }
}
