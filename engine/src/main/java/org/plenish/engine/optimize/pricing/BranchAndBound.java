package org.plenish.engine.optimize.pricing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.optimize.ExactProblem;
import org.plenish.engine.optimize.FixedPoint;
import org.plenish.engine.optimize.ReplenishmentProblem.Source;
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

    private static final int STEPS = 30;
    private static final int HANDOVER_ROUNDS = 4;

    /** Below it a setup counts as used a whole number of times. */
    private static final double WHOLE = 0.02;

    /** Weight of what did not vary. */
    private static final double SETTLED = 1e-3;

    /** Currency units that sums in another order may differ by. */
    private static final double ROUNDING = 1e-6;

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
        open.add(bounded(
                Branch.whole(relaxation.setups()),
                root.multipliers(),
                root.handovers(),
                root.lowerBound(),
                enoughBound));
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
                children[i] = bounded(branch, parent.multipliers(), parent.handovers(), parent.bound(), enoughBound);
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

    private Part bounded(
            Branch branch, Multipliers from, double[][] handovers, double parentBound, double enoughBound) {
        Relaxation relaxation = new Relaxation(problem, InParallel.inPlace(), branch);
        if (!mayHavePlans(branch, relaxation.setups())) {
            return new Part(branch, Double.POSITIVE_INFINITY, from, handovers, List.of());
        }
        relaxation.startFrom(handovers);
        DualAscent ascent = new DualAscent(problem, relaxation);
        Relaxation.Point best = ascent.run(
                ascent.setupSteps().fitted(from),
                DualAscent.WARM_START,
                HANDOVER_ROUNDS,
                HANDOVER_ROUNDS,
                STEPS,
                enoughBound,
                () -> false);
        boolean enough = best.dual() >= enoughBound;
        List<Branch> split = enough ? List.of() : split(branch, relaxation.setups(), ascent.setupSteps());
        if (split.isEmpty() && !enough) {
            best = better(best, fromNothing(relaxation, enoughBound));
        }
        return new Part(branch, Math.max(parentBound, best.dual()), best.multipliers(), best.handovers(), split);
    }

    /** No prices would tell, as they are capped: an open group that cannot reach its minimum, orders beyond the cash. */
    private boolean mayHavePlans(Branch branch, Setups setups) {
        double[] spent = new double[problem.paymentPeriods()];
        for (int group = 0; group < problem.groups(); group++) {
            double mostValue = 0;
            for (int m = setups.firstMember(group); m < setups.endOfMembers(group); m++) {
                Place place = new Place(setups.sku(m), setups.slot(m));
                Source source = setups.source(place);
                Units units = branch.units(place);
                mostValue += mostValue(source, units);
                spent[problem.paymentPeriod(source, problem.periodOfGroup(group))] += leastValue(source, units);
            }
            if (branch.isOpen(group) && mostValue < setups.minimum(group) - ROUNDING) {
                return false;
            }
        }
        double paid = 0;
        for (int p = 0; p < problem.cashPeriods(); p++) {
            paid = spent[p] + (problem.cashCarriesForward() ? paid : 0);
            if (problem.cashMicros(p) != FixedPoint.UNLIMITED
                    && paid > FixedPoint.currency(problem.cashMicros(p)) + ROUNDING) {
                return false;
            }
        }
        return true;
    }

    private static double mostValue(Source source, Units units) {
        double price = isDecided(source, units)
                ? source.unitPriceAt(mostUnits(source, units))
                : Arrays.stream(source.tierUnitPrice()).max().orElse(0);
        return mostUnits(source, units) * price;
    }

    private static double leastValue(Source source, Units units) {
        double price = isDecided(source, units)
                ? source.unitPriceAt(leastUnits(source, units))
                : Arrays.stream(source.tierUnitPrice()).min().orElse(0);
        return units.least() == 0 ? 0 : leastUnits(source, units) * price;
    }

    /** Where all is decided, the prices of a larger part may be far too high. */
    private Relaxation.Point fromNothing(Relaxation relaxation, double enoughBound) {
        DualAscent ascent = new DualAscent(problem, relaxation);
        Multipliers start = ascent.setupSteps().fitted(Multipliers.start(problem, relaxation.setups()));
        return ascent.run(
                start, DualAscent.COLD_START, HANDOVER_ROUNDS, HANDOVER_ROUNDS, STEPS, enoughBound, () -> false);
    }

    private static Relaxation.Point better(Relaxation.Point a, Relaxation.Point b) {
        return b.dual() > a.dual() ? b : a;
    }

    /**
     * Into two: by the setup that matters most of those whose use is undecided, else by the order that varied most; where
     * nothing varied, by whatever is left to decide.
     */
    private List<Branch> split(Branch branch, Setups setups, SetupSteps steps) {
        int splitSetup = -1;
        double mostSetup = 0;
        for (int setup = 0; setup < setups.count(); setup++) {
            double weight = (undecided(steps.meanUse(setup)) + SETTLED) * setups.weight(setup);
            if (!isDecided(branch, setups, setup) && weight > mostSetup) {
                mostSetup = weight;
                splitSetup = setup;
            }
        }
        Place splitPlace = null;
        int groupOfPlace = -1;
        double mostPlace = 0;
        for (int group = 0; group < problem.groups(); group++) {
            for (int m = setups.firstMember(group); m < setups.endOfMembers(group); m++) {
                Place place = new Place(setups.sku(m), setups.slot(m));
                double weight = (steps.deviationUnits(place) + SETTLED) * problem.cheapestUnitPrice(place.sku());
                boolean open = !branch.isClosed(group) && !isDecided(setups.source(place), branch.units(place));
                if (open && weight > mostPlace) {
                    mostPlace = weight;
                    splitPlace = place;
                    groupOfPlace = group;
                }
            }
        }
        boolean setupVaries = splitSetup >= 0 && undecided(steps.meanUse(splitSetup)) > 0;
        if (splitSetup >= 0 && (setupVaries || splitPlace == null || steps.deviationUnits(splitPlace) < SETTLED)) {
            int mean = setups.isGroup(splitSetup) ? 0 : (int) Math.floor(steps.meanUse(splitSetup));
            int whole = Math.max(branch.least()[splitSetup], Math.min(branch.most()[splitSetup] - 1, mean));
            return List.of(branch.atMost(splitSetup, whole), branch.atLeast(splitSetup, whole + 1));
        }
        if (splitPlace == null) {
            return List.of();
        }
        Units units = branch.units(splitPlace);
        int less = lesserPart(setups.source(splitPlace), units, steps.meanUnits(splitPlace));
        return List.of(
                branch.withUnits(splitPlace, new Units(units.least(), less)),
                branch.atLeast(groupOfPlace, 1).withUnits(splitPlace, new Units(less + 1, units.most())));
    }

    private static double undecided(double use) {
        double part = use - Math.floor(use);
        double distance = Math.min(part, 1 - part);
        return distance > WHOLE ? distance : 0;
    }

    private static boolean isDecided(Branch branch, Setups setups, int setup) {
        return branch.isClosed(setup)
                || branch.least()[setup] == branch.most()[setup]
                || (setups.isGroup(setup) && branch.isOpen(setup));
    }

    /** Whether one quantity at most is left to order, none among them. */
    private static boolean isDecided(Source source, Units units) {
        int least = leastUnits(source, units);
        int most = mostUnits(source, units);
        return units.least() > 0 ? least >= most : least > most;
    }

    /** Most of the lesser part of two that both hold a quantity that can be ordered, near the mean; 0: nothing is ordered. */
    private static int lesserPart(Source source, Units units, double meanUnits) {
        int mean = (int) Math.min(meanUnits, Integer.MAX_VALUE / 2) / source.packUnits() * source.packUnits();
        int less = Math.min(mean, mostUnits(source, units) - source.packUnits());
        int least = leastUnits(source, units);
        return less >= least ? less : units.least() > 0 ? least : 0;
    }

    /** Of a line there: whole packs from the minimum up. */
    private static int leastUnits(Source source, Units units) {
        long least = Math.max(Math.max(units.least(), source.minOrderQuantityUnits()), 1);
        return (int) Math.min(
                Integer.MAX_VALUE / 2, (least + source.packUnits() - 1) / source.packUnits() * source.packUnits());
    }

    private static int mostUnits(Source source, Units units) {
        return Math.min(units.most(), source.maxOrderQuantityUnits()) / source.packUnits() * source.packUnits();
    }
}
