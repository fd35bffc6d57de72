package org.plenish.engine.forecast.method;

import java.util.Arrays;

/**
 * A series from its first known bucket on, moved and scaled to about one, so that the squared errors of huge, tiny and
 * nearly constant series keep their digits. Gaps stay NaN.
 *
 * @param values not shared with the series
 * @param centre what was subtracted
 * @param scale what was divided by then, above 0
 */
@SuppressWarnings("ArrayRecordComponent") // handed from a method to its own fit
record StandardSeries(double[] values, double centre, double scale) {

    /** Moved to mean 0. @param series at least one value known */
    static StandardSeries centred(double[] series) {
        return of(series, Histories.mean(series));
    }

    /** Only scaled, for methods to which zero means something. @param series at least one value known */
    static StandardSeries scaled(double[] series) {
        return of(series, 0);
    }

    private static StandardSeries of(double[] series, double centre) {
        double[] values = Arrays.copyOfRange(series, Histories.firstKnown(series), series.length);
        double spread = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] -= centre;
            spread = Math.max(spread, Double.isNaN(values[i]) ? 0 : Math.abs(values[i]));
        }
        // what is left of a constant series is rounding
        double scale = spread > 1e-14 * Math.abs(centre) ? spread : 1;
        for (int i = 0; i < values.length; i++) {
            values[i] /= scale;
        }
        return new StandardSeries(values, centre, scale);
    }

    /** A prediction of these values, as one of the series. */
    Prediction restored(Prediction prediction) {
        double[] mean = prediction.mean().clone();
        double[] sd = prediction.sd().clone();
        for (int i = 0; i < mean.length; i++) {
            mean[i] = centre + scale * mean[i];
            sd[i] *= scale;
        }
        return new Prediction(mean, sd);
    }
}
