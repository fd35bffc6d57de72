package org.plenish.web.accuracy;

/**
 * Errors of many SKU-locations, each a bucket's root mean squared error at unit cost, added up (currency units).
 *
 * @param judged SKU-locations with a history long enough to hold ends of it out
 * @param worse of these, how many would do better with the naive forecast
 */
public record AccuracySummary(int skuLocations, int judged, int worse, double naiveCost, double forecastCost) {

    /** Share of the naive forecast's error that is left; NaN if not known. */
    public double relativeError() {
        return naiveCost > 0 ? forecastCost / naiveCost : Double.NaN;
    }

    /** What forecasting takes off the error (currency units a bucket); negative: it adds to it. */
    public double valueAdded() {
        return naiveCost - forecastCost;
    }
}
