package org.plenish.engine.forecast.method;

/**
 * What comes is what came a season ago; where that is not known, two seasons ago, and so on.
 *
 * <p>Source: Hyndman &amp; Athanasopoulos (2021), Forecasting: Principles and Practice, 3rd ed., §5.2.
 */
public final class SeasonalNaive implements ForecastMethod {

    private final int period;

    /** @param period buckets in a season, 2 or more */
    public SeasonalNaive(int period) {
        this.period = period;
    }

    @Override
    public String id() {
        return "seasonal_naive";
    }

    @Override
    public String suits() {
        return "the same time a season ago is the best guide";
    }

    /** Not for intermittent demand, which does not come back on the same week. */
    @Override
    public boolean canForecast(double[] demandUnits) {
        return demandUnits.length >= period
                && Histories.knownCount(demandUnits) >= 1
                && !Histories.isIntermittent(demandUnits);
    }

    @Override
    public Prediction forecast(double[] demandUnits, int horizonBuckets) {
        double[] forecast = new double[horizonBuckets];
        double[] sd = new double[horizonBuckets];
        double change = Histories.rootMeanSquaredChange(demandUnits, period);
        for (int i = 0; i < horizonBuckets; i++) {
            int source = demandUnits.length - period + i % period;
            while (source >= 0 && Double.isNaN(demandUnits[source])) {
                source -= period;
            }
            forecast[i] = source >= 0 ? demandUnits[source] : Histories.mean(demandUnits);
            sd[i] = change * Math.sqrt(1 + i / period);
        }
        return new Prediction(forecast, sd);
    }
}
