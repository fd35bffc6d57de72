package org.plenish.web.accuracy;

/**
 * The forecast of one SKU-location beside the naive one; errors are root mean squared errors of a bucket (units).
 *
 * @param valueAdded what forecasting takes off the error, at unit cost (currency units a bucket); negative: it adds to it
 * @param latestMeanError forecast less demand of the latest buckets (units); NaN if not known
 */
public record AccuracyRow(
        String item,
        String warehouse,
        String description,
        String demandClass,
        String forecastMethod,
        double naiveError,
        double forecastError,
        double valueAdded,
        double latestMeanError,
        boolean outOfControl) {

    public double relativeError() {
        return naiveError > 0 ? forecastError / naiveError : Double.NaN;
    }
}
