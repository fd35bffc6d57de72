package org.plenish.engine.forecast.intermittent;

import org.plenish.engine.math.Lattice;

/** Every coming bucket has the same distribution, and none tells of another: a total is the sum of independent draws. */
record IndependentDemand(Lattice each) implements DemandDistribution {

    /** Values of a lattice: fine enough for a quantile, few enough for a sum. */
    static final int MAX_SIZE = 2048;

    @Override
    public Lattice bucket(int step) {
        requireStep(step);
        return each;
    }

    @Override
    public Lattice total(int steps) {
        return each.sumOf(requireStep(steps), MAX_SIZE);
    }

    static int requireStep(int step) {
        if (step < 1) {
            throw new IllegalArgumentException("step: " + step + " must be 1 or more; 1 is the next bucket.");
        }
        return step;
    }
}
