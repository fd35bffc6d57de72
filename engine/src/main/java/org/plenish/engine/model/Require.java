package org.plenish.engine.model;

/** Checks of the compact constructors, with messages that name the value and the requirement. */
final class Require {

    private Require() {}

    static void notBlank(String value, String name) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " is blank, but must name something.");
        }
    }

    static void atLeast(long minimum, long value, String name) {
        if (value < minimum) {
            throw new IllegalArgumentException(name + ": " + value + " must be " + minimum + " or more.");
        }
    }

    static void finiteAtLeast(double minimum, double value, String name) {
        if (!(value >= minimum) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(name + ": " + value + " must be a number of " + minimum + " or more.");
        }
    }

    static void sameLength(int expected, int actual, String name) {
        if (expected != actual) {
            throw new IllegalArgumentException(name + " has " + actual + " values, but must have " + expected + ".");
        }
    }
}
