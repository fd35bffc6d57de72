package org.plenish.engine.forecast.method;

/**
 * DOTM: as {@link OptimizedTheta}, but the straight line is drawn anew with every bucket through what is known by then,
 * so the trend that goes on changes with the history.
 *
 * <p>Source: Fiorucci, Pellegrini, Louzada, Petropoulos &amp; Koehler (2016), doi:10.1016/j.ijforecast.2016.02.005.
 */
public final class DynamicOptimizedTheta implements ForecastMethod {

    private final int period;

    /** @param period buckets in a season; 1: none */
    public DynamicOptimizedTheta(int period) {
        this.period = period;
    }

    @Override
    public String id() {
        return "dotm";
    }

    @Override
    public String suits() {
        return "part of a trend that changes as it goes carries on from the latest level";
    }

    @Override
    public boolean canForecast(double[] values) {
        return Histories.knownCount(values) >= Theta.MIN_KNOWN_BUCKETS;
    }

    @Override
    public Prediction forecast(double[] values, int horizonBuckets) {
        return Theta.forecast(values, period, series -> {
            ThetaModel model = new ThetaModel(series, true);
            return model.forecast(model.fit(), horizonBuckets);
        });
    }
}
