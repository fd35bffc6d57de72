package org.plenish.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plenish.engine.forecast.method.ForecastMethod;
import org.plenish.engine.forecast.method.Prediction;

class BacktestTest {

    @Test
    void spreadsTwelveOriginsOverTheSecondHalf() {
        Watching method = new Watching();
        Backtest backtest = new Backtest(new double[54]);
        backtest.run(method);
        // a span is 54 / 4 = 13 buckets, so the last origin is 54 − 13 = 41
        assertThat(method.seen.stream().map(history -> history.length))
                .containsExactly(27, 29, 30, 31, 33, 34, 35, 36, 38, 39, 40, 41);
    }

    @Test
    void neverShowsAMethodWhatComesAfterItsOrigin() {
        double[] demand = {3, 5, 2, 8, 4, 6, 7, 1, 9, 3, 5, 2};
        double[] changed = demand.clone();
        Arrays.fill(changed, 9, 12, 1000);
        Watching before = new Watching();
        Watching after = new Watching();
        new Backtest(demand).run(before);
        new Backtest(changed).run(after);
        assertThat(before.seen).hasSize(4); // origins 6 to 9
        for (int i = 0; i < 4; i++) {
            assertThat(after.seen.get(i)).containsExactly(before.seen.get(i));
        }
    }

    @Test
    void scoresHalfByBucketAndHalfByRunningTotal() {
        // origins 4, 5, 6; span 2; the method forecasts zero, so errors are −4 −4, −4 −2, −2 −6
        // totals −4 −8, −4 −6, −2 −8; by bucket (16 + 16 + 16 + 4 + 4 + 36) / 6 / 2
        // by total (16 + 64 / 2 + 16 + 36 / 2 + 4 + 64 / 2) / 6 / 2
        double[] demand = {1, 1, 1, 1, 4, 4, 2, 6};
        assertThat(new Backtest(demand).run(new Watching()).score()).isEqualTo(105 / 6.0, offset(1e-12));
    }

    @Test
    void passesOverBucketsThatAreNotKnown() {
        double[] demand = {1, 1, 1, 1, Double.NaN, 4, 2, 6};
        Backtest.Result result = new Backtest(demand).run(new Watching());
        // known errors −4 of the first span, −4 −2 of the second, −2 −6 of the third
        assertThat(result.variance()).isEqualTo(76 / 5.0, offset(1e-12)); // 16 + 16 + 4 + 4 + 36
        assertThat(result.totalVariance(2)).isEqualTo(50, offset(1e-12)); // (36 + 64) / 2
        assertThat(result.accuracy(result, new double[0]).meanErrorUnits()).isEqualTo(-18 / 5.0, offset(1e-12));
    }

    @Test
    void holdsNothingOutOfAHistoryOfFiveBuckets() {
        assertThat(new Backtest(new double[] {1, 2, 3, 4, 5}).origins()).isZero();
    }

    @Test
    void tellsAccuracyInUnits() {
        Backtest.Result result = new Backtest(new double[] {1, 1, 1, 1, 4, 4, 2, 6}).run(new Watching());
        ForecastAccuracy accuracy = result.accuracy(result, new double[0]);
        assertThat(accuracy.origins()).isEqualTo(3);
        assertThat(accuracy.meanErrorUnits()).isEqualTo(-22 / 6.0, offset(1e-12)); // 4 + 4 + 4 + 2 + 2 + 6
        assertThat(accuracy.meanAbsoluteErrorUnits()).isEqualTo(22 / 6.0, offset(1e-12));
        // changes of the history: 0 0 0 3 0 2 4, mean 9 / 7
        assertThat(accuracy.meanAbsoluteScaledError()).isEqualTo(22 / 6.0 / (9 / 7.0), offset(1e-12));
        assertThat(accuracy.valueAdded().relativeError()).isEqualTo(1, offset(1e-12)); // compared to itself
    }

    @Test
    void forecastsEachOfTheLatestBucketsFromTwoBeforeItAtMost() {
        double[] demand = new double[60];
        Arrays.setAll(demand, i -> i);
        demand[59] = Double.NaN;
        Watching method = new Watching();
        double[] latest = new Backtest(demand).latestErrors(method);
        assertThat(latest).hasSize(26).startsWith(-34, -35).endsWith(-58, Double.NaN);
        assertThat(method.seen.stream().map(history -> history.length))
                .containsExactly(34, 36, 38, 40, 42, 44, 46, 48, 50, 52, 54, 56, 58);
    }

    @Test
    void watchesHalfOfAShortHistory() {
        assertThat(new Backtest(new double[] {1, 2, 3, 4, 5, 6, 7}).latestErrors(new Watching()))
                .containsExactly(-6, -7);
    }

    /** Forecasts zero and keeps what it was shown. */
    private static final class Watching implements ForecastMethod {

        private final List<double[]> seen = new ArrayList<>();

        @Override
        public String id() {
            return "zero";
        }

        @Override
        public String suits() {
            return "nothing sells";
        }

        @Override
        public boolean canForecast(double[] demandUnits) {
            return true;
        }

        @Override
        public Prediction forecast(double[] demandUnits, int horizonBuckets) {
            seen.add(demandUnits);
            return new Prediction(new double[horizonBuckets], new double[horizonBuckets]);
        }
    }
}
