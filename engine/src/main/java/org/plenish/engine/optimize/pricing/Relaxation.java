package org.plenish.engine.optimize.pricing;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.optimize.ExactProblem;
import org.plenish.engine.optimize.FixedPoint;
import org.plenish.engine.optimize.ItemPlan;

/**
 * The Lagrangian relaxation: at given multipliers every SKU and warehouse plans alone, exactly, by
 * {@link SiteLotSizing}; what that costs in all, less what the limits are worth, is below the cost of every plan that
 * keeps them.
 *
 * <p>Relaxed are: space and cash; that a line needs its group's header and a shipment its truck (each pays a share,
 * and a m³ on a truck a price; shares and a truckful add up to no more than it costs); the supplier's minimum (a
 * currency unit of value earns a premium, an open group owes the minimum); that a unit received was sent (it changes
 * hands at a price, {@link Handovers}); that trucks are whole.
 */
final class Relaxation {

    private static final double[] NONE = new double[0];

    private final ExactProblem problem;
    private final InParallel parallel;
    private final FlowLanes lanes;
    private final Setups setups;
    private final Branch branch;
    private final boolean ofPart;
    private final Worker[] workers;
    /** {@code [sku]}, null for one that cannot move. */
    private final @Nullable Handovers[] handovers;

    private record Worker(SkuPlanner planner, Use use) {}

    /** Of all plans. */
    Relaxation(ExactProblem problem, InParallel parallel) {
        this(problem, parallel, null, true);
    }

    /** As if nothing could move: quick, but no bound where something can. */
    static Relaxation withoutFlows(ExactProblem problem, InParallel parallel) {
        return new Relaxation(problem, parallel, null, false);
    }

    /** @param part of all plans; null: all of them */
    Relaxation(ExactProblem problem, InParallel parallel, @Nullable Branch part) {
        this(problem, parallel, part, true);
    }

    private Relaxation(ExactProblem problem, InParallel parallel, @Nullable Branch part, boolean flows) {
        this.problem = problem;
        this.parallel = parallel;
        this.lanes = new FlowLanes(problem, flows);
        this.setups = new Setups(problem, lanes);
        this.ofPart = part != null;
        this.branch = part == null ? Branch.whole(setups) : part;
        this.workers = new Worker[problem.skus() == 0 ? 0 : parallel.threads()];
        Arrays.setAll(workers, thread -> new Worker(newPlanner(), new Use(problem, setups)));
        this.handovers = new Handovers[problem.skus()];
        for (int sku = 0; sku < handovers.length; sku++) {
            if (lanes.mayMove(sku)) {
                handovers[sku] = handovers(sku, new double[lanes.count() * problem.periods()]);
            }
        }
    }

    Setups setups() {
        return setups;
    }

    SkuPlanner newPlanner() {
        return new SkuPlanner(problem, setups, lanes, branch);
    }

    boolean anyTransfers() {
        return lanes.any();
    }

    Branch branch() {
        return branch;
    }

    /**
     * One evaluation.
     *
     * @param skuCosts {@code [sku]}: what its warehouses cost together, currency units
     * @param handovers {@code [sku]}: prices behind the costs, see {@link Handovers}; empty for one that cannot move
     * @param dual the bound, currency units; what pinned lines cost by themselves is not in it
     * @param use of limits and setups, where columns are mixed in the mean
     * @param slotUse {@code [sku][slot]}: how often each place is used, 0 to 1
     * @param slotUnits {@code [sku][slot]}: how much is ordered there; empty but for a part of all plans
     */
    @SuppressWarnings("ArrayRecordComponent") // numerical
    record Point(
            Multipliers multipliers,
            double[] skuCosts,
            double[][] handovers,
            double dual,
            Use use,
            double[][] slotUse,
            double[][] slotUnits) {}

    /** @param rounds in which handover prices are improved at these multipliers */
    Point evaluate(Multipliers multipliers, int rounds) {
        double[] costs = new double[problem.skus()];
        double[][] slotUse = setups.perSlot();
        double[][] slotUnits = ofPart ? setups.perSlot() : new double[problem.skus()][0];
        double[] paymentPrices = multipliers.limits().paymentPrices(problem);
        for (Worker worker : workers) {
            worker.use().clear();
        }
        AtomicInteger thread = new AtomicInteger();
        parallel.forEach(costs.length, () -> workers[thread.getAndIncrement()], (worker, sku) -> {
            SkuPlanner planner = worker.planner();
            planner.take(sku, multipliers, paymentPrices);
            Handovers prices = handovers[sku];
            if (prices == null) {
                for (int w = 0; w < problem.warehouses(); w++) {
                    costs[sku] += planner.solve(w);
                    planner.gather(w, planner.lastColumn(), 1, worker.use(), slotUse[sku], slotUnits[sku]);
                }
            } else {
                costs[sku] = prices.improve(planner, rounds);
                prices.forEachWeighted((w, column, weight) ->
                        planner.gather(w, column, weight, worker.use(), slotUse[sku], slotUnits[sku]));
            }
        });
        double dual = constant(multipliers);
        for (double cost : costs) {
            dual += cost;
        }
        Use use = new Use(problem, setups);
        for (Worker worker : workers) {
            use.add(worker.use());
        }
        return new Point(multipliers, costs, handovers(), dual, use, slotUse, slotUnits);
    }

    /** Only what some SKUs cost; 0 for the others. */
    double[] costs(Multipliers multipliers, int[] skus, int rounds) {
        double[] costs = new double[problem.skus()];
        double[] paymentPrices = multipliers.limits().paymentPrices(problem);
        AtomicInteger thread = new AtomicInteger();
        parallel.forEach(skus.length, () -> workers[thread.getAndIncrement()].planner(), (planner, i) -> {
            int sku = skus[i];
            planner.take(sku, multipliers, paymentPrices);
            Handovers prices = handovers[sku];
            if (prices == null) {
                for (int w = 0; w < problem.warehouses(); w++) {
                    costs[sku] += planner.solve(w);
                }
            } else {
                costs[sku] = prices.improve(planner, rounds);
            }
        });
        return costs;
    }

    /** @param prices {@code [sku]}, of another relaxation; those of an SKU that does not fit are left out */
    void startFrom(double[][] prices) {
        for (int sku = 0; sku < handovers.length; sku++) {
            Handovers own = handovers[sku];
            if (own != null && own.prices().length == prices[sku].length) {
                handovers[sku] = handovers(sku, prices[sku]);
            }
        }
    }

    private Handovers handovers(int sku, double[] start) {
        double unitValue = problem.cheapestUnitPrice(sku);
        for (double writtenOff : problem.sku(sku).terminalObsolescence()) {
            unitValue = Math.max(unitValue, writtenOff);
        }
        return new Handovers(problem.warehouses(), unitValue, start);
    }

    /** {@code [sku]}: the best handover prices so far; not to be changed. */
    double[][] handovers() {
        double[][] prices = new double[handovers.length][];
        for (int sku = 0; sku < prices.length; sku++) {
            Handovers own = handovers[sku];
            prices[sku] = own == null ? NONE : own.prices();
        }
        return prices;
    }

    /** What each SKU would do alone, without transfers: plans that can be carried out. */
    ItemPlan[] withoutTransfers(Multipliers multipliers) {
        ItemPlan[] plans = new ItemPlan[problem.skus()];
        forEachSku(multipliers, (planner, sku) -> plans[sku] = planner.withoutTransfers());
        return plans;
    }

    /**
     * What each SKU would do alone, with transfers that the last evaluation's columns suggest: plans that can be carried
     * out.
     *
     * @param alone by SKU, without transfers; stays for one that cannot move
     */
    ItemPlan[] withTransfers(Multipliers multipliers, ItemPlan[] alone) {
        ItemPlan[] plans = alone.clone();
        forEachSku(multipliers, (planner, sku) -> {
            Handovers prices = handovers[sku];
            if (prices != null) {
                ItemPlan moving = new FlowRounding(problem, lanes, planner, sku).plan(prices);
                plans[sku] = moving.overdrawnUnits() > alone[sku].overdrawnUnits() ? alone[sku] : moving;
            }
        });
        return plans;
    }

    private void forEachSku(Multipliers multipliers, ObjIntConsumer<SkuPlanner> step) {
        double[] paymentPrices = multipliers.limits().paymentPrices(problem);
        AtomicInteger thread = new AtomicInteger();
        parallel.forEach(problem.skus(), () -> workers[thread.getAndIncrement()].planner(), (planner, sku) -> {
            planner.take(sku, multipliers, paymentPrices);
            step.accept(planner, sku);
        });
    }

    /**
     * What is in the Lagrangian beside the SKUs: less what the limits are worth, what pinned lines pay for
     * trucks, and what setups cost that every plan opens.
     */
    double constant(Multipliers multipliers) {
        double constant = 0;
        double[][] space = multipliers.limits().space();
        for (int zone = 0; zone < problem.zones(); zone++) {
            for (int t = 0; t < problem.periods(); t++) {
                double price = space[zone][t];
                constant -= price == 0 ? 0 : price * FixedPoint.cubicMetres(problem.spaceCubicMillimetres(zone, t));
            }
        }
        for (int p = 0; p < problem.cashPeriods(); p++) {
            double price = multipliers.limits().cashLimit()[p];
            constant -= price == 0 ? 0 : price * FixedPoint.currency(problem.cashMicros(p));
        }
        for (int setup = problem.groups(); setup < setups.count(); setup++) {
            constant += multipliers.volumePrices()[setup] * setups.pinnedM3(setup);
        }
        for (int setup = 0; setup < setups.count(); setup++) {
            if (branch.isOpen(setup)) {
                constant += branch.least()[setup] * owed(multipliers, setup);
            }
        }
        return constant;
    }

    /** What is left of a setup's cost when what its users pay by volume is taken off. */
    private double owed(Multipliers multipliers, int setup) {
        double byVolume = setups.capacityM3(setup) < Double.POSITIVE_INFINITY
                ? multipliers.volumePrices()[setup] * setups.capacityM3(setup)
                : 0;
        double minimum = setups.isGroup(setup) ? multipliers.premiums()[setup] * setups.minimum(setup) : 0;
        return setups.fixedCost(setup) + minimum - byVolume;
    }
}
