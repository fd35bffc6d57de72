package org.plenish.engine.inventory;

import java.util.function.DoubleUnaryOperator;

/** Roots of monotone functions to the last bit: slower than Brent's method, but nothing to tune and nothing to miss. */
final class Bisection {

    private static final int MAX_HALVINGS = 200;
    private static final int MAX_DOUBLINGS = 200;

    private Bisection() {}

    /** Where {@code function} changes its sign between {@code low} and {@code high}. */
    static double root(DoubleUnaryOperator function, double low, double high) {
        double left = low;
        double right = high;
        boolean risingFrom = function.applyAsDouble(left) < 0;
        for (int i = 0; i < MAX_HALVINGS; i++) {
            double middle = left + (right - left) / 2;
            if (middle == left || middle == right) {
                break;
            }
            if (function.applyAsDouble(middle) < 0 == risingFrom) {
                left = middle;
            } else {
                right = middle;
            }
        }
        return left + (right - left) / 2;
    }

    /**
     * Where {@code function}, at most 0 at {@code from}, first is 0 or more on the way to the right ({@code step} above 0)
     * or to the left (below 0); the step doubles until it is.
     *
     * @throws IllegalArgumentException if it never is
     */
    static double rootBeyond(DoubleUnaryOperator function, double from, double step) {
        double near = from;
        double stride = step;
        for (int i = 0; i < MAX_DOUBLINGS; i++) {
            double far = from + stride;
            if (function.applyAsDouble(far) >= 0) {
                return root(function, near, far);
            }
            near = far;
            stride *= 2;
        }
        throw new IllegalArgumentException(
                "no level from " + from + " on has the wanted cost.\nMaybe a cost is 0: the cost then never rises.");
    }
}
