package org.plenish.engine.forecast.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CombinationTest {

    private static final double[] HISTORY = new double[40]; // all zero: a method's error is its own forecast

    @Test
    void theLowestAndTheHighestAreLeftOutBucketByBucket() {
        Prediction prediction = new TrimmedCombination(
                        "middle", List.of(always(1, 4), always(90, 2), always(2, 30), always(6, 1), always(4, 1)))
                .forecast(HISTORY, 2);
        assertThat(prediction.mean()).containsExactly(4, 4); // (2 + 6 + 4) / 3
        assertThat(prediction.sd()).containsExactly(4, 4); // the first method's
    }

    @Test
    void manyTimesOneMethodIsThatMethod() {
        ForecastMethod one = new SimpleExponentialSmoothing();
        double[] values = RSeries.nile();
        double[] alone = one.forecast(values, 3).mean();
        assertThat(new TrimmedCombination("middle", List.of(one, one, one, one, one))
                        .forecast(values, 3)
                        .mean())
                .containsExactly(alone, offset(1e-9));
        assertThat(new WeightedCombination("weighted", List.of(one, one))
                        .forecast(values, 3)
                        .mean())
                .containsExactly(alone, offset(1e-9));
    }

    @Test
    void ofFourItIsTheMedianAndOfTwoTheMean() {
        assertThat(TrimmedCombination.trimmedMean(new double[] {1, 9, 2, 6})).isEqualTo(4); // (2 + 6) / 2
        assertThat(TrimmedCombination.trimmedMean(new double[] {9, 1, 2})).isEqualTo(2);
        assertThat(TrimmedCombination.trimmedMean(new double[] {9, 1})).isEqualTo(5);
        assertThat(TrimmedCombination.trimmedMean(new double[] {9})).isEqualTo(9);
    }

    @Test
    void aMethodThatCannotForecastIsLeftOut() {
        ForecastMethod needsMore = new Fixed(7, 1, 1000);
        assertThat(new TrimmedCombination("median", List.of(always(1, 1), needsMore))
                        .forecast(HISTORY, 1)
                        .mean())
                .containsExactly(1);
        assertThat(new WeightedCombination("weighted", List.of(always(1, 1), needsMore))
                        .forecast(HISTORY, 1)
                        .mean())
                .containsExactly(1);
        assertThat(new TrimmedCombination("median", List.of(needsMore)).canForecast(HISTORY))
                .isFalse();
    }

    @Test
    void weightsAreInverseSquaredErrorsWithTheMeanErrorAsAPrior() {
        // three spans of two buckets: squares 6 × 1 = 6 and 6 × 9 = 54; prior (6 + 54) / 2 / 3 = 10
        // 1 / 16 and 1 / 64: 4 to 1
        double[] weights = WeightedCombination.weights(List.of(always(1, 1), always(3, 1)), HISTORY, 2);
        assertThat(weights).containsExactly(new double[] {0.8, 0.2}, offset(1e-12));
        Prediction prediction =
                new WeightedCombination("weighted", List.of(always(1, 2), always(3, 7))).forecast(HISTORY, 2);
        assertThat(prediction.mean()[0]).isEqualTo(0.8 * 1 + 0.2 * 3, offset(1e-12));
        assertThat(prediction.sd()[0]).isEqualTo(0.8 * 2 + 0.2 * 7, offset(1e-12));
    }

    @Test
    void withNothingToJudgeByAllWeighTheSame() {
        assertThat(WeightedCombination.weights(List.of(always(1, 1), always(3, 1)), new double[13], 2))
                .containsExactly(0.5, 0.5);
        assertThat(WeightedCombination.weights(List.of(always(0, 1), always(0, 1)), HISTORY, 2))
                .containsExactly(0.5, 0.5);
    }

    private static ForecastMethod always(double mean, double sd) {
        return new Fixed(mean, sd, 0);
    }

    private record Fixed(double mean, double sd, int atLeast) implements ForecastMethod {

        @Override
        public String id() {
            return "fixed";
        }

        @Override
        public String suits() {
            return "always the same";
        }

        @Override
        public boolean canForecast(double[] values) {
            return values.length >= atLeast;
        }

        @Override
        public Prediction forecast(double[] values, int horizonBuckets) {
            double[] means = new double[horizonBuckets];
            double[] sds = new double[horizonBuckets];
            Arrays.fill(means, mean);
            Arrays.fill(sds, sd);
            return new Prediction(means, sds);
        }
    }
}
