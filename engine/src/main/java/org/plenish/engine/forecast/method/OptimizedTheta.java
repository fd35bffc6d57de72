package org.plenish.engine.forecast.method;

/**
 * OTM: as {@link Theta}, but how far the second line follows the history's straight line (θ), the weight of the newest
 * value and the level to start from are those of least squared one-step error. A season is taken out before, if the
 * autocorrelation shows one, and put back after.
 *
 * <p>Source: Fiorucci, Pellegrini, Louzada, Petropoulos &amp; Koehler (2016), doi:10.1016/j.ijforecast.2016.02.005.
 */
public final class OptimizedTheta implements ForecastMethod {

    private final int period;

    /** @param period buckets in a season; 1: none */
    public OptimizedTheta(int period) {
        this.period = period;
    }

    @Override
    public String id() {
        return "otm";
    }

    @Override
    public String suits() {
        return "part of the long-run trend goes on from the latest level";
    }

    @Override
    public boolean canForecast(double[] values) {
        return Histories.knownCount(values) >= Theta.MIN_KNOWN_BUCKETS;
    }

    @Override
    public Prediction forecast(double[] values, int horizonBuckets) {
        return Theta.forecast(values, period, series -> {
            ThetaModel model = new ThetaModel(series, false);
            return model.forecast(model.fit(), horizonBuckets);
        });
    }
}
