package org.plenish.engine.forecast.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

class SimpleExponentialSmoothingTest {

    private static final double[] DEMAND = {12, 7, 9, Double.NaN, 14, 11, 3, 8};

    @Test
    void repeatsTheTextbooksAlgerianExports() {
        // Hyndman & Athanasopoulos (2021), §8.1: α = 0.84, starting level 39.54
        assertThat(SimpleExponentialSmoothing.level(new double[] {39.04}, 0.84, 39.54))
                .isEqualTo(39.12, offset(0.005)); // 39.54 + 0.84 × (39.04 − 39.54)
        assertThat(SimpleExponentialSmoothing.level(new double[] {39.04, 46.24}, 0.84, 39.54))
                .isEqualTo(45.10, offset(0.005)); // 39.12 + 0.84 × (46.24 − 39.12)
        assertThat(SimpleExponentialSmoothing.level(new double[] {39.04, 46.24, 19.79}, 0.84, 39.54))
                .isEqualTo(23.84, offset(0.005)); // 45.10 + 0.84 × (19.79 − 45.10)
    }

    @Test
    void isTheMeanWithoutSmoothingAndTheLastValueWithFullSmoothing() {
        assertThat(SimpleExponentialSmoothing.fit(DEMAND, 0).level())
                .isEqualTo(64 / 7.0, offset(1e-12)); // 12 + 7 + 9 + 14 + 11 + 3 + 8
        assertThat(SimpleExponentialSmoothing.fit(DEMAND, 1).level()).isEqualTo(8);
    }

    @Test
    void skipsBucketsThatAreNotKnown() {
        double[] withoutGap = {12, 7, 9, 14, 11, 3, 8};
        assertThat(SimpleExponentialSmoothing.fit(DEMAND, 0.3))
                .isEqualTo(SimpleExponentialSmoothing.fit(withoutGap, 0.3));
    }

    @Test
    void findsTheBestStartingLevelExactly() {
        SimpleExponentialSmoothing.Fit best = SimpleExponentialSmoothing.fit(DEMAND, 0.3);
        for (double start = 0; start < 20; start += 0.5) {
            assertThat(squaredError(start)).isGreaterThanOrEqualTo(best.squaredError() - 1e-9);
        }
    }

    private static double squaredError(double startLevel) {
        double level = startLevel;
        double sum = 0;
        for (double units : DEMAND) {
            if (!Double.isNaN(units)) {
                sum += (units - level) * (units - level);
                level += 0.3 * (units - level);
            }
        }
        return sum;
    }

    @Test
    void forecastsAConstantAsItIs() {
        assertThat(new SimpleExponentialSmoothing()
                        .forecast(new double[] {5, 5, 5, 5}, 3)
                        .mean())
                .containsExactly(new double[] {5, 5, 5}, offset(1e-9));
    }

    @Test
    void followsAStepOfTheLevel() {
        double[] step = {10, 11, 9, 10, 10, 11, 30, 31, 29, 30, 30, 31, 29, 30};
        assertThat(new SimpleExponentialSmoothing().forecast(step, 1).mean()[0]).isBetween(28.0, 31.0);
    }
}
