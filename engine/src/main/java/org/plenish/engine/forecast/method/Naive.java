package org.plenish.engine.forecast.method;

/**
 * What comes is what came last: the last known bucket.
 *
 * <p>Source: Hyndman &amp; Athanasopoulos (2021), Forecasting: Principles and Practice, 3rd ed., §5.2.
 */
public final class Naive implements ForecastMethod {

    @Override
    public String id() {
        return "naive";
    }

    @Override
    public String suits() {
        return "the latest demand says most about the next";
    }

    @Override
    public boolean canForecast(double[] demandUnits) {
        return Histories.knownCount(demandUnits) >= 1;
    }

    @Override
    public Prediction forecast(double[] demandUnits, int horizonBuckets) {
        int last = Histories.lastKnown(demandUnits);
        double sd = Histories.rootMeanSquaredChange(demandUnits, 1);
        return Prediction.flat(demandUnits[last], sd, 1, horizonBuckets);
    }
}
