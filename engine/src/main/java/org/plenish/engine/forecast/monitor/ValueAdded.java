package org.plenish.engine.forecast.monitor;

/**
 * What each stage of forecasting one SKU-location is worth: the root mean squared error of a bucket that the naive
 * forecast (repeat the last bucket), the computed forecast and the one given from outside had over the same buckets.
 * Squared, because stock is built on the mean; an absolute error would call a forecast of zero the best one of
 * intermittent demand.
 *
 * <p>Naive and computed are compared on the held-out spans by which the method was also chosen, so the computed one looks
 * a little better than it will do. Where forecasts from outside were given for past buckets, all three are compared there,
 * naive and computed as of shortly before the bucket; how early the given one was made is not known.
 *
 * <p>Source: Gilliland (2010), The Business Forecasting Deal, ch. 4 (forecast value added).
 *
 * @param naiveErrorUnits over the held-out spans; NaN if there are none
 * @param forecastErrorUnits over the same
 * @param givenBuckets past buckets with a forecast from outside; 0: none, and the next three are NaN
 */
public record ValueAdded(
        double naiveErrorUnits,
        double forecastErrorUnits,
        int givenBuckets,
        double naiveErrorWhereGivenUnits,
        double forecastErrorWhereGivenUnits,
        double givenErrorUnits) {

    public static final ValueAdded UNKNOWN = ValueAdded.overNaive(Double.NaN, Double.NaN);

    /** Without forecasts from outside. */
    public static ValueAdded overNaive(double naiveErrorUnits, double forecastErrorUnits) {
        return new ValueAdded(naiveErrorUnits, forecastErrorUnits, 0, Double.NaN, Double.NaN, Double.NaN);
    }

    /**
     * With forecasts from outside, judged where all three errors of a bucket are known. The arrays end at the same bucket.
     *
     * @param naiveErrors forecast less demand; NaN is not known
     */
    public ValueAdded withGiven(double[] naiveErrors, double[] forecastErrors, double[] givenErrors) {
        double naive = 0;
        double forecast = 0;
        double given = 0;
        int known = 0;
        int length = Math.min(naiveErrors.length, Math.min(forecastErrors.length, givenErrors.length));
        for (int back = 1; back <= length; back++) {
            double n = naiveErrors[naiveErrors.length - back];
            double f = forecastErrors[forecastErrors.length - back];
            double g = givenErrors[givenErrors.length - back];
            if (!Double.isNaN(n + f + g)) {
                naive += n * n;
                forecast += f * f;
                given += g * g;
                known++;
            }
        }
        return known == 0
                ? this
                : new ValueAdded(
                        naiveErrorUnits,
                        forecastErrorUnits,
                        known,
                        Math.sqrt(naive / known),
                        Math.sqrt(forecast / known),
                        Math.sqrt(given / known));
    }

    /** Error of the computed forecast by that of the naive one: below 1 it adds value; NaN if not known. */
    public double relativeError() {
        return naiveErrorUnits > 0 ? forecastErrorUnits / naiveErrorUnits : Double.NaN;
    }
}
