package org.plenish.engine.forecast.method;

/**
 * MAPA, a lean form: the series without its season is averaged over spans of every length from one bucket to a season,
 * another method forecasts each of these series, and the forecasts, drawn out to buckets by straight lines between the
 * middles of the spans, are averaged. No one span has to be right. The original combines the level and trend of
 * exponential smoothing models; here it is their forecasts, so any method without season can serve.
 *
 * <p>Source: Kourentzes, Petropoulos &amp; Trapero (2014), doi:10.1016/j.ijforecast.2013.09.006.
 */
public final class Mapa implements ForecastMethod {

    private static final int MIN_SPANS = 16;

    private final int period;
    private final ForecastMethod method;

    /**
     * @param period buckets in a season; 1: none, and then no longer spans
     * @param method without season
     */
    public Mapa(int period, ForecastMethod method) {
        this.period = period;
        this.method = method;
    }

    @Override
    public String id() {
        return "mapa";
    }

    @Override
    public String suits() {
        return "level and trend show best over several spans of time";
    }

    @Override
    public boolean canForecast(double[] values) {
        return method.canForecast(values);
    }

    @Override
    public Prediction forecast(double[] values, int horizonBuckets) {
        ClassicalSeason season = ClassicalSeason.of(values, period);
        double[] adjusted = season.removedFrom(values);
        Prediction byBucket = method.forecast(adjusted, horizonBuckets);
        double[] mean = byBucket.mean().clone();
        int levels = 1;
        for (int span = 2; span <= period && adjusted.length / span >= MIN_SPANS; span++) {
            double[] history = TemporalHierarchy.means(adjusted, span);
            if (method.canForecast(history)) {
                // one span more than the horizon touches, and one to draw the last line to
                double[] bySpan =
                        method.forecast(history, horizonBuckets / span + 2).mean();
                for (int i = 0; i < horizonBuckets; i++) {
                    mean[i] += drawnOut(bySpan, (i + 0.5) / span - 0.5);
                }
                levels++;
            }
        }
        for (int i = 0; i < horizonBuckets; i++) {
            mean[i] /= levels;
        }
        return season.addedTo(new Prediction(mean, byBucket.sd()), values.length);
    }

    /** On the line between the two nearest middles; before the first middle, on the first line. */
    private static double drawnOut(double[] bySpan, double place) {
        int before = Math.max(0, (int) place);
        return bySpan[before] + (place - before) * (bySpan[before + 1] - bySpan[before]);
    }
}
