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

class DoubleSeasonalSmoothingTest {

    @Test
    void repeatsADayInsideAWeekExactly() {
        double[] all = series(168 * 5, t -> pattern(t));
        Prediction prediction = new DoubleSeasonalSmoothing(24, 168).forecast(Arrays.copyOf(all, 168 * 4), 168);
        assertThat(prediction.mean()).containsExactly(Arrays.copyOfRange(all, 168 * 4, 168 * 5), offset(1e-6));
        assertThat(prediction.sd()[167]).isLessThan(1e-6);
    }

    @Test
    void whereEveryDayIsTheSameTheLongSeasonFadesOut() {
        Random random = new Random(3);
        double[] values = series(168 * 5, t -> 20 * Math.sin(2 * Math.PI * t / 24) + random.nextGaussian());
        double[] mean =
                new DoubleSeasonalSmoothing(24, 168).forecast(values, 48).mean();
        for (int h = 0; h < 24; h++) {
            // the mean of one hour over 35 days errs by 1 / √35 = 0.17, the mean of one hour of the week by 0.45
            assertThat(mean[h]).isEqualTo(20 * Math.sin(2 * Math.PI * h / 24), offset(0.9));
            assertThat(mean[h]).isEqualTo(mean[h + 24], offset(0.9));
        }
    }

    /** Below zero, where no logarithm is taken. */
    @Test
    void movesAndGrowsWithTheSeries() {
        Random random = new Random(5);
        double[] values = series(12 * 9, t -> 20 * Math.sin(Math.PI * t / 2) + t % 12 + random.nextGaussian() - 15);
        Prediction prediction = new DoubleSeasonalSmoothing(4, 12).forecast(values, 12);
        Prediction other = new DoubleSeasonalSmoothing(4, 12)
                .forecast(Arrays.stream(values).map(y -> 3 * y - 200).toArray(), 12);
        for (int h = 0; h < 12; h++) {
            assertThat(other.mean()[h]).isEqualTo(3 * prediction.mean()[h] - 200, offset(1e-6));
            assertThat(other.sd()[h]).isEqualTo(3 * prediction.sd()[h], offset(1e-6));
        }
    }

    @Test
    void carriesOnOverGaps() {
        double[] all = series(168 * 5, t -> pattern(t));
        double[] values = Arrays.copyOf(all, 168 * 4);
        Arrays.fill(values, 300, 340, Double.NaN);
        values[0] = Double.NaN;
        double[] mean =
                new DoubleSeasonalSmoothing(24, 168).forecast(values, 24).mean();
        assertThat(mean).containsExactly(Arrays.copyOfRange(all, 168 * 4, 168 * 4 + 24), offset(2.0));
    }

    @Test
    void wantsTwoLongSeasonsAndEveryBucketOfThem() {
        DoubleSeasonalSmoothing smoothing = new DoubleSeasonalSmoothing(4, 12);
        assertThat(smoothing.canForecast(series(23, t -> t))).isFalse();
        assertThat(smoothing.canForecast(series(24, t -> t))).isTrue();
        assertThat(smoothing.canForecast(series(60, t -> t % 12 == 5 ? Double.NaN : t)))
                .isFalse();
        assertThatThrownBy(() -> new DoubleSeasonalSmoothing(24, 100))
                .hasMessage("longPeriod: 100 must be a multiple of shortPeriod, here 24, which must be 2 or more.");
    }

    @ParameterizedTest
    @MethodSource("oddSeries")
    void answersOddSeriesSanely(String series) {
        OddSeries.assertSaneAnswerTo(series, new DoubleSeasonalSmoothing(4, 12));
    }

    static Stream<String> oddSeries() {
        return OddSeries.ALL.keySet().stream();
    }

    private static double pattern(int t) {
        return 100 + 30 * Math.sin(2 * Math.PI * t / 24) - (t % 168 >= 120 ? 25 : 0);
    }

    private static double[] series(int length, IntToDoubleFunction value) {
        return IntStream.range(0, length).mapToDouble(value).toArray();
    }
}
