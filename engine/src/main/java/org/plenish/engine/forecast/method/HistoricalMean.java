package org.plenish.engine.forecast.method;

/**
 * Every bucket is forecast as the mean of all known ones; the error of the mean itself is counted:
 * {@code sd = σ·√(1 + 1/T)} with the standard deviation σ of the {@code T} known values.
 *
 * <p>Source: Hyndman &amp; Athanasopoulos (2021), Forecasting: Principles and Practice, 3rd ed., §5.2 and table 5.2.
 */
public final class HistoricalMean implements ForecastMethod {

    @Override
    public String id() {
        return "mean";
    }

    @Override
    public String suits() {
        return "it has kept to one level throughout";
    }

    @Override
    public boolean canForecast(double[] values) {
        return Histories.knownCount(values) >= 1;
    }

    @Override
    public Prediction forecast(double[] values, int horizonBuckets) {
        double mean = Histories.mean(values);
        double squaredError = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                squaredError += (value - mean) * (value - mean);
            }
        }
        double sd = Histories.errorSd(squaredError, values, 1) * Math.sqrt(1 + 1.0 / Histories.knownCount(values));
        return Prediction.flat(mean, sd, 0, horizonBuckets);
    }
}
