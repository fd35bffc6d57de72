package org.plenish.engine.forecast.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.stream.Stream;
import org.apache.commons.math3.complex.Complex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComplexExponentialSmoothingTest {

    private static final double[] DEMAND = {12, 7, 9, 14, 11, 13, 18, 15, 20, 16, 17, 21, 14, 15, 19, 22};

    /** Of a season of four. */
    private static final double[] INDICES = {-3, 0, 1, 2};

    @Test
    void isSimpleExponentialSmoothingWhereTheImaginaryWeightIsOne() {
        // Svetunkov et al. (2022): with α1 = 1 the level moves by (α0 − 1)·e
        CesModel.Fit fit = CesModel.withoutSeason(DEMAND, 1).fit(1.3, 1);
        SimpleExponentialSmoothing.Fit ses = SimpleExponentialSmoothing.fit(DEMAND, 0.3);
        assertThat(fit.level()).isEqualTo(ses.level(), offset(1e-9));
        assertThat(fit.squaredError()).isEqualTo(ses.squaredError(), offset(1e-9));
    }

    @Test
    void isARandomWalkAtTwoAndOne() {
        CesModel model = CesModel.withoutSeason(DEMAND, 1);
        Prediction prediction = model.forecast(model.fit(2, 1), 4);
        assertThat(prediction.mean()).containsExactly(new double[] {22, 22, 22, 22}, offset(1e-9));
        assertThat(prediction.sd()[3]).isEqualTo(2 * prediction.sd()[0], offset(1e-9)); // √4
    }

    @Test
    void isTheHistorysMeanAtOneAndOne() {
        CesModel model = CesModel.withoutSeason(DEMAND, 1);
        // 243 / 16
        assertThat(model.forecast(model.fit(1, 1), 1).mean()[0]).isEqualTo(15.1875, offset(1e-9));
    }

    @Test
    void smoothsAComplexNumberOfValueAndError() {
        // ŷ' + i·p' = (α0 + i·α1)·(y + i·e) + (1 − α0 + i·(1 − α1))·(ŷ + i·p), the paper's first equation
        CesModel model = CesModel.withoutSeason(DEMAND, 1);
        Complex weight = new Complex(1.4, 1.05);
        CesModel.Fit fit = model.fit(weight.getReal(), weight.getImaginary());
        Complex state = new Complex(fit.level(), fit.potential());
        double[] mean = model.forecast(fit, 3).mean();
        for (double expected : mean) {
            assertThat(expected).isEqualTo(state.getReal(), offset(1e-9));
            Complex value = new Complex(state.getReal(), 0); // as expected: no error
            state = weight.multiply(value)
                    .add(new Complex(1, 1).subtract(weight).multiply(state));
        }
    }

    @Test
    void theBestStartIsFoundExactly() {
        Complex weight = new Complex(1.4, 1.05);
        CesModel.Fit fit = CesModel.withoutSeason(DEMAND, 1).fit(weight.getReal(), weight.getImaginary());
        for (double level = 0; level < 25; level += 1) {
            for (double potential = -20; potential < 40; potential += 2) {
                Complex state = new Complex(level, potential);
                double squaredError = 0;
                for (double value : DEMAND) {
                    double error = value - state.getReal();
                    squaredError += error * error;
                    state = weight.multiply(new Complex(value, error))
                            .add(new Complex(1, 1).subtract(weight).multiply(state));
                }
                assertThat(squaredError).isGreaterThanOrEqualTo(fit.squaredError() - 1e-9);
            }
        }
    }

    @Test
    void thePartialSeasonIsAdditiveExponentialSmoothing() {
        // ETS(A,N,A): l' = l + 0.3·e, s' = s + 0.2·e
        CesModel model = CesModel.withPartialSeason(DEMAND, INDICES);
        CesModel.Fit fit = model.fit(1.3, 1, 0.2);
        double leastSquaredError = Double.POSITIVE_INFINITY;
        double[] best = new double[0];
        for (double start = 0; start < 25; start += 0.001) {
            double level = start;
            double[] season = INDICES.clone();
            double squaredError = 0;
            for (int i = 0; i < DEMAND.length; i++) {
                double error = DEMAND[i] - level - season[i % 4];
                squaredError += error * error;
                level += 0.3 * error;
                season[i % 4] += 0.2 * error;
            }
            if (squaredError < leastSquaredError) {
                leastSquaredError = squaredError;
                best = new double[] {level + season[0], level + season[1], level + season[2], level + season[3]};
            }
        }
        assertThat(fit.squaredError()).isEqualTo(leastSquaredError, offset(1e-4));
        assertThat(model.forecast(fit, 4).mean()).containsExactly(best, offset(1e-2));
    }

    @Test
    void theFullSeasonIsThePartialOneWhereItsImaginaryWeightIsOne() {
        CesModel full = CesModel.withFullSeason(DEMAND, INDICES);
        CesModel partial = CesModel.withPartialSeason(DEMAND, INDICES);
        Prediction ofFull = full.forecast(full.fit(1.4, 1.02, 1.2, 1), 9);
        Prediction ofPartial = partial.forecast(partial.fit(1.4, 1.02, 0.2), 9);
        assertThat(ofFull.mean()).containsExactly(ofPartial.mean(), offset(1e-9));
        // one weight more is fitted: √(16 − 9) / √(16 − 10)
        assertThat(ofFull.sd()[8] / ofPartial.sd()[8]).isEqualTo(Math.sqrt(7 / 6.0), offset(1e-9));
    }

    @Test
    void withoutSeasonIsThePartialSeasonThatIsZero() {
        CesModel none = CesModel.withoutSeason(DEMAND, 4);
        CesModel partial = CesModel.withPartialSeason(DEMAND, new double[4]);
        assertThat(none.forecast(none.fit(1.4, 1.02), 6).mean())
                .containsExactly(partial.forecast(partial.fit(1.4, 1.02, 0), 6).mean(), offset(1e-9));
    }

    @Test
    void theStableWeightsAreThoseWhoseDiscountMatrixShrinks() {
        for (double real = -1; real < 4; real += 0.1) {
            for (double imaginary = -2; imaginary < 3; imaginary += 0.1) {
                // F − g·w' = [1 − α0 + α1, α1 − 1; 1 − α0 − α1, 1 − α0]
                double trace = 2 - 2 * real + imaginary;
                double determinant = (1 - real + imaginary) * (1 - real) - (imaginary - 1) * (1 - real - imaginary);
                Complex root = new Complex(trace * trace / 4 - determinant).sqrt();
                double greatest = Math.max(
                        root.add(trace / 2).abs(), root.negate().add(trace / 2).abs());
                if (Math.abs(greatest - 1) > 1e-6) {
                    assertThat(CesModel.isStable(real, imaginary))
                            .as("%.1f + %.1f i", real, imaginary)
                            .isEqualTo(greatest < 1);
                }
            }
        }
    }

    @Test
    void growsFromBucketToBucketByItsGreatestEigenvalueInTheEnd() {
        CesModel model = CesModel.withoutSeason(DEMAND, 1);
        double[] mean = model.forecast(model.fit(1.6, 1.05), 60).mean();
        assertThat(mean[59] / mean[58]).isEqualTo(CesModel.growth(1.6, 1.05), offset(1e-6));
        assertThat(CesModel.growth(1.6, 1)).isEqualTo(1, offset(1e-12));
    }

    @Test
    void aGapLeavesNoError() {
        double[] gap = {12, 7, 9, 14, Double.NaN, 13, 18};
        CesModel model = CesModel.withoutSeason(gap, 1);
        assertThat(model.fit(1.3, 1).level())
                .isEqualTo(SimpleExponentialSmoothing.fit(gap, 0.3).level(), offset(1e-9));
    }

    @Test
    void continuesAConstantWithoutError() {
        Prediction prediction = new ComplexExponentialSmoothing(12).forecast(OddSeries.of(40, i -> 7), 3);
        assertThat(prediction.mean()).containsExactly(new double[] {7, 7, 7}, offset(1e-6));
        assertThat(prediction.sd()).containsExactly(new double[] {0, 0, 0}, offset(1e-6));
    }

    @Test
    void repeatsASeasonAcrossAGap() {
        double[] mean = new ComplexExponentialSmoothing(12)
                .forecast(OddSeries.ALL.get("gap of a year"), 12)
                .mean();
        for (int i = 0; i < 12; i++) {
            assertThat(mean[i]).isEqualTo(20 + 10 * Math.sin(Math.PI * i / 6), offset(0.5));
        }
    }

    @Test
    void growsWithTheSeries() {
        double[] mean = new ComplexExponentialSmoothing(4).forecast(DEMAND, 3).mean();
        double[] scaled = OddSeries.of(DEMAND.length, i -> -1e9 * DEMAND[i]);
        double[] expected = OddSeries.of(3, i -> -1e9 * mean[i]);
        assertThat(new ComplexExponentialSmoothing(4).forecast(scaled, 3).mean())
                .containsExactly(expected, offset(1.0));
    }

    @ParameterizedTest
    @MethodSource("oddSeries")
    void answersOddSeriesSanely(String series) {
        OddSeries.assertSaneAnswerTo(series, new ComplexExponentialSmoothing(12));
        OddSeries.assertSaneAnswerTo(series, new ComplexExponentialSmoothing(1));
    }

    static Stream<String> oddSeries() {
        return OddSeries.ALL.keySet().stream();
    }
}
