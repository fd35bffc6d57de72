package org.plenish.engine.forecast.method;

import java.util.Arrays;
import java.util.List;

/**
 * The mean, bucket by bucket, of what several methods forecast without the lowest and the highest of them: about as good
 * as the best of them on most series and never as wrong as the worst. Of four methods that is their median, of two their
 * mean.
 *
 * <p>The expected error is that of the first method, which should be one that counts how little is known of the right
 * model: the errors of the methods on one series are much the same, so that combining them makes none smaller by much.
 *
 * <p>Source: Petropoulos &amp; Svetunkov (2020), doi:10.1016/j.ijforecast.2019.01.006 (the median of exponential
 * smoothing, complex exponential smoothing, ARIMA and dynamic Theta); Jose &amp; Winkler (2008),
 * doi:10.1016/j.ijforecast.2007.06.001 (trimmed means).
 */
public final class TrimmedCombination implements ForecastMethod {

    private static final int LEAST_TO_TRIM = 3;

    private final String id;
    private final List<ForecastMethod> members;

    /** @param members two or more; those that cannot forecast a series are left out for it */
    public TrimmedCombination(String id, List<ForecastMethod> members) {
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
        double[] atBucket = new double[predictions.size()];
        for (int i = 0; i < horizonBuckets; i++) {
            for (int member = 0; member < atBucket.length; member++) {
                atBucket[member] = predictions.get(member).mean()[i];
            }
            mean[i] = trimmedMean(atBucket);
        }
        return new Prediction(mean, predictions.get(0).sd());
    }

    /** Sorts {@code values}. */
    static double trimmedMean(double[] values) {
        Arrays.sort(values);
        int trimmed = values.length < LEAST_TO_TRIM ? 0 : 1;
        double sum = 0;
        for (int i = trimmed; i < values.length - trimmed; i++) {
            sum += values[i];
        }
        return sum / (values.length - 2 * trimmed);
    }
}
