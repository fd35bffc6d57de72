package org.plenish.engine.inventory;

/** Rounding of computed quantities to whole units. */
public final class WholeUnits {

    /** What a computed quantity may be above a whole number and still be that number. */
    static final double TOLERANCE = 1e-9;

    private WholeUnits() {}

    /**
     * The next whole number, and {@code units} itself where it is one but for the error of floating point.
     *
     * @throws IllegalArgumentException if {@code units} is not finite
     * @throws ArithmeticException if it does not fit
     */
    public static int roundUp(double units) {
        if (!Double.isFinite(units)) {
            throw new IllegalArgumentException("quantity: " + units + " must be finite.");
        }
        return Math.toIntExact((long) Math.ceil(units - TOLERANCE));
    }
}
