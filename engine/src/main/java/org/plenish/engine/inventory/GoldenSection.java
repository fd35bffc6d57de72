package org.plenish.engine.inventory;

import java.util.function.DoubleUnaryOperator;

/** The bottom of a function with one valley, to about eight digits: all that the function's own rounding leaves. */
final class GoldenSection {

    private static final double RATIO = (Math.sqrt(5) - 1) / 2;
    private static final double RELATIVE_TOLERANCE = 1e-10;

    private GoldenSection() {}

    /** Source: Kiefer (1953), Proceedings of the AMS 4(3). */
    static double minimum(DoubleUnaryOperator function, double from, double to) {
        double low = from;
        double high = to;
        double left = high - RATIO * (high - low);
        double right = low + RATIO * (high - low);
        double atLeft = function.applyAsDouble(left);
        double atRight = function.applyAsDouble(right);
        while (high - low > RELATIVE_TOLERANCE * (Math.abs(low) + Math.abs(high))) {
            if (atLeft <= atRight) {
                high = right;
                right = left;
                atRight = atLeft;
                left = high - RATIO * (high - low);
                atLeft = function.applyAsDouble(left);
            } else {
                low = left;
                left = right;
                atLeft = atRight;
                right = low + RATIO * (high - low);
                atRight = function.applyAsDouble(right);
            }
        }
        return low + (high - low) / 2;
    }
}
