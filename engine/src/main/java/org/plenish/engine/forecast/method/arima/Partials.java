package org.plenish.engine.forecast.method.arima;

/**
 * Autoregressive coefficients by their partial autocorrelations: the polynomial is stationary exactly if all of these
 * are inside (-1, 1). Source: Monahan (1984), doi:10.1093/biomet/71.2.403.
 */
final class Partials {

    private Partials() {}

    /**
     * Coefficients of the block {@code [from, from + count)}: the partial autocorrelations are {@code tanh(point)}.
     *
     * @param sign 1 for an autoregression, -1 for a moving average written with plus signs
     */
    static void toCoefficients(double[] point, int from, int count, int sign, double[] coefficients) {
        for (int k = 0; k < count; k++) {
            double partial = Math.tanh(point[from + k]);
            // the recursion turns a pair at a time, in place
            for (int i = 0, j = k - 1; i <= j; i++, j--) {
                double low = coefficients[from + i];
                double high = coefficients[from + j];
                coefficients[from + i] = low - partial * high;
                coefficients[from + j] = high - partial * low;
            }
            coefficients[from + k] = partial;
        }
        if (sign < 0) {
            for (int i = from; i < from + count; i++) {
                coefficients[i] = -coefficients[i];
            }
        }
    }

    /**
     * Partial autocorrelations of {@code 1 - s·Σ c_i (fB)^i}, where {@code s} is the sign as above; NaN or beyond 1 where
     * that polynomial is not stationary.
     *
     * @param factor below 1 draws the roots away from the unit circle, above 1 towards it
     */
    static double[] ofCoefficients(double[] coefficients, int from, int count, int sign, double factor) {
        double[] partials = new double[count];
        double power = 1;
        for (int i = 0; i < count; i++) {
            power *= factor;
            partials[i] = sign * coefficients[from + i] * power;
        }
        for (int k = count - 1; k > 0; k--) {
            double partial = partials[k];
            double rest = 1 - partial * partial;
            for (int i = 0, j = k - 1; i <= j; i++, j--) {
                double low = partials[i];
                double high = partials[j];
                partials[i] = rest > 0 ? (low + partial * high) / rest : Double.NaN;
                partials[j] = rest > 0 ? (high + partial * low) / rest : Double.NaN;
            }
        }
        return partials;
    }

    /** Whether {@code 1 - s·Σ c_i B^i} has all its roots further than {@code modulus} from zero. */
    static boolean rootsBeyond(double modulus, double[] coefficients, int from, int count, int sign) {
        for (double partial : ofCoefficients(coefficients, from, count, sign, modulus)) {
            if (!(Math.abs(partial) < 1)) {
                return false;
            }
        }
        return true;
    }
}
