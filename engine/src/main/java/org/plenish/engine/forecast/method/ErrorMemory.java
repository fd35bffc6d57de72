package org.plenish.engine.forecast.method;

/**
 * How the errors of a regression hang together: {@code u_t = s_{t-1} + e_t, s_t = φ·s_{t-1} + α·e_t}. With φ = 1 a level
 * that exponential smoothing follows, with α = φ an autoregression, with α = 0 errors that know nothing of each other.
 *
 * @param phi φ, 0 to 1
 * @param alpha α, 0 or more, below 1 + φ
 */
record ErrorMemory(double phi, double alpha) {

    static final ErrorMemory NONE = new ErrorMemory(0, 0);

    /**
     * What of each value was not to be expected from the ones before; linear in the values. NaN where the value is.
     *
     * @return the last state, {@code s_n}
     */
    double innovations(double[] values, double[] innovations) {
        double state = 0;
        for (int i = 0; i < values.length; i++) {
            double error = values[i] - state;
            innovations[i] = error;
            state *= phi;
            if (!Double.isNaN(error)) {
                state += alpha * error;
            }
        }
        return state;
    }

    double squares(double[] values) {
        double state = 0;
        double squares = 0;
        for (double value : values) {
            double error = value - state;
            state *= phi;
            if (!Double.isNaN(error)) {
                state += alpha * error;
                squares += error * error;
            }
        }
        return squares;
    }

    /** Free parameters among φ and α. */
    int parameters() {
        if (alpha == 0) {
            return 0;
        }
        return phi == 1 || phi == alpha ? 1 : 2;
    }
}
