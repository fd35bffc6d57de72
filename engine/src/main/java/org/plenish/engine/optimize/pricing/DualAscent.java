package org.plenish.engine.optimize.pricing;

import java.util.function.BooleanSupplier;
import org.plenish.engine.optimize.ExactProblem;

/**
 * Raises the dual: prices of limits by subgradient steps to a target level (Fisher 1981, doi:10.1287/mnsc.27.1.1; level:
 * Brännlund 1995), shares of setups by projected steps, handover prices within each evaluation. The target comes nearer,
 * and every step shorter, when a few steps in a row did not get on.
 */
final class DualAscent {

    /** How far the first target lies above the first bound, from nothing. */
    static final double COLD_START = 0.1;

    /** The same, from multipliers of a problem nearly the same. */
    static final double WARM_START = 0.05;

    private static final int PATIENCE = 5;
    /** Of the target's distance: where the point fell far below the best, its step is no longer for that. */
    private static final double MOST_GAIN = 2;

    /** Of the target's distance: how much the worth of limits may change in a step. A limit hardly reached says little. */
    private static final double MOST_LENGTH = 0.5;

    /** Of the target's distance: less is a failure. */
    private static final double SUCCESS_SHARE = 0.05;

    private static final double SHORTER = 0.85;
    private static final double NEARER = 0.75;

    /** Of the way to a bound that is enough: a first target. */
    private static final double TOWARDS_ENOUGH = 0.2;

    /** A target so near that nothing is left to gain. */
    private static final double LAST_TARGET_SHARE = 1e-6;

    private final Relaxation relaxation;
    private final LimitSteps limitSteps;
    private final SetupSteps setupSteps;

    DualAscent(ExactProblem problem, Relaxation relaxation) {
        this.relaxation = relaxation;
        this.limitSteps = new LimitSteps(problem);
        this.setupSteps = new SetupSteps(problem, relaxation.setups(), relaxation.branch());
    }

    /** In the mean of the last steps. */
    SetupSteps setupSteps() {
        return setupSteps;
    }

    /**
     * @param firstTargetShare how far the first target lies above the first bound
     * @param firstRounds handover rounds of the first evaluation
     * @param rounds of every further one
     * @param enoughBound no step is made from there on, currency units
     * @param enough asked before each further step; with a clock in it the outcome depends on the machine
     */
    Relaxation.Point run(
            Multipliers start,
            double firstTargetShare,
            int firstRounds,
            int rounds,
            int steps,
            double enoughBound,
            BooleanSupplier enough) {
        Relaxation.Point point = relaxation.evaluate(start, firstRounds);
        setupSteps.observe(point);
        Relaxation.Point best = point;
        double size = Math.max(1, Math.abs(point.dual()));
        double reach = Math.min(firstTargetShare * size, TOWARDS_ENOUGH * Math.max(0, enoughBound - point.dual()));
        double scale = Math.sqrt(reach / size / COLD_START);
        int failures = 0;
        for (int step = 0; step < steps && best.dual() < enoughBound && !enough.getAsBoolean(); step++) {
            if (reach <= LAST_TARGET_SHARE * size) {
                break;
            }
            double gain = Math.min(MOST_GAIN * reach, best.dual() + reach - point.dual());
            LimitPrices limits = limitSteps.step(point.multipliers().limits(), point.use(), gain, MOST_LENGTH * reach);
            point = relaxation.evaluate(setupSteps.step(point, limits, scale), rounds);
            setupSteps.observe(point);
            failures = point.dual() > best.dual() + SUCCESS_SHARE * reach ? 0 : failures + 1;
            if (point.dual() > best.dual()) {
                best = point;
            }
            if (failures >= PATIENCE) {
                reach *= NEARER;
                scale *= SHORTER;
                failures = 0;
                point = best;
                limitSteps.forget();
            }
        }
        return best;
    }
}
