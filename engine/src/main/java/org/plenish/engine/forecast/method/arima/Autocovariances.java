package org.plenish.engine.forecast.method.arima;

import java.util.Arrays;

/**
 * Covariances of an ARMA process with unit error variance. The autocovariances of its autoregressive part come from the
 * Durbin-Levinson recursion run backwards and then forwards, those of the whole from the moving average of them.
 *
 * <p>Source: Brockwell &amp; Davis (1991), Time Series: Theory and Methods, 2nd ed., §3.3 and §5.2.
 */
final class Autocovariances {

    private Autocovariances() {}

    /**
     * Covariances of the states of the state-space form (Gardner, Harvey &amp; Phillips 1980) with the process itself.
     *
     * @param ar φ_1 to φ_arLags, stationary; zero beyond
     * @param ma θ_1 on; zero beyond
     * @param maLag lags of the moving-average terms that are not zero, of {@code maTerms}
     * @param covariances gets one for each of {@code states} states, and a zero after them; the first is the variance
     * @return the variance of the process
     */
    static double firstColumn(
            double[] ar,
            int arLags,
            double[] ma,
            int[] maLag,
            double[] maValue,
            int maTerms,
            int states,
            double[] covariances) {
        int maLags = maTerms == 0 ? 0 : maLag[maTerms - 1];
        // impulse responses ψ_0 to ψ_states
        double[] response = new double[states + 1];
        response[0] = 1;
        if (arLags == 0) {
            System.arraycopy(ma, 0, response, 1, states);
        } else {
            for (int i = 1; i <= states; i++) {
                double sum = ma[i - 1];
                for (int j = 1; j <= Math.min(i, arLags); j++) {
                    sum += ar[j - 1] * response[i - j];
                }
                response[i] = sum;
            }
        }
        double[] process = new double[arLags + 1];
        if (arLags > 0) {
            double[] pure = ofAutoregression(ar, arLags, arLags + maLags);
            for (int k = 0; k <= arLags; k++) {
                double sum = 0;
                for (int i = -1; i < maTerms; i++) {
                    int lag = i < 0 ? 0 : maLag[i];
                    double value = i < 0 ? 1 : maValue[i];
                    double inner = pure[Math.abs(k + lag)];
                    for (int j = 0; j < maTerms; j++) {
                        inner += maValue[j] * pure[Math.abs(k + lag - maLag[j])];
                    }
                    sum += value * inner;
                }
                process[k] = sum;
            }
        } else {
            process[0] = 1;
            for (int i = 0; i < maTerms; i++) {
                process[0] += maValue[i] * maValue[i];
            }
        }
        covariances[0] = process[0];
        for (int i = 1; i < states; i++) {
            double sum = 0;
            for (int j = i; j < arLags; j++) {
                sum += ar[j] * process[j + 1 - i];
            }
            for (int j = 0; j < maTerms; j++) {
                if (maLag[j] >= i) {
                    sum += maValue[j] * response[maLag[j] - i];
                }
            }
            covariances[i] = sum;
        }
        covariances[states] = 0;
        return process[0];
    }

    /** γ_0 to γ_lags of {@code x_t = Σ φ_i x_(t-i) + ε_t} with unit error variance. */
    static double[] ofAutoregression(double[] ar, int order, int lags) {
        double[][] rows = new double[order][];
        rows[order - 1] = Arrays.copyOf(ar, order);
        double variance = 1;
        for (int k = order - 1; k >= 0; k--) {
            double partial = rows[k][k];
            double rest = 1 - partial * partial;
            variance /= rest;
            if (k > 0) {
                double[] row = new double[k];
                for (int i = 0; i < k; i++) {
                    row[i] = (rows[k][i] + partial * rows[k][k - 1 - i]) / rest;
                }
                rows[k - 1] = row;
            }
        }
        double[] covariances = new double[lags + 1];
        covariances[0] = variance;
        for (int k = 1; k <= lags; k++) {
            double sum = 0;
            if (k <= order) {
                sum = rows[k - 1][k - 1] * variance;
                for (int i = 0; i < k - 1; i++) {
                    sum += rows[k - 2][i] * covariances[k - 1 - i];
                }
                double partial = rows[k - 1][k - 1];
                variance *= 1 - partial * partial;
            } else {
                for (int i = 0; i < order; i++) {
                    sum += ar[i] * covariances[k - 1 - i];
                }
            }
            covariances[k] = sum;
        }
        return covariances;
    }
}
