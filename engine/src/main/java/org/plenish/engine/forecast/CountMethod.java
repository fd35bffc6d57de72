package org.plenish.engine.forecast;

import org.plenish.engine.forecast.intermittent.IntermittentForecast;
import org.plenish.engine.forecast.intermittent.IntermittentForecaster;
import org.plenish.engine.forecast.method.ForecastMethod;
import org.plenish.engine.forecast.method.Histories;
import org.plenish.engine.forecast.method.Prediction;
import org.plenish.engine.math.Lattice;

/**
 * {@link IntermittentForecaster} among the methods that a backtest compares. It tells the mean of the distribution itself,
 * which stock is built on, not the lower figure that errs less.
 */
final class CountMethod implements ForecastMethod {

    static final String ID = "averaged_negative_binomial";

    private static final int LEAST_DEMANDS = 2;

    private final IntermittentForecaster forecaster;

    /** @param period buckets in a season; 1: none */
    CountMethod(int period) {
        forecaster = new IntermittentForecaster(period);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String suits() {
        return "counts around a level that drifts fit";
    }

    @Override
    public boolean canForecast(double[] demandUnits) {
        return Histories.demandCount(demandUnits) >= LEAST_DEMANDS && IntermittentForecaster.suits(demandUnits);
    }

    @Override
    public Prediction forecast(double[] demandUnits, int horizonBuckets) {
        IntermittentForecast forecast = forecaster.forecast(demandUnits, horizonBuckets);
        double[] mean = new double[horizonBuckets];
        double[] sd = new double[horizonBuckets];
        for (int i = 0; i < horizonBuckets; i++) {
            Lattice bucket = forecast.distribution().bucket(i + 1);
            mean[i] = bucket.mean();
            sd[i] = bucket.sd();
        }
        return new Prediction(mean, sd);
    }
}
