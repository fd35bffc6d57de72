package org.plenish.engine.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

class AccuracyMetricsTest {

    private static final double[] FORECAST = {10, 10, 10, 10};
    private static final double[] ACTUAL = {8, 13, Double.NaN, 10};
    private static final double[] HISTORY = {4, 6, 3, Double.NaN, 5};

    @Test
    void averagesErrorsOfKnownBucketsOnly() {
        assertThat(AccuracyMetrics.meanError(FORECAST, ACTUAL)).isEqualTo(-1 / 3.0); // (2 − 3 + 0) / 3
        assertThat(AccuracyMetrics.meanAbsoluteError(FORECAST, ACTUAL)).isEqualTo(5 / 3.0); // (2 + 3 + 0) / 3
        assertThat(AccuracyMetrics.rootMeanSquaredError(FORECAST, ACTUAL))
                .isEqualTo(Math.sqrt(13 / 3.0)); // √((4 + 9 + 0) / 3)
    }

    @Test
    void scalesByTheNaiveForecastInSample() {
        // known changes: +2, −3; MAE 2.5, RMSE √6.5
        assertThat(AccuracyMetrics.meanAbsoluteScaledError(FORECAST, ACTUAL, HISTORY, 1))
                .isEqualTo(5 / 3.0 / 2.5, offset(1e-12));
        assertThat(AccuracyMetrics.rootMeanSquaredScaledError(FORECAST, ACTUAL, HISTORY, 1))
                .isEqualTo(Math.sqrt(13 / 3.0 / 6.5), offset(1e-12));
    }

    @Test
    void scalesByTheSeasonalNaiveForecast() {
        // changes over two buckets: 3 − 4, 5 − 3; MAE 1.5
        assertThat(AccuracyMetrics.naiveMeanAbsoluteError(HISTORY, 2)).isEqualTo(1.5);
    }

    @Test
    void knowsNoScaledErrorOfAConstantHistory() {
        assertThat(AccuracyMetrics.meanAbsoluteScaledError(FORECAST, ACTUAL, new double[] {3, 3, 3}, 1))
                .isNaN();
    }

    @Test
    void tracksBiasByMeanAbsoluteDeviation() {
        assertThat(AccuracyMetrics.trackingSignal(FORECAST, ACTUAL)).isEqualTo(-0.6, offset(1e-12)); // −1 / (5 / 3)
        assertThat(AccuracyMetrics.trackingSignal(new double[] {5, 5, 5}, new double[] {4, 4, 4}))
                .isEqualTo(3); // 3 / 1
        assertThat(AccuracyMetrics.trackingSignal(new double[] {5}, new double[] {5}))
                .isNaN();
    }

    @Test
    void refusesArraysOfDifferentLength() {
        assertThatThrownBy(() -> AccuracyMetrics.meanError(FORECAST, HISTORY))
                .hasMessage("forecast has 4 values, but must have 5.");
    }
}
