package org.plenish.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;
import org.plenish.engine.forecast.method.Prediction;
import org.plenish.engine.math.Normal;

class IntervalShapeTest {

    private static final double Z90 = Normal.standardQuantile(0.9);
    private static final double Z975 = Normal.standardQuantile(0.975);

    @Test
    void asToldAreTheQuantilesOfNormalErrors() {
        Prediction prediction = new Prediction(new double[] {10, -5}, new double[] {2, 3});
        double[][] quantiles = IntervalShape.AS_TOLD.quantiles(prediction, new double[] {0.1, 0.5, 0.9}, false);
        assertThat(quantiles[0]).containsExactly(new double[] {10 - 2 * Z90, -5 - 3 * Z90}, offset(1e-12));
        assertThat(quantiles[1]).containsExactly(new double[] {10, -5}, offset(1e-12));
        assertThat(quantiles[2]).containsExactly(new double[] {10 + 2 * Z90, -5 + 3 * Z90}, offset(1e-12));
    }

    @Test
    void aPositiveSeriesHasLognormalQuantiles() {
        Prediction prediction = new Prediction(new double[] {10}, new double[] {10});
        double[][] quantiles = IntervalShape.AS_TOLD.quantiles(prediction, new double[] {0.1, 0.5, 0.9}, true);
        double spread = Math.sqrt(Math.log(2)); // ln(1 + (10 / 10)²)
        assertThat(quantiles[0][0]).isEqualTo(10 * Math.exp(-spread * Z90), offset(1e-12));
        assertThat(quantiles[1][0]).isEqualTo(10, offset(1e-12));
        assertThat(quantiles[2][0]).isEqualTo(10 * Math.exp(spread * Z90), offset(1e-12));
    }

    @Test
    void theFactorGrowsEvenlyToTheFarBucketAndStays() {
        IntervalShape shape = new IntervalShape(1, 2, 5, 1);
        assertThat(shape.factor(0, Z90)).isEqualTo(1, offset(1e-12));
        assertThat(shape.factor(2, Z90)).isEqualTo(1.5, offset(1e-12)); // half way from bucket 1 to 5
        assertThat(shape.factor(4, Z90)).isEqualTo(2, offset(1e-12));
        assertThat(shape.factor(40, Z90)).isEqualTo(2, offset(1e-12));
    }

    @Test
    void theTailWidensThe95PercentInterval() {
        IntervalShape shape = new IntervalShape(1.5, 1.5, 1, 1.2);
        assertThat(shape.factor(0, Z90)).isEqualTo(1.5, offset(1e-12));
        assertThat(shape.factor(0, -Z90)).isEqualTo(1.5, offset(1e-12));
        assertThat(shape.factor(0, Z975)).isEqualTo(1.8, offset(1e-12)); // 1.5 × 1.2
    }

    @Test
    void quantilesNeverFallWithTheProbability() {
        IntervalShape shape = new IntervalShape(0.9, 1.4, 6, 1.25);
        double[] probabilities = new double[99];
        for (int i = 0; i < 99; i++) {
            probabilities[i] = (i + 1) / 100.0;
        }
        Prediction prediction = new Prediction(new double[] {7}, new double[] {3});
        for (boolean positive : new boolean[] {true, false}) {
            double[][] quantiles = shape.quantiles(prediction, probabilities, positive);
            for (int i = 1; i < 99; i++) {
                assertThat(quantiles[i][0]).isGreaterThan(quantiles[i - 1][0]);
            }
        }
    }
}
