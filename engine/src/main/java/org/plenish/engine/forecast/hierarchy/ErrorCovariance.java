package org.plenish.engine.forecast.hierarchy;

/**
 * The covariance of the errors of many base forecasts, measured on few errors of each: correlations are shrunk towards
 * zero by as much as their own sampling error asks for, so that the matrix is always positive definite.
 *
 * <p>Source: Schäfer &amp; Strimmer (2005), doi:10.2202/1544-6115.1175 (target D: diagonal, unequal variances); as used by
 * Wickramasuriya, Athanasopoulos &amp; Hyndman (2019), doi:10.1080/01621459.2018.1448825, of errors around zero.
 */
@SuppressWarnings("ArrayRecordComponent") // handed on at once, to be solved with
public record ErrorCovariance(double[][] covariance, double shrinkage) {

    /**
     * @param errors of each node, all of the same buckets, finite
     * @throws IllegalArgumentException if there are fewer than two errors of each, or a node has errors of zero only
     */
    public static ErrorCovariance shrunk(double[][] errors) {
        int nodes = errors.length;
        int count = errors[0].length;
        if (count < 2) {
            throw new IllegalArgumentException(count + " errors of each node were given, but two are needed.");
        }
        double[] sd = new double[nodes];
        double[][] scaled = new double[nodes][count];
        for (int i = 0; i < nodes; i++) {
            Hierarchy.require(errors[i], count, "errors");
            double squares = 0;
            for (double error : errors[i]) {
                squares += error * error;
            }
            sd[i] = Math.sqrt(squares / count);
            if (!(sd[i] > 0)) {
                throw new IllegalArgumentException("the errors of node " + i + " are all zero, but some must not be.");
            }
            for (int t = 0; t < count; t++) {
                scaled[i][t] = errors[i][t] / sd[i];
            }
        }
        double[][] correlation = new double[nodes][nodes];
        double squared = 0;
        double variance = 0;
        for (int i = 0; i < nodes; i++) {
            for (int j = 0; j < i; j++) {
                double sum = 0;
                double sumOfSquares = 0;
                for (int t = 0; t < count; t++) {
                    double product = scaled[i][t] * scaled[j][t];
                    sum += product;
                    sumOfSquares += product * product;
                }
                correlation[i][j] = sum / count;
                squared += correlation[i][j] * correlation[i][j];
                variance += (sumOfSquares - sum * sum / count) / ((double) count * (count - 1));
            }
        }
        double shrinkage = squared > 0 ? Math.max(0, Math.min(1, variance / squared)) : 1;
        double[][] covariance = new double[nodes][nodes];
        for (int i = 0; i < nodes; i++) {
            covariance[i][i] = sd[i] * sd[i];
            for (int j = 0; j < i; j++) {
                covariance[i][j] = (1 - shrinkage) * correlation[i][j] * sd[i] * sd[j];
                covariance[j][i] = covariance[i][j];
            }
        }
        return new ErrorCovariance(covariance, shrinkage);
    }
}
