package org.plenish.engine.math;

/** Checks of distributions' arguments. */
final class Probability {

    private Probability() {}

    static double requireInside(double probability) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException("probability: " + probability + " must be above 0 and below 1.");
        }
        return probability;
    }

    static void requirePositive(double value, String name) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + ": " + value + " must be a number above 0.");
        }
    }
}
