package org.plenish.engine.forecast.intermittent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

class IntermittentForecasterTest {

    private static final double[] DEMAND = {0, 2, 0, 0, 1, 0, 3, 0, 0, 1, 0, 2, 0, 0};

    private final IntermittentForecaster forecaster = new IntermittentForecaster(1);

    @Test
    void suitsDemandWithManyZeros() {
        assertThat(IntermittentForecaster.suits(DEMAND)).isTrue();
        assertThat(IntermittentForecaster.suits(new double[] {0.5, 0, 0.25, 0})).isTrue();
        assertThat(IntermittentForecaster.suits(new double[12])).isTrue();
    }

    @Test
    void suitsCountsThatVaryWidely() {
        assertThat(IntermittentForecaster.suits(new double[] {3, 1, 6, 2, 1, 5, 1, 8, 2}))
                .isTrue();
        // changes of about 10 around 105: standard deviation by mean of 0.07
        assertThat(IntermittentForecaster.suits(new double[] {100, 110, 100, 110, 100, 110}))
                .isFalse();
        assertThat(IntermittentForecaster.suits(new double[] {3.1, 1.2, 6.4, 2.2, 1.7}))
                .isFalse();
    }

    @Test
    void suitsNoSeriesThatIsNoDemand() {
        assertThat(IntermittentForecaster.suits(new double[] {0, 0, -1, 0, 0})).isFalse();
        assertThat(IntermittentForecaster.suits(new double[0])).isFalse();
        assertThat(IntermittentForecaster.suits(new double[] {Double.NaN})).isFalse();
        assertThat(IntermittentForecaster.suits(new double[] {0, 0, Double.POSITIVE_INFINITY}))
                .isFalse();
        assertThat(IntermittentForecaster.suits(new double[] {5})).isFalse();
    }

    @Test
    void expectedDemandLiesBetweenMeanAndMedian() {
        IntermittentForecast forecast = forecaster.forecast(DEMAND, 3);
        double mean = forecast.distribution().mean(1);
        double median = forecast.distribution().quantile(1, 0.5);
        assertThat(median).isZero();
        assertThat(forecast.meanUnits())
                .containsExactly(new double[] {0.75 * mean, 0.75 * mean, 0.75 * mean}, offset(1e-12));
        assertThat(mean).isBetween(0.4, 0.8); // 9 in 14 buckets, none in the last two
    }

    @Test
    void saysWhy() {
        IntermittentForecast forecast = forecaster.forecast(DEMAND, 1);
        assertThat(forecast.method()).isEqualTo("averaged_negative_binomial");
        assertThat(forecast.why()).startsWith("Demand in 5 of 14 buckets: counts around a level that remembers about ");
        assertThat(forecaster.forecast(new double[8], 1).why())
                .isEqualTo("No demand in any known bucket: none is expected.");
    }

    @Test
    void namesASeasonAndFollowsIt() {
        double[] demand = new double[40];
        for (int i = 0; i < 40; i++) {
            demand[i] = i % 4 == 3 ? 9 + i % 3 : i % 2;
        }
        IntermittentForecast forecast = new IntermittentForecaster(4).forecast(demand, 4);
        assertThat(forecast.why()).contains(", with a season of 4, fit");
        assertThat(forecast.meanUnits()[3]).isGreaterThan(3 * forecast.meanUnits()[0]);
    }

    @Test
    void answersShortAndEmptyHistories() {
        assertThat(forecaster.forecast(new double[0], 2).meanUnits()).containsExactly(0, 0);
        assertThat(forecaster.forecast(new double[] {Double.NaN}, 2).meanUnits())
                .containsExactly(0, 0);
        assertThat(forecaster.forecast(new double[] {5}, 1).meanUnits()[0]).isBetween(4.0, 5.0);
        assertThat(forecaster.forecast(DEMAND, 0).meanUnits()).isEmpty();
    }

    @Test
    void doesNotChangeTheHistoryAndRepeatsItself() {
        double[] history = {0, 3, -1, Double.NaN, 2};
        double[] before = history.clone();
        double[] mean = forecaster.forecast(history, 4).meanUnits();
        assertThat(history).isEqualTo(before);
        assertThat(forecaster.forecast(history, 4).meanUnits()).isEqualTo(mean);
    }
}
