package org.plenish.engine.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.forecast.method.ForecastMethod;
import org.plenish.engine.forecast.method.ForecastMethods;
import org.plenish.engine.forecast.method.Histories;
import org.plenish.engine.forecast.method.Prediction;
import org.plenish.engine.math.Normal;

/**
 * Forecasts plain series of one frequency, each by itself: with the method that suits it, or with one that was asked
 * for. Without state, so any number of threads may share one and get the same.
 */
public final class PlainForecaster {

    private final SeriesFrequency frequency;
    private final @Nullable ForecastMethod asked;

    private PlainForecaster(SeriesFrequency frequency, @Nullable ForecastMethod asked) {
        this.frequency = frequency;
        this.asked = asked;
    }

    public static PlainForecaster automatic(SeriesFrequency frequency) {
        return new PlainForecaster(frequency, null);
    }

    /** @throws IllegalArgumentException if there is no method of this id; the message names those there are */
    public static PlainForecaster withMethod(SeriesFrequency frequency, String methodId) {
        List<ForecastMethod> methods = ForecastMethods.all(frequency.period());
        ForecastMethod method = methods.stream()
                .filter(candidate -> candidate.id().equals(methodId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("method: " + methodId + " must be one of "
                        + methods.stream().map(ForecastMethod::id).collect(Collectors.joining(", ")) + "."));
        return new PlainForecaster(frequency, method);
    }

    /**
     * @param values oldest first; NaN is not known
     * @param horizon buckets to forecast, 1 or more
     * @param probabilities of the quantiles to tell, inside (0, 1)
     * @throws IllegalArgumentException if no value is known
     */
    public PlainForecast forecast(double[] values, int horizon, double[] probabilities) {
        if (Histories.knownCount(values) == 0) {
            throw new IllegalArgumentException(
                    "the series has no known value: at least one is needed to forecast from.");
        }
        ForecastMethod method = choose(values);
        Prediction prediction = method.forecast(values, horizon);
        boolean demand = Arrays.stream(values).noneMatch(value -> value < 0);
        double[] mean = demand ? Backtest.nonNegative(prediction.mean()) : prediction.mean();
        double[][] quantiles = new double[probabilities.length][horizon];
        for (int i = 0; i < probabilities.length; i++) {
            double z = Normal.standardQuantile(probabilities[i]);
            for (int step = 0; step < horizon; step++) {
                double quantile = prediction.mean()[step] + z * prediction.sd()[step];
                quantiles[i][step] = demand ? Math.max(0, quantile) : quantile;
            }
        }
        return new PlainForecast(method.id(), method.suits(), mean, quantiles);
    }

    private ForecastMethod choose(double[] values) {
        List<ForecastMethod> methods = ForecastMethods.all(frequency.period());
        if (asked != null && asked.canForecast(values)) {
            return asked;
        }
        for (int i = methods.size() - 1; i > 0; i--) {
            if (methods.get(i).canForecast(values)) {
                return methods.get(i);
            }
        }
        return methods.get(0);
    }
}
