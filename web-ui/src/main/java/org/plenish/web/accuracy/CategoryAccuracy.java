package org.plenish.web.accuracy;

/** The forecasts of one category; see {@link AccuracySummary}. */
public record CategoryAccuracy(String category, int judged, int worse, double naiveCost, double forecastCost) {

    public double relativeError() {
        return naiveCost > 0 ? forecastCost / naiveCost : Double.NaN;
    }

    public double valueAdded() {
        return naiveCost - forecastCost;
    }
}
