package org.plenish.engine.forecast.method;

/**
 * The mean of the last known buckets, as many as would have forecast the next bucket best: 2, 3, 4, 6, 8, 13 or 26 of
 * them, by least squared one-step error over the last half of the history. A window is wide enough to hold two
 * demands on average. Where none fits, the whole history is averaged.
 *
 * <p>Source: Silver, Pyke &amp; Thomas (2017), Inventory and Production Management in Supply Chains, 4th ed., §3.4.1.
 */
public final class MovingAverage implements ForecastMethod {

    private static final int[] WINDOWS = {2, 3, 4, 6, 8, 13, 26};

    /** A narrower window would often hold no demand at all where demand is intermittent. */
    private static final int MIN_DEMANDS = 2;

    @Override
    public String id() {
        return "moving_average";
    }

    @Override
    public String suits() {
        return "a plain average fits";
    }

    @Override
    public boolean canForecast(double[] demandUnits) {
        return Histories.knownCount(demandUnits) >= 1;
    }

    @Override
    public Prediction forecast(double[] demandUnits, int horizonBuckets) {
        double[] known = Histories.known(demandUnits);
        int window = window(known);
        double mean = sum(known, known.length, window) / window;
        double squares = 0;
        for (double value : known) {
            squares += (value - mean) * (value - mean);
        }
        double sd = Histories.errorSd(squares, known, 1);
        return Prediction.flat(mean, sd, 0, horizonBuckets);
    }

    /** Every window is judged on the same buckets: those after the widest window that fits into the first half. */
    static int window(double[] known) {
        int demands = Histories.demandCount(known);
        int judgedFrom = (known.length + 1) / 2;
        int best = known.length;
        double bestError = Double.POSITIVE_INFINITY;
        for (int window : WINDOWS) {
            if (window * demands < MIN_DEMANDS * known.length) {
                continue;
            }
            if (window > judgedFrom || judgedFrom == known.length) {
                break;
            }
            double squaredError = 0;
            double sum = sum(known, judgedFrom, window);
            for (int i = judgedFrom; i < known.length; i++) {
                double error = known[i] - sum / window;
                squaredError += error * error;
                sum += known[i] - known[i - window];
            }
            if (squaredError < bestError) {
                bestError = squaredError;
                best = window;
            }
        }
        return best;
    }

    static double sum(double[] known, int end, int window) {
        double sum = 0;
        for (int i = end - window; i < end; i++) {
            sum += known[i];
        }
        return sum;
    }
}
