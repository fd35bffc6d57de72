package org.plenish.engine.forecast.method;

import java.util.function.Function;
import org.plenish.engine.math.Minimizers;

/**
 * The classical Theta method: the mean of the history's straight line, gone on with, and of simple exponential smoothing
 * of a line with twice the history's curvature. That is simple exponential smoothing with a drift of half the slope b of
 * the straight line: {@code l_n + b/2·(h − 1 + (1 − (1 − α)^n)/α)} for bucket h after n buckets. A season is taken out
 * before, if the autocorrelation shows one, and put back after.
 *
 * <p>Source: Assimakopoulos &amp; Nikolopoulos (2000), doi:10.1016/S0169-2070(00)00066-2; Hyndman &amp; Billah (2003),
 * doi:10.1016/S0169-2070(01)00143-1 (the equivalence).
 */
public final class Theta implements ForecastMethod {

    static final int MIN_KNOWN_BUCKETS = 4;

    /** α, the starting level and the slope. */
    private static final int PARAMETERS = 3;

    private static final double LEAST_ALPHA = 1e-4;
    private static final double GREATEST_ALPHA = 0.9999;

    private final int period;

    /** @param period buckets in a season; 1: none */
    public Theta(int period) {
        this.period = period;
    }

    @Override
    public String id() {
        return "theta";
    }

    @Override
    public String suits() {
        return "half of the long-run trend goes on from the latest level";
    }

    @Override
    public boolean canForecast(double[] values) {
        return Histories.knownCount(values) >= MIN_KNOWN_BUCKETS;
    }

    @Override
    public Prediction forecast(double[] values, int horizonBuckets) {
        return forecast(values, period, series -> {
            double alpha = Minimizers.onInterval(
                    candidate ->
                            SimpleExponentialSmoothing.fit(series, candidate).squaredError(),
                    LEAST_ALPHA,
                    GREATEST_ALPHA);
            return withDrift(series, alpha, horizonBuckets);
        });
    }

    /** The forecast for one α; series without season. */
    static Prediction withDrift(double[] series, double alpha, int horizonBuckets) {
        SimpleExponentialSmoothing.Fit fit = SimpleExponentialSmoothing.fit(series, alpha);
        ThetaModel.Line line = new ThetaModel.Line();
        for (int i = 0; i < series.length; i++) {
            if (!Double.isNaN(series[i])) {
                line.add(i + 1, series[i]);
            }
        }
        double sd = Histories.errorSd(fit.squaredError(), series, PARAMETERS);
        double behind = (1 - Math.pow(1 - alpha, series.length)) / alpha; // buckets that smoothing lags a trend by
        double[] mean = new double[horizonBuckets];
        double[] sds = new double[horizonBuckets];
        for (int i = 0; i < horizonBuckets; i++) {
            mean[i] = fit.level() + line.slope() / 2 * (i + behind);
            sds[i] = sd * Math.sqrt(1 + i * alpha * alpha);
        }
        return new Prediction(mean, sds);
    }

    /** A method for series without season and of about mean 0 and size 1, on any series. */
    static Prediction forecast(double[] values, int period, Function<double[], Prediction> method) {
        ClassicalSeason season = ClassicalSeason.of(values, period);
        StandardSeries series = StandardSeries.centred(season.removedFrom(values));
        return season.addedTo(series.restored(method.apply(series.values())), values.length);
    }
}
