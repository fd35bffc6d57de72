package org.plenish.engine.forecast.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TemporalHierarchyTest {

    private static final double[] NOISY =
            OddSeries.of(100, i -> 100 + 0.5 * i + 9 * Math.sin(2.0 * i * i) + (i % 4) * 5);

    @Test
    void reconcilesByTheSpansBuckets() {
        // half-years of two quarters: quarters say 10 and 20, their half-year says 18 on average.
        // least x1, x2 of (x1 − 10)² + (x2 − 20)² + 2·((x1 + x2) / 2 − 18)²: both 1.5 higher
        ForecastMethod method =
                new TemporalHierarchy(2, period -> new Fixed(period == 2 ? new double[] {10, 20} : new double[] {18}));
        assertThat(method.forecast(new double[48], 2).mean()).containsExactly(new double[] {11.5, 21.5}, offset(1e-9));
    }

    @Test
    void leavesForecastsThatAgreeAsTheyAre() {
        ForecastMethod method = new TemporalHierarchy(
                4,
                period -> new Fixed(
                        period == 4
                                ? new double[] {1, 3, 5, 7}
                                : period == 2 ? new double[] {2, 6} : new double[] {4}));
        assertThat(method.forecast(new double[96], 4).mean()).containsExactly(new double[] {1, 3, 5, 7}, offset(1e-9));
    }

    @Test
    void reconciledForecastsOfALongHistoryKeepTheirOwnMeanBetweenTheLevels() {
        ForecastMethod hierarchy = new TemporalHierarchy(4, DynamicOptimizedTheta::new);
        double year = mean(hierarchy.forecast(NOISY, 4).mean());
        double byQuarter = mean(new DynamicOptimizedTheta(4).forecast(NOISY, 4).mean());
        double byHalf = mean(new DynamicOptimizedTheta(2)
                .forecast(TemporalHierarchy.means(NOISY, 2), 2)
                .mean());
        double byYear = new DynamicOptimizedTheta(1)
                .forecast(TemporalHierarchy.means(NOISY, 4), 1)
                .mean()[0];
        // structural scaling lets every level's year weigh the same
        assertThat(year).isEqualTo((byQuarter + byHalf + byYear) / 3, offset(1e-9));
    }

    @Test
    void isTheMethodItselfWithoutSeasonOrOnAShortHistory() {
        assertThat(new TemporalHierarchy(1, Theta::new).forecast(NOISY, 5).mean())
                .containsExactly(new Theta(1).forecast(NOISY, 5).mean(), offset(1e-9));
        double[] shortHistory = OddSeries.of(47, i -> NOISY[i]); // 23 half-years
        assertThat(new TemporalHierarchy(4, Theta::new)
                        .forecast(shortHistory, 5)
                        .mean())
                .containsExactly(new Theta(4).forecast(shortHistory, 5).mean(), offset(1e-9));
    }

    @Test
    void spansEndWithTheHistoryAndNeedHalfOfTheirBuckets() {
        double[] values = {99, 1, 3, Double.NaN, 5, Double.NaN, Double.NaN};
        // 99 is left off; (1 + 3) / 2, 5, none
        assertThat(TemporalHierarchy.means(values, 2)).containsExactly(2, 5, Double.NaN);
    }

    @Test
    void mapaOfOneBucketIsTheMethodItself() {
        assertThat(new Mapa(1, new DampedHolt()).forecast(NOISY, 5).mean())
                .containsExactly(new DampedHolt().forecast(NOISY, 5).mean(), offset(1e-9));
    }

    @Test
    void mapaGoesOnWithAStraightLine() {
        double[] line = OddSeries.of(80, i -> 10 + 5 * i);
        double[] mean = new Mapa(4, new OptimizedTheta(1)).forecast(line, 6).mean();
        assertThat(mean).containsExactly(new double[] {410, 415, 420, 425, 430, 435}, offset(1e-3));
    }

    @Test
    void idsNameWhatTheyRestOn() {
        assertThat(new TemporalHierarchy(4, Theta::new).id()).isEqualTo("thief_theta");
        assertThat(new Mapa(4, new DampedHolt()).id()).isEqualTo("mapa");
    }

    @ParameterizedTest
    @MethodSource("oddSeries")
    void answersOddSeriesSanely(String series) {
        OddSeries.assertSaneAnswerTo(series, new TemporalHierarchy(12, ComplexExponentialSmoothing::new));
        OddSeries.assertSaneAnswerTo(series, new TemporalHierarchy(4, DynamicOptimizedTheta::new));
        OddSeries.assertSaneAnswerTo(series, new Mapa(12, new DynamicOptimizedTheta(1)));
    }

    static Stream<String> oddSeries() {
        return OddSeries.ALL.keySet().stream();
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Says the same, whatever the history. */
    private record Fixed(double... mean) implements ForecastMethod {

        @Override
        public String id() {
            return "fixed";
        }

        @Override
        public String suits() {
            return "";
        }

        @Override
        public boolean canForecast(double[] values) {
            return true;
        }

        @Override
        public Prediction forecast(double[] values, int horizonBuckets) {
            return new Prediction(OddSeries.of(horizonBuckets, i -> mean[i % mean.length]), new double[horizonBuckets]);
        }
    }
}
