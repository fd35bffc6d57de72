package org.plenish.engine.forecast;

import java.util.List;
import org.plenish.engine.forecast.clean.Correction;
import org.plenish.engine.model.Series;
import org.plenish.engine.model.SkuLocation;
import org.plenish.engine.model.TimeBuckets;

/**
 * What is expected of one SKU-location, and how wrong that may be.
 *
 * @param buckets the future, from the plan's date
 * @param meanUnits expected demand of each bucket, finite, 0 or more
 * @param sdUnits standard deviation of the forecast's error in each bucket alone, finite, 0 or more
 * @param cumulativeSdUnits at {@code i}: standard deviation of the error of the sum of buckets {@code 0..i}, measured
 *     over such spans where history allows, so correlated errors count; what safety stock is made from
 * @param method id of the method, such as {@code sba}
 * @param why one sentence for a planner: why this method
 * @param corrections what was changed in the recorded sales before they were forecast from; buckets are those of the
 *     demand history
 */
public record Forecast(
        SkuLocation location,
        TimeBuckets buckets,
        Series meanUnits,
        Series sdUnits,
        Series cumulativeSdUnits,
        String method,
        String why,
        ForecastAccuracy accuracy,
        List<Correction> corrections) {

    public Forecast {
        corrections = List.copyOf(corrections);
        check(buckets, meanUnits, "mean");
        check(buckets, sdUnits, "standard deviation");
        check(buckets, cumulativeSdUnits, "cumulative standard deviation");
    }

    /** A forecast from sales as they were recorded. */
    public Forecast(
            SkuLocation location,
            TimeBuckets buckets,
            Series meanUnits,
            Series sdUnits,
            Series cumulativeSdUnits,
            String method,
            String why,
            ForecastAccuracy accuracy) {
        this(location, buckets, meanUnits, sdUnits, cumulativeSdUnits, method, why, accuracy, List.of());
    }

    private static void check(TimeBuckets buckets, Series series, String name) {
        if (series.length() != buckets.count()) {
            throw new IllegalArgumentException(
                    name + " has " + series.length() + " values, but must have " + buckets.count() + ".");
        }
        for (int i = 0; i < series.length(); i++) {
            if (!(series.get(i) >= 0) || Double.isInfinite(series.get(i))) {
                throw new IllegalArgumentException(
                        name + " of bucket " + i + ": " + series.get(i) + " must be finite and 0 or more.");
            }
        }
    }

    /** Expected demand over the first {@code buckets} buckets; a fraction takes its share of the last one. */
    public double meanOver(double spanBuckets) {
        return over(meanUnits, spanBuckets);
    }

    /** Expected demand between two moments, in buckets after the start; beyond the horizon the last bucket goes on. */
    public double meanBetween(double fromBuckets, double toBuckets) {
        return over(meanUnits, toBuckets) - over(meanUnits, fromBuckets);
    }

    /**
     * Standard deviation of the error over the first {@code spanBuckets} buckets: linear in the variance between
     * whole buckets; beyond the horizon the variance grows by that of the last bucket.
     */
    public double sdOver(double spanBuckets) {
        int whole = (int) Math.floor(spanBuckets);
        double before = whole == 0 ? 0 : varianceAt(Math.min(whole, buckets.count()) - 1);
        if (whole >= buckets.count()) {
            double last = sdUnits.get(buckets.count() - 1);
            return Math.sqrt(before + (spanBuckets - buckets.count()) * last * last);
        }
        double after = varianceAt(whole);
        return Math.sqrt(before + (spanBuckets - whole) * Math.max(0, after - before));
    }

    private double varianceAt(int index) {
        double sd = cumulativeSdUnits.get(index);
        return sd * sd;
    }

    private static double over(Series series, double spanBuckets) {
        int whole = Math.min((int) Math.floor(spanBuckets), series.length());
        double sum = series.sum(0, whole);
        double rest = spanBuckets - whole;
        if (rest > 0) {
            sum += rest * series.get(Math.min(whole, series.length() - 1));
        }
        return sum;
    }
}
