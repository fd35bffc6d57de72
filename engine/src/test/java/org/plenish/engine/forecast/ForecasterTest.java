package org.plenish.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenish.engine.forecast.method.DynamicOptimizedTheta;
import org.plenish.engine.forecast.method.ForecastMethods;
import org.plenish.engine.forecast.method.MovingAverage;
import org.plenish.engine.model.BucketSize;

class ForecasterTest {

    private static final double NOT_KNOWN = Double.NaN;

    @Test
    void takesATrendMethodForATrend() {
        SeriesForecast forecast = forecast(noisy(60, 7, i -> 20 + 3.0 * i));
        assertThat(forecast.method()).isEqualTo("holt_damped");
        assertThat(forecast.meanUnits()[0]).isBetween(195.0, 205.0); // 20 + 3 × 60 = 200
    }

    @Test
    void keepsTheUsualMethodUnlessAnotherIsClearlyBetter() {
        double[] level = noisy(60, 7, i -> 100);
        SeriesForecast usual = new Forecaster(BucketSize.WEEK)
                .forecast(
                        level,
                        4,
                        new Forecaster.Candidates(new DynamicOptimizedTheta(1), ForecastMethods.ofSeries(60, 52)));
        assertThat(usual.method()).isEqualTo("dotm");
        assertThat(usual.why()).startsWith("Usual for such demand, and none of ");
        SeriesForecast better = new Forecaster(BucketSize.WEEK)
                .forecast(
                        noisy(60, 7, i -> 20 + 3.0 * i),
                        4,
                        new Forecaster.Candidates(new MovingAverage(), ForecastMethods.ofSeries(60, 52)));
        assertThat(better.method()).isEqualTo("holt_damped");
        assertThat(better.why())
                .startsWith("Clearly better than what is usual for such demand, moving_average, which erred ");
    }

    @Test
    void neverForecastsLessThanNothing() {
        SeriesForecast forecast = forecast(noisy(60, 7, i -> 600 - 10.0 * i));
        assertThat(Arrays.stream(forecast.meanUnits()).min().orElseThrow()).isNotNegative();
        assertThat(forecast.meanUnits()[20]).isZero(); // the damped trend is far below zero by then
    }

    @Test
    void takesTheNaiveForecastForARandomWalk() {
        Random random = new Random(3);
        double[] walk = new double[80];
        walk[0] = 500;
        for (int i = 1; i < walk.length; i++) {
            walk[i] = walk[i - 1] + 10 * random.nextGaussian();
        }
        SeriesForecast forecast = forecast(walk);
        assertThat(forecast.method()).isEqualTo("naive");
        assertThat(forecast.why())
                .matches("Chosen over \\d others on 12 held-out spans: none was clearly better than repeating the last"
                        + " week; demand comes in 80 of 80 weeks, and the latest demand says most about the next\\.");
    }

    @Test
    void mostlyTakesAnAverageForNoiseAroundAMean() {
        int averages = 0;
        for (int seed = 0; seed < 40; seed++) {
            SeriesForecast forecast = forecast(noisy(60, seed, i -> 100));
            assertThat(forecast.meanUnits()[0]).isBetween(94.0, 106.0); // noise of one bucket is 5
            averages += forecast.method().equals("moving_average")
                            || forecast.method().equals("ses")
                    ? 1
                    : 0;
        }
        assertThat(averages).isGreaterThanOrEqualTo(28); // the rest is what a dozen overlapping spans cannot tell
    }

    @Test
    void takesASeasonalMethodForASeason() {
        double[] demand = noisy(156, 7, i -> 100 + 80 * Math.sin(2 * Math.PI * i / 52));
        SeriesForecast forecast = new Forecaster(BucketSize.WEEK)
                .forecast(demand, 26, new Forecaster.Candidates(null, ForecastMethods.ofSeries(156, 52)));
        assertThat(forecast.method()).contains("seasonal");
        assertThat(forecast.meanUnits()[13]).isBetween(160.0, 200.0); // the peak, 180
    }

    @Test
    void neverRepeatsAZeroWeekOfIntermittentDemand() {
        Random random = new Random(11);
        double[] demand = IntStream.range(0, 54)
                .mapToDouble(i -> random.nextDouble() < 0.3 ? 1 + random.nextInt(5) : 0)
                .toArray();
        demand[53] = 0;
        SeriesForecast forecast = forecast(demand);
        assertThat(forecast.method()).isNotEqualTo("naive");
        assertThat(forecast.meanUnits()[0]).isBetween(0.3, 2.0); // 0.3 × 3 = 0.9
    }

    @Test
    void forecastsLessOfWhatStoppedSelling() {
        double[] demand = new double[54];
        for (int i = 0; i < 30; i += 2) {
            demand[i] = 6;
        }
        assertThat(forecast(demand).meanUnits()[0]).isLessThan(0.3);
    }

    @Test
    void saysThatNothingWasSold() {
        SeriesForecast forecast = forecast(new double[10]);
        assertThat(forecast.method()).isEqualTo("no_demand");
        assertThat(forecast.why()).isEqualTo("Nothing was sold in 10 weeks.");
        assertThat(forecast.meanUnits()).containsOnly(0);
    }

    @Test
    void saysThatNothingIsKnown() {
        assertThat(forecast(new double[] {NOT_KNOWN, NOT_KNOWN}).why())
                .isEqualTo("No week with known demand: nothing to forecast from.");
        assertThat(forecast(new double[0]).meanUnits()).containsOnly(0);
    }

    @Test
    void averagesAHistoryThatIsTooShortToCompare() {
        SeriesForecast forecast = forecast(new double[] {4, NOT_KNOWN, 8});
        assertThat(forecast.method()).isEqualTo("moving_average");
        assertThat(forecast.meanUnits()[0]).isEqualTo(6); // (4 + 8) / 2
        assertThat(forecast.accuracy()).isEqualTo(ForecastAccuracy.UNKNOWN);
        assertThat(forecast.why())
                .isEqualTo("Only 2 weeks of known demand: too short to compare methods, so its average is used.");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 26, 54, 104})
    void isFiniteForDegenerateHistoriesOfAnyLength(int length) {
        double[] onePoint = new double[length];
        onePoint[length / 2] = 7;
        double[] lastPoint = new double[length];
        lastPoint[length - 1] = 7;
        double[] gaps = new double[length];
        Arrays.fill(gaps, NOT_KNOWN);
        gaps[0] = 5;
        double[] lateGaps = constant(length, 4);
        Arrays.fill(lateGaps, (length + 1) / 2, length, NOT_KNOWN);
        double[] alternating =
                IntStream.range(0, length).mapToDouble(i -> i % 2 * 9).toArray();
        for (double[] demand : new double[][] {
            constant(length, 0),
            constant(length, 12),
            constant(length, 1e9),
            constant(length, 1e-9),
            onePoint,
            lastPoint,
            gaps,
            lateGaps,
            alternating
        }) {
            SeriesForecast forecast = forecast(demand);
            double[] sd = forecast.spread().sdUnits(forecast.meanUnits());
            double[] cumulative = forecast.spread().cumulativeSdUnits(sd);
            assertThat(Arrays.stream(forecast.meanUnits())).allMatch(units -> units >= 0 && units < 1e10);
            assertThat(Arrays.stream(sd)).allMatch(units -> units >= 0 && units < 1e10);
            assertThat(Arrays.stream(cumulative)).isSorted().allMatch(units -> units >= 0 && units < 1e12);
            for (int i = 0; i < sd.length; i++) {
                assertThat(sd[i] * sd[i]).isGreaterThanOrEqualTo(forecast.meanUnits()[i] * (1 - 1e-9));
            }
        }
    }

    @Test
    void forecastsAConstantAsItIsButNotAsCertain() {
        SeriesForecast forecast = forecast(constant(54, 12));
        assertThat(forecast.meanUnits()).containsOnly(12);
        assertThat(forecast.spread().sdUnits(12, 0)).isEqualTo(Math.sqrt(12), offset(1e-12)); // Poisson demand
    }

    private static SeriesForecast forecast(double[] demand) {
        return new Forecaster(BucketSize.WEEK)
                .forecast(demand, 21, new Forecaster.Candidates(null, ForecastMethods.ofSeries(demand.length, 52)));
    }

    private static double[] constant(int length, double units) {
        double[] demand = new double[length];
        Arrays.fill(demand, units);
        return demand;
    }

    private static double[] noisy(int length, long seed, IntToDoubleFunction signal) {
        Random random = new Random(seed);
        return IntStream.range(0, length)
                .mapToDouble(i -> signal.applyAsDouble(i) + 5 * random.nextGaussian())
                .toArray();
    }
}
