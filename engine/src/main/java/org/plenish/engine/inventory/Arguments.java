package org.plenish.engine.inventory;

/** Checks of the formulas' arguments. */
final class Arguments {

    private Arguments() {}

    static void requireFinite(double value, String name) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + ": " + value + " must be a number.");
        }
    }

    static void requirePositive(double value, String name) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + ": " + value + " must be a number above 0.");
        }
    }

    static void requireAtLeastZero(double value, String name) {
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + ": " + value + " must be a number of 0 or more.");
        }
    }

    static void requireInside(double probability, String name) {
        if (!(probability > 0 && probability < 1)) {
            throw new IllegalArgumentException(name + ": " + probability + " must be above 0 and below 1.");
        }
    }

    static void requireAtLeastOne(int value, String name) {
        if (value < 1) {
            throw new IllegalArgumentException(name + ": " + value + " must be 1 or more.");
        }
    }
}
