package org.plenish.engine.forecast.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FourierRegressionTest {

    private static final double YEAR_WEEKS = 365.25 / 7;

    @Test
    void recoversASumOfSinesWhoseSeasonsAreNotWhole() {
        double[] all = series(340, t -> 50 + 9 * wave(t, 1, YEAR_WEEKS) + 4 * wave(t + 3, 2, YEAR_WEEKS));
        assertThat(new FourierRegression(YEAR_WEEKS)
                        .forecast(Arrays.copyOf(all, 280), 60)
                        .mean())
                .containsExactly(Arrays.copyOfRange(all, 280, 340), offset(1e-6));
    }

    @Test
    void recoversAWeekInsideAYearOnAStraightLineAndPassesOverGaps() {
        double[] all =
                series(900, t -> 100 + 0.2 * t + 20 * wave(t, 1, 7) + 5 * wave(t, 3, 7) + 30 * wave(t, 2, 365.25));
        double[] values = Arrays.copyOf(all, 870);
        Arrays.fill(values, 100, 130, Double.NaN);
        values[869] = Double.NaN;
        assertThat(new FourierRegression(7, 365.25).forecast(values, 30).mean())
                .containsExactly(Arrays.copyOfRange(all, 870, 900), offset(1e-5));
    }

    @Test
    void allSinesOfAWholeSeasonAreItsMeans() {
        Random random = new Random(4);
        double[] values = series(48, t -> random.nextInt(100));
        double[] means = new double[12];
        for (int t = 0; t < 48; t++) {
            means[t % 12] += values[t] / 4;
        }
        FourierFit fit = fit(values, false, new double[] {12}, new int[] {6});
        assertThat(forecast(fit, values, new double[] {12}, new int[] {6}, 12).mean())
                .containsExactly(means, offset(1e-9));
    }

    @Test
    void isTheRegressionOfR() {
        // R 4.2, forecast 8.20: f <- tslm(x ~ trend + fourier(x, 3)); forecast(f, data.frame(fourier(x, 3, 4)))
        double[] values = RSeries.airPassengers();
        FourierFit fit = fit(values, true, new double[] {12}, new int[] {3});
        Prediction prediction = forecast(fit, values, new double[] {12}, new int[] {3}, 4);
        assertThat(prediction.mean())
                .containsExactly(
                        new double[] {443.365329805, 454.456764157, 468.536866961, 475.645126578}, offset(1e-8));
        // (upper - mean) / qt(0.975, df)
        assertThat(prediction.sd())
                .containsExactly(
                        new double[] {27.7606424784, 27.7908689033, 27.7826300143, 27.7744933724}, offset(1e-8));
        assertThat(fit.akaike()).isEqualTo(958.348774099, offset(1e-8)); // CV(f)
        assertThat(fit.schwarz()).isEqualTo(983.733810213, offset(1e-8));
    }

    @Test
    void isTheRegressionOfRWithTwoSeasons() {
        // R 4.2, forecast 8.20: y <- msts(x, c(12, 30.5)); tslm(y ~ fourier(y, c(2, 2)))
        double[] values = RSeries.airPassengers();
        double[] periods = {12, 30.5};
        int[] pairs = {2, 2};
        FourierFit fit = fit(values, false, periods, pairs);
        assertThat(forecast(fit, values, periods, pairs, 3).mean())
                .containsExactly(new double[] {256.579664340, 258.685263423, 253.907503363}, offset(1e-8));
        assertThat(fit.akaike()).isEqualTo(1382.68315668, offset(1e-7));
    }

    @Test
    void withoutSeasonAndWithALevelThatLearnsItIsExponentialSmoothing() {
        double[] values = RSeries.lakeHuron();
        ErrorMemory memory = new ErrorMemory(1, 0.4);
        FourierTerms terms = new FourierTerms(new double[0], new int[0], new double[0][], 0, values.length);
        double[][] columns = terms.columns(values.length);
        FourierFit fit = FourierFit.of(terms, columns, values, memory, false, new int[0]);
        double level = fit.coefficients()[FourierTerms.LEVEL]; // the start of the least squared error
        for (double value : values) {
            level += 0.4 * (value - level);
        }
        assertThat(fit.forecast(columns, 2).mean()).containsExactly(new double[] {level, level}, offset(1e-8));
    }

    @Test
    void tellsWhatAHolidayAddsAndForecastsTheNextOne() {
        double[] holiday = series(160, t -> t % 50 == 47 ? 1 : 0);
        double[] all = series(160, t -> 80 + 10 * wave(t, 1, 12) + 25 * holiday[t]);
        FourierRegression regression = new FourierRegression(new double[] {12}, new double[][] {holiday});
        double[] values = Arrays.copyOf(all, 145);
        assertThat(regression.forecast(values, 15).mean())
                .containsExactly(Arrays.copyOfRange(all, 145, 160), offset(1e-6));
        assertThat(regression.regressorEffects(values)).containsExactly(new double[] {25}, offset(1e-6));
    }

    @Test
    void refusesRegressorsThatEndBeforeTheForecastDoes() {
        FourierRegression regression = new FourierRegression(new double[] {12}, new double[][] {new double[50]});
        assertThatThrownBy(() -> regression.forecast(series(48, t -> t), 3))
                .hasMessage("regressor: 50 values must be 51 or more, to reach the end of the forecast.");
        assertThatThrownBy(() -> new FourierRegression(2)).hasMessage("period: 2.0 must be above 2 and finite.");
    }

    @Test
    void aRegressorThatWasNeverSeenAddsNothing() {
        double[] promotion = series(70, t -> t >= 60 ? 1 : 0);
        FourierRegression regression = new FourierRegression(new double[] {12}, new double[][] {promotion});
        assertThat(regression.regressorEffects(series(60, t -> 20 + wave(t, 1, 12))))
                .containsExactly(0);
    }

    @Test
    void showsASeasonOnlyWhereThereIsOne() {
        Random random = new Random(11);
        double[] noise = series(300, t -> random.nextGaussian());
        double[] walk = noise.clone();
        for (int t = 1; t < 300; t++) {
            walk[t] += walk[t - 1];
        }
        assertThat(SeasonTest.shows(noise, YEAR_WEEKS)).isFalse();
        assertThat(SeasonTest.shows(walk, YEAR_WEEKS)).isFalse();
        assertThat(SeasonTest.shows(series(300, t -> 5 + noise[t] + 2 * wave(t, 1, YEAR_WEEKS)), YEAR_WEEKS))
                .isTrue();
        assertThat(SeasonTest.shows(series(300, t -> walk[t] + 4 * wave(t, 1, YEAR_WEEKS)), YEAR_WEEKS))
                .isTrue();
        assertThat(SeasonTest.shows(series(104, t -> 9 * wave(t, 1, YEAR_WEEKS) + noise[t]), YEAR_WEEKS))
                .isTrue();
        assertThat(SeasonTest.shows(RSeries.airPassengers(), 12)).isTrue();
        assertThat(SeasonTest.shows(RSeries.lakeHuron(), 12)).isFalse();
        assertThat(SeasonTest.shows(series(60, t -> 7), 12)).isFalse();
        assertThat(SeasonTest.shows(series(60, t -> Double.NaN), 12)).isFalse();
        assertThat(SeasonTest.shows(Arrays.copyOf(RSeries.airPassengers(), 23), 12))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("oddSeries")
    void answersOddSeriesSanely(String series) {
        OddSeries.assertSaneAnswerTo(series, new FourierRegression(12));
        OddSeries.assertSaneAnswerTo(series, new FourierRegression(4, 13.5));
    }

    static Stream<String> oddSeries() {
        return OddSeries.ALL.keySet().stream();
    }

    private static FourierFit fit(double[] values, boolean trend, double[] periods, int[] pairs) {
        FourierTerms terms = new FourierTerms(periods, pairs, new double[0][], 0, values.length);
        return FourierFit.of(terms, terms.columns(values.length), values, ErrorMemory.NONE, trend, pairs);
    }

    private static Prediction forecast(FourierFit fit, double[] values, double[] periods, int[] pairs, int horizon) {
        FourierTerms terms = new FourierTerms(periods, pairs, new double[0][], 0, values.length);
        return fit.forecast(terms.columns(values.length), horizon);
    }

    private static double wave(double t, int k, double period) {
        return Math.sin(2 * Math.PI * k * t / period);
    }

    private static double[] series(int length, IntToDoubleFunction value) {
        return IntStream.range(0, length).mapToDouble(value).toArray();
    }
}
