package org.plenish.web.accuracy;

/**
 * Forecasts from outside beside the other stages, over the past buckets they were given for; see {@link AccuracySummary}.
 *
 * @param worse SKU-locations where the computed forecast would have been better
 */
public record GivenAccuracy(int skuLocations, int worse, double naiveCost, double forecastCost, double givenCost) {

    public double relativeToNaive() {
        return naiveCost > 0 ? givenCost / naiveCost : Double.NaN;
    }

    public double relativeToForecast() {
        return forecastCost > 0 ? givenCost / forecastCost : Double.NaN;
    }
}
