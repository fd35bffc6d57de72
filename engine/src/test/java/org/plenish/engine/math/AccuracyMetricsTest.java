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
    void relatesErrorsToBothForecastAndActual() {
        // 200 · (2/18 + 3/23 + 0/20) / 3
        assertThat(AccuracyMetrics.symmetricMeanAbsolutePercentageError(FORECAST, ACTUAL))
                .isEqualTo(200 * (2 / 18.0 + 3 / 23.0) / 3, offset(1e-12));
        assertThat(AccuracyMetrics.symmetricMeanAbsolutePercentageError(new double[] {0, 4}, new double[] {0, -4}))
                .isEqualTo(100); // (0 + 200) / 2
    }

    @Test
    void relatesBiasToTheLevel() {
        assertThat(AccuracyMetrics.scaledMeanError(FORECAST, ACTUAL, HISTORY))
                .isEqualTo(-1 / 3.0 / 4.5, offset(1e-12)); // the known history is 4, 6, 3, 5
        assertThat(AccuracyMetrics.scaledMeanError(FORECAST, ACTUAL, new double[] {0, 0}))
                .isNaN();
    }

    @Test
    void weighsQuantilesByTheSideTheyMiss() {
        // 0.1 · 2 above, 0.9 · 3 below, 0 met; by three
        assertThat(AccuracyMetrics.pinballLoss(FORECAST, ACTUAL, 0.9)).isEqualTo(2.9 / 3, offset(1e-12));
        assertThat(AccuracyMetrics.scaledPinballLoss(FORECAST, ACTUAL, 0.9, HISTORY))
                .isEqualTo(2.9 / 3 / 2.5, offset(1e-12));
        assertThat(AccuracyMetrics.pinballLoss(FORECAST, ACTUAL, 0.5))
                .isEqualTo(
                        AccuracyMetrics.meanAbsoluteError(FORECAST, ACTUAL) / 2,
                        offset(1e-12)); // the median's is half MAE
    }

    @Test
    void countsWhatLiesInsideWithTheBounds() {
        double[] lower = {8, 8, 8, 11};
        double[] upper = {12, 12, 12, 14};
        assertThat(AccuracyMetrics.coverage(lower, upper, ACTUAL)).isEqualTo(1 / 3.0); // 8 in, 13 out, unknown, 10 out
    }

    @Test
    void refusesArraysOfDifferentLength() {
        assertThatThrownBy(() -> AccuracyMetrics.meanError(FORECAST, HISTORY))
                .hasMessage("forecast has 4 values, but must have 5.");
    }
}
