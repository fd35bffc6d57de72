package org.plenish.engine.forecast.method;

/**
 * SBJ: {@link Croston} times {@code 1 − α/(2 − α)}, which takes away the bias where demands come by a Poisson process.
 *
 * <p>Source: Shale, Boylan &amp; Johnston (2006), doi:10.1057/palgrave.jors.2602031.
 */
public final class ShaleBoylanJohnston implements ForecastMethod {

    @Override
    public String id() {
        return "sbj";
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
        return Croston.forecast(demandUnits, Croston.Correction.FOR_POISSON_ARRIVALS, horizonBuckets);
    }
}
