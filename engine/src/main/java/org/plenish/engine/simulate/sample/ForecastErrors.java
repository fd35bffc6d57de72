package org.plenish.engine.simulate.sample;

import org.plenish.engine.forecast.Forecast;

/** How the errors of a forecast's buckets hang together. */
public final class ForecastErrors {

    private ForecastErrors() {}

    /**
     * The one correlation of any two buckets' errors with which the deviation of their sums comes nearest to the
     * forecast's own: least squares over all spans from the first bucket of {@code C² - Σσ²} on {@code (Σσ)² - Σσ²}, C
     * the cumulative standard deviation. Example: σ of 2 in each of two buckets and C of √12 over both: (12 - 8) / (16 -
     * 8) = 0.5.
     *
     * @return 0 to 1; 0 of a single bucket
     */
    public static double correlation(Forecast forecast) {
        double sum = 0;
        double squares = 0;
        double product = 0;
        double norm = 0;
        for (int t = 0; t < forecast.buckets().count(); t++) {
            double sd = forecast.sdUnits().get(t);
            double cumulativeSd = forecast.cumulativeSdUnits().get(t);
            sum += sd;
            squares += sd * sd;
            double pairs = sum * sum - squares;
            product += pairs * (cumulativeSd * cumulativeSd - squares);
            norm += pairs * pairs;
        }
        return norm == 0 ? 0 : Math.max(0, Math.min(1, product / norm));
    }
}
