package org.plenish.engine.forecast.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

/** Reference numbers: R 4.2.2, forecast 8.20, {@code meanf(Nile)} and {@code rwf(Nile, drift=TRUE)}. */
class DriftAndMeanTest {

    @Test
    void meanOfTheNileIsAsInR() {
        Prediction prediction = new HistoricalMean().forecast(RSeries.nile(), 2);
        assertThat(prediction.mean()).containsExactly(new double[] {919.35, 919.35}, offset(1e-9));
        assertThat(prediction.sd()).containsExactly(new double[] {170.071533301, 170.071533301}, offset(1e-6));
    }

    @Test
    void driftOfTheNileIsAsInR() {
        Prediction prediction = new Drift().forecast(RSeries.nile(), 10);
        assertThat(prediction.mean()[0]).isEqualTo(736.161616162, offset(1e-6));
        assertThat(prediction.mean()[9]).isEqualTo(701.616161616, offset(1e-6));
        assertThat(prediction.sd()[0]).isEqualTo(168.978932883, offset(1e-6));
        assertThat(prediction.sd()[9]).isEqualTo(557.886448450, offset(1e-6));
    }

    @Test
    void driftGoesOnFromTheLastKnownBucketOverGaps() {
        double[] values = {Double.NaN, 10, Double.NaN, 14, 16, Double.NaN};
        Prediction prediction = new Drift().forecast(values, 2);
        assertThat(prediction.mean()).containsExactly(new double[] {20, 22}, offset(1e-12)); // 2 a bucket, one is past
        assertThat(prediction.sd()).containsExactly(new double[] {0, 0}, offset(1e-12)); // a straight line
    }

    @Test
    void driftNeedsTwoPointsAndTheMeanOne() {
        assertThat(new Drift().canForecast(new double[] {5})).isFalse();
        assertThat(new HistoricalMean().canForecast(new double[] {Double.NaN})).isFalse();
        Prediction prediction = new HistoricalMean().forecast(new double[] {5}, 1);
        assertThat(prediction.mean()).containsExactly(5);
        assertThat(prediction.sd()).containsExactly(0);
    }
}
