package org.plenish.engine.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.forecast.intermittent.IntermittentForecast;
import org.plenish.engine.forecast.intermittent.IntermittentForecaster;
import org.plenish.engine.forecast.method.ForecastMethod;
import org.plenish.engine.forecast.method.ForecastMethods;
import org.plenish.engine.forecast.method.Histories;
import org.plenish.engine.forecast.method.Prediction;
import org.plenish.engine.math.Lattice;

/**
 * Forecasts plain series of one frequency, each by itself: with the method that suits it, or with one that was asked
 * for. Without state, so any number of threads may share one and get the same.
 *
 * <p>Demand that comes now and then, or in widely varying counts, is forecast by {@link IntermittentForecaster},
 * everything else by what {@link MethodsByFrequency} says. Where all values known are 0 or more, so are the forecast and its quantiles.
 */
public final class PlainForecaster {

    /** With fewer, nothing tells a season from chance. */
    private static final int MIN_SEASONS = 2;

    private final int period;
    private final MethodsByFrequency methods;
    private final @Nullable ForecastMethod asked;
    private final IntermittentForecaster intermittent;

    private PlainForecaster(SeriesFrequency frequency, @Nullable ForecastMethod asked) {
        this.asked = asked;
        period = frequency.period();
        intermittent = new IntermittentForecaster(period);
        methods = new MethodsByFrequency(frequency);
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
     * @throws IllegalArgumentException if no value is known, or one is infinite
     */
    public PlainForecast forecast(double[] values, int horizon, double[] probabilities) {
        check(values);
        if (asked != null) {
            return asked.canForecast(values)
                    ? forecast(
                            asked,
                            IntervalShape.AS_TOLD,
                            "Asked for by its name, " + asked.id() + ".",
                            values,
                            horizon,
                            probabilities)
                    : forecastInPlaceOf(asked, values, horizon, probabilities);
        }
        if (isCounts(values)) {
            return counts(values, horizon, probabilities);
        }
        MethodsByFrequency.Choice choice = methods.choose(values);
        return forecast(choice.method(), choice.shape(), choice.why(), values, horizon, probabilities);
    }

    private static void check(double[] values) {
        if (Histories.knownCount(values) == 0) {
            throw new IllegalArgumentException(
                    "the series has no known value: at least one is needed to forecast from.");
        }
        for (double value : values) {
            if (Double.isInfinite(value)) {
                throw new IllegalArgumentException("the series has the value " + value + ": it must be finite.");
            }
        }
    }

    private PlainForecast forecastInPlaceOf(
            ForecastMethod cannot, double[] values, int horizon, double[] probabilities) {
        MethodsByFrequency.Choice choice = methods.choose(values);
        String why = cannot.id() + " cannot forecast from these " + Histories.knownCount(values) + " known values. "
                + choice.why();
        return forecast(choice.method(), choice.shape(), why, values, horizon, probabilities);
    }

    private static PlainForecast forecast(
            ForecastMethod method,
            IntervalShape shape,
            String why,
            double[] values,
            int horizon,
            double[] probabilities) {
        Prediction prediction = method.forecast(values, horizon);
        boolean nonNegative = nonNegative(values);
        double[][] quantiles = shape.quantiles(prediction, probabilities, positive(values));
        if (nonNegative) {
            Arrays.setAll(quantiles, i -> Backtest.nonNegative(quantiles[i]));
        }
        double[] mean = nonNegative ? Backtest.nonNegative(prediction.mean()) : prediction.mean();
        return new PlainForecast(method.id(), why, mean, quantiles);
    }

    private PlainForecast counts(double[] values, int horizon, double[] probabilities) {
        IntermittentForecast forecast = intermittent.forecast(values, horizon);
        double[][] quantiles = new double[probabilities.length][horizon];
        for (int step = 0; step < horizon; step++) {
            Lattice bucket = forecast.distribution().bucket(step + 1);
            for (int i = 0; i < probabilities.length; i++) {
                quantiles[i][step] = bucket.quantile(probabilities[i]);
            }
        }
        return new PlainForecast(forecast.method(), forecast.why(), forecast.meanUnits(), quantiles);
    }

    /**
     * Where a season can be seen, widely varying counts are left to the methods that know seasons well, unless there are
     * many zeros: on jewelry that has a MASE of 0.58 instead of 0.59, on pasta 0.76 instead of 0.73.
     */
    private boolean isCounts(double[] values) {
        return IntermittentForecaster.suits(values)
                && (Histories.isIntermittent(values) || values.length < MIN_SEASONS * period);
    }

    private static boolean nonNegative(double[] values) {
        return Arrays.stream(values).noneMatch(value -> value < 0);
    }

    private static boolean positive(double[] values) {
        return Arrays.stream(values).noneMatch(value -> value <= 0);
    }
}
