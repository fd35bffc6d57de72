package org.plenish.engine.optimize.pricing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.optimize.ExactProblem;
import org.plenish.engine.optimize.pricing.Branch.Place;
import org.plenish.engine.optimize.pricing.Branch.Units;

/**
 * Raises the bound of a small problem, where a few order groups and trucks make most of the cost and stay fractional in
 * the relaxation: all plans are parted by whether a group is opened, how many trucks leave, and each part is bounded
 * alone; the least of the parts bounds them all (Land &amp; Doig 1960, doi:10.2307/1910129). Parts are taken up in fixed
 * numbers, worst bound first, so that the outcome is the same for any number of threads.
 */
public final class BranchAndBound {

    /** Parts that are bounded side by side. */
    private static final int BATCH = 4;

    private static final int STEPS = 60;
    private static final int HANDOVER_ROUNDS = 4;

    /** Below it a pool counts as used a whole number of times. */
    private static final double WHOLE = 0.02;

    /** Weight of what did not vary. */
    private static final double SETTLED = 1e-3;

    private final ExactProblem problem;
    private final InParallel parallel;

    public BranchAndBound(ExactProblem problem, InParallel parallel) {
        this.problem = problem;
        this.parallel = parallel;
    }

    /** A part with its bound, not yet parted further; no split: it cannot be. */
    private record Part(
            Branch branch, double bound, Multipliers multipliers, double[][] handovers, List<Branch> split) {}

    /**
     * @param root bound of all plans
     * @param enoughBound beyond it nothing more is worth proving: what a known plan costs, currency units
     * @param mostParts to be bounded
     * @param enough asked before each batch
     * @return a bound of all plans, at least the root's; what pinned lines cost by themselves is not in it
     */
    public double run(BoundParts root, double enoughBound, int mostParts, BooleanSupplier enough) {
        PriorityQueue<Part> open = new PriorityQueue<>(Comparator.comparingDouble(Part::bound));
        Relaxation relaxation = new Relaxation(problem, InParallel.inPlace());
        open.add(bounded(Branch.whole(relaxation.pools()), root.multipliers(), root.handovers(), root.lowerBound()));
        int parts = 1;
        while (parts < mostParts && !enough.getAsBoolean()) {
            List<Part> batch = new ArrayList<>();
            while (batch.size() < BATCH && !open.isEmpty() && isWorthParting(open.peek(), enoughBound)) {
                batch.add(open.remove());
            }
            if (batch.isEmpty()) {
                break;
            }
            @Nullable Part[] children = new Part[2 * batch.size()];
            parallel.forEach(children.length, () -> this, (self, i) -> {
                Part parent = batch.get(i / 2);
                Branch branch = parent.split().get(i % 2);
                children[i] = bounded(branch, parent.multipliers(), parent.handovers(), parent.bound());
            });
            for (Part child : children) {
                if (child != null) {
                    open.add(child);
                }
            }
            parts += children.length;
        }
        Part worst = open.peek();
        return worst == null ? root.lowerBound() : Math.min(Math.max(worst.bound(), root.lowerBound()), enoughBound);
    }

    private static boolean isWorthParting(@Nullable Part part, double enoughBound) {
        return part != null && !part.split().isEmpty() && part.bound() < enoughBound;
    }

    private Part bounded(Branch branch, Multipliers from, double[][] handovers, double parentBound) {
        Relaxation relaxation = new Relaxation(problem, InParallel.inPlace(), branch);
        relaxation.startFrom(handovers);
        DualAscent ascent = new DualAscent(problem, relaxation);
        Relaxation.Point best = ascent.run(
                ascent.poolSteps().fitted(from),
                DualAscent.WARM_START,
                HANDOVER_ROUNDS,
                HANDOVER_ROUNDS,
                STEPS,
                () -> false);
        List<Branch> split = split(branch, relaxation.pools(), ascent.poolSteps());
        if (split.isEmpty()) {
            best = better(best, fromNothing(relaxation));
        }
        return new Part(branch, Math.max(parentBound, best.dual()), best.multipliers(), best.handovers(), split);
    }

    /** Where all is decided, the prices of a larger part may be far too high. */
    private Relaxation.Point fromNothing(Relaxation relaxation) {
        DualAscent ascent = new DualAscent(problem, relaxation);
        Multipliers start = ascent.poolSteps().fitted(Multipliers.start(problem, relaxation.pools()));
        return ascent.run(start, DualAscent.COLD_START, HANDOVER_ROUNDS, HANDOVER_ROUNDS, STEPS, () -> false);
    }

    private static Relaxation.Point better(Relaxation.Point a, Relaxation.Point b) {
        return b.dual() > a.dual() ? b : a;
    }

    /**
     * Into two: by the pool that matters most of those whose use is undecided, else by the order that varied most; where
     * nothing varied, by whatever is left to decide.
     */
    private List<Branch> split(Branch branch, Pools pools, PoolSteps steps) {
        int splitPool = -1;
        double mostPool = 0;
        for (int pool = 0; pool < pools.count(); pool++) {
            double weight = (undecided(steps.meanUse(pool)) + SETTLED) * pools.weight(pool);
            if (!isDecided(branch, pools, pool) && weight > mostPool) {
                mostPool = weight;
                splitPool = pool;
            }
        }
        Place splitPlace = null;
        int groupOfPlace = -1;
        double mostPlace = 0;
        for (int group = 0; group < problem.groups(); group++) {
            for (int m = pools.firstMember(group); m < pools.endOfMembers(group); m++) {
                Place place = new Place(pools.sku(m), pools.slot(m));
                Units units = branch.units(place);
                double weight = (steps.deviationUnits(place) + SETTLED) * problem.cheapestUnitPrice(place.sku());
                if (weight > mostPlace && !branch.isClosed(group) && units.least() < units.most()) {
                    mostPlace = weight;
                    splitPlace = place;
                    groupOfPlace = group;
                }
            }
        }
        boolean poolVaries = splitPool >= 0 && undecided(steps.meanUse(splitPool)) > 0;
        if (splitPool >= 0 && (poolVaries || splitPlace == null || steps.deviationUnits(splitPlace) < SETTLED)) {
            int whole = Math.max((int) Math.floor(steps.meanUse(splitPool)), branch.least()[splitPool]);
            return List.of(branch.atMost(splitPool, whole), branch.atLeast(splitPool, whole + 1));
        }
        if (splitPlace == null) {
            return List.of();
        }
        Units units = branch.units(splitPlace);
        int less = Math.max(units.least(), Math.min(units.most() - 1, (int) Math.floor(steps.meanUnits(splitPlace))));
        return List.of(
                branch.withUnits(splitPlace, new Units(units.least(), less)),
                branch.atLeast(groupOfPlace, 1).withUnits(splitPlace, new Units(less + 1, units.most())));
    }

    private static double undecided(double use) {
        double part = use - Math.floor(use);
        double distance = Math.min(part, 1 - part);
        return distance > WHOLE ? distance : 0;
    }

    private static boolean isDecided(Branch branch, Pools pools, int pool) {
        return branch.isClosed(pool)
                || branch.least()[pool] == branch.most()[pool]
                || (pools.isGroup(pool) && branch.isOpen(pool));
    }
}
