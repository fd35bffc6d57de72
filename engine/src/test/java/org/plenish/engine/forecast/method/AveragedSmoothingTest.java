package org.plenish.engine.forecast.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AveragedSmoothingTest {

    private static final double NOT_KNOWN = Double.NaN;

    @Test
    void aConstantGoesOnWithoutError() {
        double[] constant = new double[12];
        for (double value : new double[] {7, 0, -3, 1e12, 1e-9}) {
            Arrays.fill(constant, value);
            Prediction prediction = new AveragedSmoothing(4).forecast(constant, 3);
            double tolerance = 1e-9 * Math.abs(value) + 1e-300;
            assertThat(prediction.mean()).containsExactly(new double[] {value, value, value}, offset(tolerance));
            assertThat(prediction.sd())
                    .containsExactly(new double[] {0, 0, 0}, offset(1e-6 * Math.abs(value) + 1e-300));
        }
    }

    @Test
    void aStraightLineGoesOnAlmostStraight() {
        double[] line = new double[30];
        Arrays.setAll(line, i -> 100 + 5 * i);
        Prediction prediction = new AveragedSmoothing(1).forecast(line, 2);
        // the undamped models fit it without error, so no others count: 100 + 5 × 30, 100 + 5 × 31
        assertThat(prediction.mean()).containsExactly(new double[] {250, 255}, offset(1e-6));
    }

    @Test
    void aShortExactLineIsForecastToo() {
        double[] line = {10, 12, 14, 16, 18, 20};
        Prediction prediction = new AveragedSmoothing(52).forecast(line, 3);
        assertThat(prediction.mean()).containsExactly(new double[] {22, 24, 26}, offset(1e-6));
        assertThat(prediction.sd()).containsExactly(new double[] {0, 0, 0}, offset(1e-6));
    }

    @Test
    void anExactSeasonIsRepeated() {
        double[] season = new double[48];
        Arrays.setAll(season, i -> i % 12 == 11 ? 24 : 12);
        Prediction prediction = new AveragedSmoothing(12).forecast(season, 12);
        // shrunk by half a season in four and a half: the peak's index, 24 / 13, to (4 × 24 / 13 + 0.5) / 4.5
        assertThat(prediction.mean()[11]).isBetween(21.5, 24.0);
        assertThat(prediction.mean()[0]).isBetween(11.5, 12.5);
    }

    @Test
    void aSlopeIsThatOfLeastSquares() {
        // x 0, 1, 3 and y 1, 2, 6, around their means 4/3 and 3: Sxy = 8, Sxx = 14/3
        double[] values = {1, 2, NOT_KNOWN, 6};
        assertThat(AveragedSmoothing.slope(values)).isEqualTo(12 / 7.0, offset(1e-12));
        assertThat(AveragedSmoothing.slope(new double[] {5})).isZero();
    }

    @Test
    void theErrorGrowsWithEveryBucketAhead() {
        double[] sd = new AveragedSmoothing(1).forecast(noisy(40, 1), 10).sd();
        for (int i = 1; i < sd.length; i++) {
            assertThat(sd[i]).isGreaterThan(sd[i - 1]);
        }
    }

    @Test
    void scaleOfTheValuesDoesNotMatter() {
        double[] values = noisy(40, 2);
        double[] scaled = Arrays.stream(values).map(value -> value * 1e9).toArray();
        double[] mean = new AveragedSmoothing(4).forecast(values, 4).mean();
        double[] ofScaled = new AveragedSmoothing(4).forecast(scaled, 4).mean();
        for (int i = 0; i < mean.length; i++) {
            assertThat(ofScaled[i] / 1e9).isEqualTo(mean[i], offset(1e-6 * mean[i]));
        }
    }

    @Test
    void anUnlikelySeasonHardlyCounts() {
        double[] mean = new AveragedSmoothing(12).forecast(noisy(36, 3), 12).mean();
        double spread = Arrays.stream(mean).max().orElseThrow()
                - Arrays.stream(mean).min().orElseThrow();
        assertThat(spread).isLessThan(5); // the noise has a standard deviation of 10
    }

    @Test
    void gapsAreNotZeros() {
        double[] values = noisy(40, 4);
        values[3] = NOT_KNOWN;
        values[20] = NOT_KNOWN;
        values[39] = NOT_KNOWN;
        Prediction prediction = new AveragedSmoothing(4).forecast(values, 2);
        assertThat(prediction.mean()[0]).isBetween(90.0, 110.0);
        assertThat(prediction.sd()[0]).isBetween(5.0, 20.0);
    }

    @Test
    void fewKnownValuesAreRefused() {
        assertThat(new AveragedSmoothing(1).canForecast(new double[] {1, 2, NOT_KNOWN, 3, 4, 5}))
                .isFalse();
        assertThat(new AveragedSmoothing(1).canForecast(new double[] {1, 2, 3, 4, 5, 6}))
                .isTrue();
    }

    private static double[] noisy(int length, long seed) {
        Random random = new Random(seed);
        double[] values = new double[length];
        Arrays.setAll(values, i -> 100 + 10 * random.nextGaussian());
        return values;
    }

    @Test
    void aShortHistoryWithoutSeasonIsTheAverageOfDampedTrendsByTheirLikelihood() {
        // the weight of (α, β, φ): squared error to the power of −τ·n / 2 with τ = 0.75, times bells around 0.9, 0.1,
        // 0.95
        double[] demand = {12, 7, 9, 14, 11, 13, 18, 15, 20};
        double weights = 0;
        double sum = 0;
        for (double alpha : new double[] {0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1}) {
            for (double beta : new double[] {0, 0.02, 0.05, 0.1, 0.2, 0.4, 0.7, 1}) {
                for (double phi : new double[] {0.8, 0.85, 0.9, 0.95, 0.98, 1}) {
                    DampedHolt.Fit fit = DampedHolt.fit(demand, alpha, beta, phi);
                    double weight = Math.pow(fit.squaredError(), -0.75 * 9 / 2)
                            * bell((alpha - 0.9) / 0.3)
                            * bell((beta - 0.1) / 0.2)
                            * bell((phi - 0.95) / 0.1);
                    weights += weight;
                    sum += weight * DampedHolt.extrapolate(fit.level(), fit.trend(), phi, 3)[2];
                }
            }
        }
        assertThat(new AveragedSmoothing(1).forecast(demand, 3).mean()[2]).isEqualTo(sum / weights, offset(1e-4));
    }

    private static double bell(double deviations) {
        return Math.exp(-deviations * deviations / 2);
    }
}
