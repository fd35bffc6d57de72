package org.plenish.engine.forecast.method;

import java.util.Arrays;
import java.util.List;

/**
 * The median, bucket by bucket, of what several methods forecast: as good as the best of them on most series and never as
 * wrong as the worst. The expected error is the median of theirs, as the methods err together on the same series.
 *
 * <p>Source: Petropoulos &amp; Svetunkov (2020), doi:10.1016/j.ijforecast.2019.01.006 (a simple combination of univariate
 * models, of exponential smoothing, complex exponential smoothing, ARIMA and dynamic Theta).
 */
public final class MedianCombination implements ForecastMethod {

    private final String id;
    private final List<ForecastMethod> members;

    /** @param members two or more; those that cannot forecast a series are left out for it */
    public MedianCombination(String id, List<ForecastMethod> members) {
        this.id = id;
        this.members = List.copyOf(members);
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String suits() {
        return "the middle of several methods errs less than any one of them";
    }

    @Override
    public boolean canForecast(double[] values) {
        return members.stream().anyMatch(member -> member.canForecast(values));
    }

    @Override
    public Prediction forecast(double[] values, int horizonBuckets) {
        List<Prediction> predictions = members.stream()
                .filter(member -> member.canForecast(values))
                .map(member -> member.forecast(values, horizonBuckets))
                .toList();
        double[] mean = new double[horizonBuckets];
        double[] sd = new double[horizonBuckets];
        double[] atBucket = new double[predictions.size()];
        for (int i = 0; i < horizonBuckets; i++) {
            int bucket = i;
            Arrays.setAll(atBucket, member -> predictions.get(member).mean()[bucket]);
            mean[i] = median(atBucket);
            Arrays.setAll(atBucket, member -> predictions.get(member).sd()[bucket]);
            sd[i] = median(atBucket);
        }
        return new Prediction(mean, sd);
    }

    /** Sorts {@code values}; the mean of the two in the middle where their number is even. */
    static double median(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
