package org.plenish.engine.forecast.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;

class DampedHoltTest {

    private static final double[] DEMAND = {12, 7, 9, Double.NaN, 14, 11, 13, 18, 15, 20};

    @Test
    void repeatsTheTextbooksAustralianPopulation() {
        // Hyndman & Athanasopoulos (2021), §8.2: α = 0.9999, β* = 0.3267, level 10.05, trend 0.22, no damping
        DampedHolt.Fit fit = DampedHolt.run(new double[] {10.28, 10.48, 10.74}, 0.9999, 0.3267, 1, 10.05, 0.22);
        assertThat(fit.level()).isEqualTo(10.74, offset(0.005));
        assertThat(fit.trend()).isEqualTo(0.23, offset(0.005));
        // next: 10.74 + 0.23
        assertThat(DampedHolt.extrapolate(fit.level(), fit.trend(), 1, 1)[0]).isEqualTo(10.97, offset(0.005));
    }

    @Test
    void dampsTheTrendWithEachBucket() {
        // 100 + 0.5 × 10; + 0.25 × 10; + 0.125 × 10
        assertThat(DampedHolt.extrapolate(100, 10, 0.5, 3)).containsExactly(105, 107.5, 108.75);
    }

    @Test
    void errorsGrowAsTheTheorySays() {
        // HKOS (2008), table 6.2 with α = 0.5, β = 0.2, φ = 0.9:
        // c₁ = 0.5 + 0.1 × 0.9 = 0.59, c₂ = 0.5 + 0.1 × (0.9 + 0.81) = 0.671
        assertThat(DampedHolt.sds(2, 0.5, 0.2, 0.9, 3))
                .containsExactly(
                        new double[] {2, 2 * Math.sqrt(1 + 0.59 * 0.59), 2 * Math.sqrt(1 + 0.59 * 0.59 + 0.671 * 0.671)
                        },
                        offset(1e-12));
    }

    @Test
    void isSimpleExponentialSmoothingWithoutTrend() {
        DampedHolt.Fit fit = DampedHolt.run(DEMAND, 0.3, 0, 0.9, 11, 0);
        assertThat(fit.level()).isEqualTo(SimpleExponentialSmoothing.level(DEMAND, 0.3, 11), offset(1e-12));
        assertThat(fit.trend()).isZero();
    }

    @Test
    void findsTheBestStartingLevelAndTrendExactly() {
        DampedHolt.Fit best = DampedHolt.fit(DEMAND, 0.3, 0.1, 0.9);
        for (double level = 0; level < 20; level += 0.5) {
            for (double trend = -3; trend <= 3; trend += 0.25) {
                assertThat(DampedHolt.run(DEMAND, 0.3, 0.1, 0.9, level, trend).squaredError())
                        .isGreaterThanOrEqualTo(best.squaredError() - 1e-9);
            }
        }
    }

    @Test
    void staysSaneTwentyWeeksAheadOfASteepRise() {
        double[] rising = new double[20];
        for (int i = 0; i < rising.length; i++) {
            rising[i] = 10 + 5 * i;
        }
        double[] forecast = new DampedHolt().forecast(rising, 20).mean();
        assertThat(forecast[0]).isBetween(105.0, 112.0); // 10 + 5 × 20 = 110
        assertThat(forecast[19]).isLessThan(205); // an undamped trend: 10 + 5 × 39
        assertThat(forecast).isSorted();
    }

    @Test
    void leavesIntermittentDemandToOthers() {
        assertThat(new DampedHolt().canForecast(new double[] {0, 0, 5, 0, 0, 3, 0, 0, 0, 1}))
                .isFalse();
    }
}
