package org.plenish.engine.forecast.method;

import org.plenish.engine.math.Minimizers;

/**
 * Croston's method for demand with many zeros: size of a demand and interval between demands are smoothed apart, and
 * only when there is a demand; the forecast is {@code size / interval}. One α for both, of least squared one-step
 * error. A bucket that is not known counts neither as demand nor towards an interval.
 *
 * <p>Source: Croston (1972), doi:10.1057/jors.1972.50.
 */
public final class Croston implements ForecastMethod {

    /** Above this, size and interval follow single demands: chance, not change. */
    static final double MAX_ALPHA = 0.5;

    @Override
    public String id() {
        return "croston";
    }

    @Override
    public String suits() {
        return "a method for intermittent demand fits";
    }

    @Override
    public boolean canForecast(double[] demandUnits) {
        return Histories.demandCount(demandUnits) >= 2 && Histories.isIntermittent(demandUnits);
    }

    @Override
    public Prediction forecast(double[] demandUnits, int horizonBuckets) {
        return run(demandUnits, fittedAlpha(demandUnits, false), false).predict(demandUnits, horizonBuckets);
    }

    static double fittedAlpha(double[] demandUnits, boolean approximated) {
        return Minimizers.onInterval(
                alpha -> run(demandUnits, alpha, approximated).squaredError(), 0, MAX_ALPHA);
    }

    /** Starts from the history's own mean size and mean interval. */
    static Run run(double[] demandUnits, double alpha, boolean approximated) {
        int demands = Histories.demandCount(demandUnits);
        double sizeUnits = Histories.total(demandUnits) / demands;
        double intervalBuckets = (double) Histories.knownCount(demandUnits) / demands;
        return run(demandUnits, alpha, approximated, sizeUnits, intervalBuckets);
    }

    /**
     * @param approximated multiplies the rate by {@code 1 − α/2}, see {@link SyntetosBoylan}
     * @param startSizeUnits mean size before the first bucket
     * @param startIntervalBuckets mean interval before the first bucket, 1 or more
     */
    static Run run(
            double[] demandUnits,
            double alpha,
            boolean approximated,
            double startSizeUnits,
            double startIntervalBuckets) {
        double factor = approximated ? 1 - alpha / 2 : 1;
        double sizeUnits = startSizeUnits;
        double intervalBuckets = startIntervalBuckets;
        double rate = factor * sizeUnits / intervalBuckets;
        double squaredError = 0;
        int sinceDemand = 0;
        for (double units : demandUnits) {
            if (Double.isNaN(units)) {
                continue;
            }
            squaredError += (units - rate) * (units - rate);
            sinceDemand++;
            if (units > 0) {
                sizeUnits += alpha * (units - sizeUnits);
                intervalBuckets += alpha * (sinceDemand - intervalBuckets);
                rate = factor * sizeUnits / intervalBuckets;
                sinceDemand = 0;
            }
        }
        return new Run(rate, squaredError);
    }

    /**
     * @param rate expected demand of a bucket (units)
     * @param squaredError sum over the known buckets
     */
    record Run(double rate, double squaredError) {

        /** The rate goes on; its own error is not counted. */
        Prediction predict(double[] demandUnits, int horizonBuckets) {
            double sd = Histories.errorSd(squaredError, demandUnits, 1);
            return Prediction.flat(rate, sd, 0, horizonBuckets);
        }
    }
}
