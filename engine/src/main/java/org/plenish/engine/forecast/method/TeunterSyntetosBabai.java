package org.plenish.engine.forecast.method;

import org.plenish.engine.math.Minimizers;

/**
 * TSB: the probability of a demand is smoothed in every bucket, its size when there is one; the forecast is
 * {@code probability · size}. Unlike {@link Croston} it sinks while nothing sells, so it sees an article die. Both
 * constants are those of least squared one-step error.
 *
 * <p>Source: Teunter, Syntetos &amp; Babai (2011), doi:10.1016/j.ejor.2011.05.018.
 */
public final class TeunterSyntetosBabai implements ForecastMethod {

    private static final double[] LOW = {0, 0};
    private static final double[] HIGH = {Croston.MAX_ALPHA, Croston.MAX_ALPHA};
    private static final double[] START = {0.1, 0.1};

    @Override
    public String id() {
        return "tsb";
    }

    @Override
    public String suits() {
        return "a method for intermittent demand that may die out fits";
    }

    @Override
    public boolean canForecast(double[] demandUnits) {
        return Histories.demandCount(demandUnits) >= 2 && Histories.isIntermittent(demandUnits);
    }

    @Override
    public Prediction forecast(double[] demandUnits, int horizonBuckets) {
        int demands = Histories.demandCount(demandUnits);
        double probability = (double) demands / Histories.knownCount(demandUnits);
        double sizeUnits = Histories.total(demandUnits) / demands;
        double[] constants = Minimizers.inBox(
                c -> run(demandUnits, c[0], c[1], probability, sizeUnits).squaredError(), START, LOW, HIGH);
        return run(demandUnits, constants[0], constants[1], probability, sizeUnits)
                .predict(demandUnits, horizonBuckets);
    }

    /**
     * @param alpha smooths the size
     * @param beta smooths the probability
     */
    static Croston.Run run(
            double[] demandUnits, double alpha, double beta, double startProbability, double startSizeUnits) {
        double probability = startProbability;
        double sizeUnits = startSizeUnits;
        double squaredError = 0;
        for (double units : demandUnits) {
            if (Double.isNaN(units)) {
                continue;
            }
            double error = units - probability * sizeUnits;
            squaredError += error * error;
            if (units > 0) {
                probability += beta * (1 - probability);
                sizeUnits += alpha * (units - sizeUnits);
            } else {
                probability -= beta * probability;
            }
        }
        return new Croston.Run(probability * sizeUnits, squaredError);
    }
}
