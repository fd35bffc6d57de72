package org.plenish.engine.forecast.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ThetaTest {

    private static final double[] DEMAND = {12, 7, 9, 14, 11, 13, 18, 15, 20, 16, 17, 21};

    /** Flow of the Nile at Aswan, 1871 to 1970 (R's data set Nile). */
    private static final double[] NILE = {
        1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140,
        1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969,
        831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759, 781, 865,
        845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050,
        918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740
    };

    /** Accidental deaths in the USA by month, 1973 to 1978 (R's data set USAccDeaths). */
    private static final double[] ACCIDENTAL_DEATHS = {
        9007, 8106, 8928, 9137, 10017, 10826, 11317, 10744, 9713, 9938, 9161, 8927, 7750, 6981, 8038, 8422, 8714, 9512,
        10120, 9823, 8743, 9129, 8710, 8680, 8162, 7306, 8124, 7870, 9387, 9556, 10093, 9620, 8285, 8466, 8160, 8034,
        7717, 7461, 7767, 7925, 8623, 8945, 10078, 9179, 8037, 8488, 7874, 8647, 7792, 6957, 7726, 8106, 8890, 9299,
        10625, 9302, 8314, 8850, 8265, 8796, 7836, 6892, 7791, 8192, 9115, 9434, 10484, 9827, 9110, 9070, 8633, 9240
    };

    @Test
    void agreesWithRsThetafOnTheNile() {
        // R 4.2, forecast 8.20: thetaf(Nile, h = 4); (upper - mean) / qnorm(.9) of level 80
        Prediction prediction = new Theta(1).forecast(NILE, 4);
        assertThat(prediction.mean())
                .containsExactly(new double[] {799.8119962, 798.4548435, 797.0976908, 795.7405381}, offset(0.2));
        // R divides by n - 2, here by n - 3: √(98 / 97)
        assertThat(prediction.sd()[0] * Math.sqrt(97 / 98.0)).isCloseTo(144.2317593, withPercentage(0.1));
        assertThat(prediction.sd()[3] / prediction.sd()[0]).isCloseTo(156.7460518 / 144.2317593, withPercentage(0.1));
    }

    @Test
    void agreesWithRsThetafOnAccidentalDeathsWithTheirSeason() {
        // R 4.2, forecast 8.20: thetaf(USAccDeaths, h = 4)
        assertThat(new Theta(12).forecast(ACCIDENTAL_DEATHS, 4).mean())
                .containsExactly(new double[] {8270.693806, 7508.923867, 8322.124807, 8554.143505}, offset(2.0));
    }

    @Test
    void isSimpleExponentialSmoothingWithADriftOfHalfTheSlope() {
        // Hyndman & Billah (2003): l = l + d + α·e with d = b / 2; their level starts d lower
        double alpha = 0.3;
        int n = DEMAND.length;
        double drift = line(DEMAND).slope() / 2;
        double sesStart = (SimpleExponentialSmoothing.fit(DEMAND, alpha).level()
                        - SimpleExponentialSmoothing.level(DEMAND, alpha, 0))
                / Math.pow(1 - alpha, n);
        double level = sesStart - drift;
        for (double value : DEMAND) {
            level += drift + alpha * (value - level - drift);
        }
        double[] expected = {level + drift, level + 2 * drift, level + 3 * drift};
        assertThat(Theta.withDrift(DEMAND, alpha, 3).mean()).containsExactly(expected, offset(1e-9));
    }

    @Test
    void goesOnWithHalfTheSlopeOfAStraightLine() {
        // smoothing follows a straight line best with α near 1, l = the last value; then half of 5 a bucket
        double[] mean =
                new Theta(1).forecast(OddSeries.of(40, i -> 10 + 5 * i), 3).mean();
        assertThat(mean).containsExactly(new double[] {207.5, 210, 212.5}, offset(0.01));
    }

    @Test
    void theOptimizedOnesGoOnWithTheWholeSlopeOfAStraightLine() {
        double[] line = OddSeries.of(40, i -> 10 + 5 * i);
        double[] expected = {210, 215, 220};
        assertThat(new OptimizedTheta(1).forecast(line, 3).mean()).containsExactly(expected, offset(1e-4));
        assertThat(new DynamicOptimizedTheta(1).forecast(line, 3).mean()).containsExactly(expected, offset(1e-4));
    }

    @Test
    void thetaTwoIsTheMeanOfTheLineAndOfSmoothingTwiceTheCurvature() {
        double alpha = 0.3;
        ThetaModel model = new ThetaModel(DEMAND, false);
        ThetaModel.Fit fit = model.fit(alpha, 0.5); // ω = 1 − 1/θ
        ThetaModel.Line line = line(DEMAND);
        double smoothed = 2 * fit.start();
        for (int i = 0; i < DEMAND.length; i++) {
            double curved = 2 * DEMAND[i] - (line.intercept() + line.slope() * (i + 1));
            smoothed += alpha * (curved - smoothed);
        }
        double[] mean = model.forecast(fit, 3).mean();
        for (int h = 1; h <= 3; h++) {
            double straight = line.intercept() + line.slope() * (DEMAND.length + h);
            assertThat(mean[h - 1]).isEqualTo((straight + smoothed) / 2, offset(1e-9));
        }
    }

    @Test
    void thetaOneIsSimpleExponentialSmoothing() {
        for (boolean dynamic : List.of(false, true)) {
            ThetaModel model = new ThetaModel(DEMAND, dynamic);
            ThetaModel.Fit fit = model.fit(0.3, 0);
            assertThat(fit.level()).isEqualTo(SimpleExponentialSmoothing.level(DEMAND, 0.3, fit.start()), offset(1e-9));
            assertThat(model.forecast(fit, 2).mean())
                    .containsExactly(new double[] {fit.level(), fit.level()}, offset(1e-9));
        }
    }

    @Test
    void theDynamicLineIsThatOfThePaper() {
        // Fiorucci et al. (2016): B_t = ((t − 2)·B_{t−1} + 6/t·(y_t − ȳ_{t−1})) / (t + 1), A_t = ȳ_t − (t + 1)/2·B_t
        ThetaModel.Line line = new ThetaModel.Line();
        double slope = 0;
        double mean = 0;
        for (int t = 1; t <= DEMAND.length; t++) {
            double value = DEMAND[t - 1];
            slope = t == 1 ? 0 : ((t - 2) * slope + 6.0 / t * (value - mean)) / (t + 1);
            mean += (value - mean) / t;
            line.add(t, value);
            assertThat(line.slope()).isEqualTo(slope, offset(1e-9));
            assertThat(line.intercept()).isEqualTo(mean - (t + 1) / 2.0 * slope, offset(1e-9));
        }
    }

    @Test
    void theErrorOfTheOptimizedMethodGrowsAsThatOfSmoothing() {
        // σ²·(1 + (h − 1)·α²), Fiorucci et al. (2016)
        ThetaModel model = new ThetaModel(DEMAND, false);
        double[] sd = model.forecast(model.fit(0.3, 0.5), 4).sd();
        assertThat(sd[3]).isEqualTo(sd[0] * Math.sqrt(1 + 3 * 0.3 * 0.3), offset(1e-9));
    }

    @Test
    void theErrorOfTheDynamicMethodGrowsFasterBecauseTheTrendMayChange() {
        ThetaModel model = new ThetaModel(DEMAND, true);
        double[] sd = model.forecast(model.fit(0.3, 0.5), 4).sd();
        assertThat(sd[3]).isGreaterThan(sd[0] * Math.sqrt(1 + 3 * 0.3 * 0.3));
    }

    @Test
    void theRegressionFindsTheBestStartingLevel() {
        ThetaModel model = new ThetaModel(DEMAND, true);
        ThetaModel.Fit fit = model.fit(0.3, 0.5);
        for (double start = -20; start < 20; start += 0.5) {
            double level = start;
            double squaredError = 0;
            ThetaModel.Line line = new ThetaModel.Line();
            for (int t = 1; t <= DEMAND.length; t++) {
                double decay = Math.pow(0.7, t - 1);
                double expected = level + 0.5 * (decay * line.intercept() + (1 - 0.7 * decay) / 0.3 * line.slope());
                double error = DEMAND[t - 1] - expected;
                squaredError += t <= 2 ? 0 : error * error;
                level += 0.3 * (DEMAND[t - 1] - level);
                line.add(t, DEMAND[t - 1]);
            }
            assertThat(squaredError).isGreaterThanOrEqualTo(fit.squaredError() - 1e-9);
        }
    }

    @Test
    void movesWithTheSeriesAndGrowsWithIt() {
        double[] moved = OddSeries.of(DEMAND.length, i -> 1e6 + 1000 * DEMAND[i]);
        for (ForecastMethod method : methods()) {
            double[] mean = method.forecast(DEMAND, 3).mean();
            double[] expected = OddSeries.of(3, i -> 1e6 + 1000 * mean[i]);
            assertThat(method.forecast(moved, 3).mean()).containsExactly(expected, offset(0.1));
        }
    }

    @Test
    void continuesAConstantWithoutError() {
        for (ForecastMethod method : methods()) {
            Prediction prediction = method.forecast(OddSeries.of(40, i -> 7), 3);
            assertThat(prediction.mean()).containsExactly(7, 7, 7);
            assertThat(prediction.sd()).containsExactly(0, 0, 0);
        }
    }

    @Test
    void repeatsASeasonAcrossAGap() {
        double[] values = OddSeries.ALL.get("gap of a year");
        for (ForecastMethod method : List.of(new Theta(12), new OptimizedTheta(12), new DynamicOptimizedTheta(12))) {
            double[] mean = method.forecast(values, 12).mean();
            for (int i = 0; i < 12; i++) {
                assertThat(mean[i]).isEqualTo(20 + 10 * Math.sin(Math.PI * i / 6), offset(0.5));
            }
        }
    }

    @Test
    void aSeasonOfFewerThanTwoCyclesIsNotLookedFor() {
        double[] values = OddSeries.of(60, i -> 20 + 10 * Math.sin(Math.PI * i / 6));
        assertThat(ClassicalSeason.isSeasonal(values, 12)).isTrue();
        assertThat(ClassicalSeason.isSeasonal(OddSeries.of(24, i -> values[i]), 12))
                .isFalse();
        assertThat(ClassicalSeason.isSeasonal(OddSeries.of(60, i -> Math.sin(7.0 * i * i)), 12))
                .isFalse();
    }

    @Test
    void anAdditiveSeasonIsTakenWhereValuesAreNotAllPositive() {
        double[] values = OddSeries.of(60, i -> i % 12 - 5.5);
        double[] removed = ClassicalSeason.of(values, 12).removedFrom(values);
        assertThat(removed).containsOnly(new double[] {0}, offset(1e-9));
    }

    @ParameterizedTest
    @MethodSource("oddSeries")
    void answersOddSeriesSanely(String series) {
        methods().forEach(method -> OddSeries.assertSaneAnswerTo(series, method));
    }

    static Stream<String> oddSeries() {
        return OddSeries.ALL.keySet().stream();
    }

    private static List<ForecastMethod> methods() {
        return List.of(
                new Theta(12), new OptimizedTheta(12), new DynamicOptimizedTheta(12), new DynamicOptimizedTheta(1));
    }

    private static ThetaModel.Line line(double[] values) {
        ThetaModel.Line line = new ThetaModel.Line();
        for (int i = 0; i < values.length; i++) {
            line.add(i + 1, values[i]);
        }
        return line;
    }
}
