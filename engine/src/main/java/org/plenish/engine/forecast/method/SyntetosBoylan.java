package org.plenish.engine.forecast.method;

/**
 * SBA: {@link Croston} times {@code 1 − α/2}, which takes away the bias of dividing by a smoothed interval.
 *
 * <p>Source: Syntetos &amp; Boylan (2005), doi:10.1016/j.ijforecast.2004.10.001.
 */
public final class SyntetosBoylan implements ForecastMethod {

    @Override
    public String id() {
        return "sba";
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
        return Croston.forecast(demandUnits, Croston.Correction.FOR_BERNOULLI_ARRIVALS, horizonBuckets);
    }
}
