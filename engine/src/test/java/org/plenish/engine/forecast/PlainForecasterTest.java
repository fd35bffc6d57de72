package org.plenish.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlainForecasterTest {

    private static final double[] PROBABILITIES = {0.025, 0.1, 0.5, 0.9, 0.975};

    @ParameterizedTest
    @EnumSource(SeriesFrequency.class)
    void everyKindOfSeriesGetsAFiniteForecastWithOrderedQuantiles(SeriesFrequency frequency) {
        Random random = new Random(5);
        for (int length : new int[] {1, 2, 3, 5, 6, 7, 13, 40, 120}) {
            double[][] histories = new double[9][length];
            for (int i = 0; i < length; i++) {
                histories[0][i] = 0;
                histories[1][i] = 7;
                histories[2][i] = 10 + 2.0 * i;
                histories[3][i] = 100 + 10 * random.nextGaussian();
                histories[4][i] = -50 + 10 * random.nextGaussian();
                histories[5][i] = 1e12 * (1 + 0.1 * random.nextGaussian());
                histories[6][i] = 1e-9 * (1 + 0.1 * random.nextGaussian());
                histories[7][i] = random.nextInt(4) == 0 ? 1 + random.nextInt(5) : 0;
                histories[8][i] = i % 3 == 1 ? Double.NaN : 20 + 5 * Math.sin(i);
            }
            for (double[] history : histories) {
                PlainForecast forecast = PlainForecaster.automatic(frequency).forecast(history, 15, PROBABILITIES);
                String told = frequency + " " + Arrays.toString(history) + " by " + forecast.method();
                for (int step = 0; step < 15; step++) {
                    assertThat(forecast.mean()[step]).as(told).isFinite();
                    double least = Arrays.stream(history)
                            .filter(v -> !Double.isNaN(v))
                            .min()
                            .orElseThrow();
                    assertThat(forecast.quantiles()[0][step])
                            .as(told)
                            .isFinite()
                            .isGreaterThanOrEqualTo(least >= 0 ? 0 : Double.NEGATIVE_INFINITY);
                    for (int p = 1; p < PROBABILITIES.length; p++) {
                        assertThat(forecast.quantiles()[p][step])
                                .as(told)
                                .isFinite()
                                .isGreaterThanOrEqualTo(forecast.quantiles()[p - 1][step]);
                    }
                }
            }
        }
    }

    @Test
    void nothingKnownIsRefused() {
        PlainForecaster forecaster = PlainForecaster.automatic(SeriesFrequency.MONTHLY);
        assertThatThrownBy(() -> forecaster.forecast(new double[] {Double.NaN}, 1, PROBABILITIES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the series has no known value: at least one is needed to forecast from.");
        assertThatThrownBy(() -> forecaster.forecast(new double[] {1, Double.POSITIVE_INFINITY}, 1, PROBABILITIES))
                .hasMessage("the series has the value Infinity: it must be finite.");
    }

    @Test
    void aMethodAskedForIsTaken() {
        double[] history = {5, 7, 6, 9, 8};
        PlainForecast forecast =
                PlainForecaster.withMethod(SeriesFrequency.YEARLY, "naive").forecast(history, 2, PROBABILITIES);
        assertThat(forecast.method()).isEqualTo("naive");
        assertThat(forecast.mean()).containsExactly(8, 8);
        // changes 2, -1, 3, -1: root mean square 1.936; 90 %: 8 × exp(z·sqrt(ln(1 + (1.936 / 8)²)))
        assertThat(forecast.quantiles()[3][0]).isEqualTo(8 * Math.exp(1.2815515655446004 * 0.238644), offset(1e-3));
    }

    @Test
    void aMethodThatCannotForecastASeriesIsReplacedAndTheSentenceSaysSo() {
        PlainForecast forecast = PlainForecaster.withMethod(SeriesFrequency.MONTHLY, "holt_damped")
                .forecast(new double[] {5, 7, 6}, 2, PROBABILITIES);
        assertThat(forecast.method()).isEqualTo("ses");
        assertThat(forecast.why())
                .isEqualTo("holt_damped cannot forecast from these 3 known values. Only 3 values are known, too few"
                        + " for more than this.");
    }

    @Test
    void anUnknownMethodIsRefusedWithTheOnesThereAre() {
        assertThatThrownBy(() -> PlainForecaster.withMethod(SeriesFrequency.MONTHLY, "crystal_ball"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("method: crystal_ball must be one of naive, ")
                .hasMessageContaining("seasonal_naive");
    }

    @Test
    void intermittentDemandIsForecastInCounts() {
        double[] demand = new double[48];
        for (int i = 3; i < 48; i += 4) {
            demand[i] = 8;
        }
        PlainForecast forecast =
                PlainForecaster.automatic(SeriesFrequency.MONTHLY).forecast(demand, 3, PROBABILITIES);
        assertThat(forecast.method()).isEqualTo("averaged_negative_binomial");
        assertThat(forecast.quantiles()[2][0]).isZero(); // three months of four have no demand
        assertThat(forecast.quantiles()[4][0]).isGreaterThanOrEqualTo(8);
    }

    @Test
    void longYearsFollowTheirTrendAndShortOnesAreCombined() {
        double[] line = new double[60];
        Arrays.setAll(line, i -> 100 + 3 * i + (i % 7));
        PlainForecaster years = PlainForecaster.automatic(SeriesFrequency.YEARLY);
        assertThat(years.forecast(line, 3, PROBABILITIES).method()).isEqualTo("averaged_smoothing");
        assertThat(years.forecast(Arrays.copyOf(line, 30), 3, PROBABILITIES).method())
                .isEqualTo("combination");
    }
}
