package org.plenish.engine.forecast.method;

import org.plenish.engine.math.Minimizers;

/**
 * SES: a level that moves by a share α of each error, {@code l = l + α·(y − l)}. With α = 0 it is the mean of all
 * history, with α = 1 the naive forecast. α and the level to start from are those of least squared one-step error; for
 * a given α the errors are linear in the starting level, so that one is found exactly.
 *
 * <p>Source: Hyndman &amp; Athanasopoulos (2021), Forecasting: Principles and Practice, 3rd ed., §8.1; Gardner (2006),
 * doi:10.1016/j.ijforecast.2006.03.005.
 */
public final class SimpleExponentialSmoothing implements ForecastMethod {

    /** α and the starting level. */
    private static final int PARAMETERS = 2;

    @Override
    public String id() {
        return "ses";
    }

    @Override
    public String suits() {
        return "an average that gives recent demand more weight fits";
    }

    @Override
    public boolean canForecast(double[] demandUnits) {
        return Histories.knownCount(demandUnits) >= 2;
    }

    @Override
    public Prediction forecast(double[] demandUnits, int horizonBuckets) {
        double alpha =
                Minimizers.onInterval(candidate -> fit(demandUnits, candidate).squaredError(), 0, 1);
        Fit fit = fit(demandUnits, alpha);
        double sd = Histories.errorSd(fit.squaredError(), demandUnits, PARAMETERS);
        return Prediction.flat(fit.level(), sd, alpha * alpha, horizonBuckets);
    }

    /** The level after the last bucket, from a given starting level. */
    static double level(double[] demandUnits, double alpha, double startLevel) {
        double level = startLevel;
        for (double units : demandUnits) {
            if (!Double.isNaN(units)) {
                level += alpha * (units - level);
            }
        }
        return level;
    }

    /** The best starting level for {@code alpha}, carried through the history. */
    static Fit fit(double[] demandUnits, double alpha) {
        double level = 0; // of a run that starts from zero
        double weight = 1; // what is left of the starting level
        double errorTimesWeight = 0;
        double weightSquared = 0;
        double errorSquared = 0;
        for (double units : demandUnits) {
            if (!Double.isNaN(units)) {
                double error = units - level;
                errorTimesWeight += error * weight;
                weightSquared += weight * weight;
                errorSquared += error * error;
                level += alpha * error;
                weight *= 1 - alpha;
            }
        }
        double startLevel = errorTimesWeight / weightSquared;
        return new Fit(level + weight * startLevel, errorSquared - startLevel * errorTimesWeight);
    }

    /**
     * @param level after the last bucket
     * @param squaredError sum over the known buckets
     */
    record Fit(double level, double squaredError) {}
}
