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
        return forecast(demandUnits, Correction.NONE, horizonBuckets);
    }

    static Prediction forecast(double[] demandUnits, Correction correction, int horizonBuckets) {
        double alpha = Minimizers.onInterval(
                candidate -> run(demandUnits, candidate, correction).squaredError(), 0, MAX_ALPHA);
        return run(demandUnits, alpha, correction).predict(demandUnits, horizonBuckets);
    }

    /** Starts from the history's own mean size and mean interval. */
    static Run run(double[] demandUnits, double alpha, Correction correction) {
        int demands = Histories.demandCount(demandUnits);
        double sizeUnits = Histories.total(demandUnits) / demands;
        double intervalBuckets = (double) Histories.knownCount(demandUnits) / demands;
        return run(demandUnits, alpha, correction, sizeUnits, intervalBuckets);
    }

    /**
     * @param correction of the rate's bias
     * @param startSizeUnits mean size before the first bucket
     * @param startIntervalBuckets mean interval before the first bucket, 1 or more
     */
    static Run run(
            double[] demandUnits,
            double alpha,
            Correction correction,
            double startSizeUnits,
            double startIntervalBuckets) {
        double factor = correction.factor(alpha);
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

    /** By what the rate is multiplied, because the mean of a quotient is more than the quotient of the means. */
    enum Correction {
        NONE {
            @Override
            double factor(double alpha) {
                return 1;
            }
        },

        /** {@link SyntetosBoylan}. */
        FOR_BERNOULLI_ARRIVALS {
            @Override
            double factor(double alpha) {
                return 1 - alpha / 2;
            }
        },

        /** {@link ShaleBoylanJohnston}. */
        FOR_POISSON_ARRIVALS {
            @Override
            double factor(double alpha) {
                return 1 - alpha / (2 - alpha);
            }
        };

        abstract double factor(double alpha);
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
