package org.plenish.engine.forecast;

import org.plenish.engine.forecast.method.Prediction;
import org.plenish.engine.math.Normal;

/**
 * How the quantiles of a forecast follow from its mean and the error its model expects. Models take themselves for true
 * and errors for normal; held-out ends show how much wider and heavier-tailed errors are, and how that grows with the
 * distance. A positive series has lognormal quantiles, so that they stay positive and reach further up than down.
 *
 * <p>A quantile lies {@code z·f} standard deviations from the mean, with the standard normal quantile {@code z}. The
 * factor {@code f} is {@code next} for the next bucket and 80 % intervals, grows evenly to {@code far} at bucket
 * {@code farBuckets} and stays there, and rises with {@code z²} so that it is {@code tail} times as large for 95 %
 * intervals.
 *
 * <p>Source of the idea: Grushka-Cockayne &amp; Jose (2020), Combining prediction intervals in the M4 competition,
 * International Journal of Forecasting 36(1), 178-185 (intervals of the methods were too narrow); the figures are
 * measured, see {@link MethodsByFrequency}.
 */
record IntervalShape(double next, double far, int farBuckets, double tail) {

    /** Quantiles of normal errors of the deviation that the model tells. */
    static final IntervalShape AS_TOLD = new IntervalShape(1, 1, 1, 1);

    private static final double Z2_OF_80 = 1.2815515655446004 * 1.2815515655446004;
    private static final double Z2_OF_95 = 1.959963984540054 * 1.959963984540054;

    /** @return at {@code [i][step]}: the quantile of {@code probabilities[i]} */
    double[][] quantiles(Prediction prediction, double[] probabilities, boolean positive) {
        int horizon = prediction.horizonBuckets();
        double[][] quantiles = new double[probabilities.length][horizon];
        for (int i = 0; i < probabilities.length; i++) {
            double z = Normal.standardQuantile(probabilities[i]);
            for (int step = 0; step < horizon; step++) {
                quantiles[i][step] =
                        quantile(prediction.mean()[step], prediction.sd()[step], z * factor(step, z), positive);
            }
        }
        return quantiles;
    }

    private static double quantile(double mean, double sd, double deviations, boolean positive) {
        if (positive && mean > 0) {
            double variation = sd / mean;
            return mean * Math.exp(deviations * Math.sqrt(Math.log1p(variation * variation)));
        }
        return mean + deviations * sd;
    }

    /** @param step 0 is the next bucket */
    double factor(int step, double z) {
        double distance = farBuckets <= 1 ? 0 : Math.min(1, step / (farBuckets - 1.0));
        double ofTail = 1 + (tail - 1) * (z * z - Z2_OF_80) / (Z2_OF_95 - Z2_OF_80);
        return (next + (far - next) * distance) * Math.max(MIN_TAIL_FACTOR, ofTail);
    }

    /** Near the median, the straight line in z² would go too low. */
    private static final double MIN_TAIL_FACTOR = 0.5;
}
