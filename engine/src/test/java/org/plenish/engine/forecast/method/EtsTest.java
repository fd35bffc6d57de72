package org.plenish.engine.forecast.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.plenish.engine.forecast.method.EtsForm.Error;
import org.plenish.engine.forecast.method.EtsForm.Season;
import org.plenish.engine.forecast.method.EtsForm.Trend;

class EtsTest {

    private static final EtsForm ANN = new EtsForm(Error.ADDITIVE, Trend.NONE, Season.NONE);
    private static final EtsForm MNN = new EtsForm(Error.MULTIPLICATIVE, Trend.NONE, Season.NONE);
    private static final EtsForm AAN = new EtsForm(Error.ADDITIVE, Trend.ADDITIVE, Season.NONE);
    private static final EtsForm AADN = new EtsForm(Error.ADDITIVE, Trend.DAMPED, Season.NONE);
    private static final EtsForm MADN = new EtsForm(Error.MULTIPLICATIVE, Trend.DAMPED, Season.NONE);
    private static final EtsForm ANA = new EtsForm(Error.ADDITIVE, Trend.NONE, Season.ADDITIVE);
    private static final EtsForm AADA = new EtsForm(Error.ADDITIVE, Trend.DAMPED, Season.ADDITIVE);
    private static final EtsForm MAM = new EtsForm(Error.MULTIPLICATIVE, Trend.ADDITIVE, Season.MULTIPLICATIVE);
    private static final EtsForm MADM = new EtsForm(Error.MULTIPLICATIVE, Trend.DAMPED, Season.MULTIPLICATIVE);
    private static final EtsForm MADA = new EtsForm(Error.MULTIPLICATIVE, Trend.DAMPED, Season.ADDITIVE);

    // R 4.2.2, forecast 8.20: f <- ets(Nile, model = "ANN"); forecast(f, h = 13, level = 95)
    @Test
    void levelOfTheNileIsThatOfR() {
        EtsFit fit = new Ets(1, ANN).fit(RSeries.nile());
        assertThat(rLogLikelihood(fit, 100)).isEqualTo(-726.3905, offset(1e-3));
        assertThat(rAicc(fit, 100)).isEqualTo(1459.031, offset(2e-3));
        assertThat(fit.alpha()).isEqualTo(0.2455, offset(2e-3));
        assertThat(fit.errorSd() * fit.errorSd()).isCloseTo(20802.8, withPercentage(0.01));
        assertThat(fit.residualSd()).isEqualTo(fit.errorSd(), offset(1e-9));
        Prediction prediction = fit.predict(13);
        assertThat(prediction.mean()[12]).isEqualTo(805.38, offset(0.5));
        assertThat(prediction.sd()[0]).isEqualTo(144.23, offset(0.05));
        assertThat(prediction.sd()[12]).isEqualTo(189.35, offset(0.5));
    }

    // the same with model = "MNN"
    @Test
    void errorsOfTheNileByShareAreThoseOfR() {
        EtsFit fit = new Ets(1, MNN).fit(RSeries.nile());
        assertThat(rLogLikelihood(fit, 100)).isEqualTo(-726.151, offset(1e-3));
        assertThat(fit.alpha()).isEqualTo(0.1514, offset(2e-3));
        assertThat(fit.errorSd() * fit.errorSd()).isCloseTo(0.023957, withPercentage(0.02));
        Prediction prediction = fit.predict(13);
        assertThat(prediction.mean()[0]).isEqualTo(838.88, offset(0.5));
        assertThat(prediction.sd()[0]).isEqualTo(129.84, offset(0.1));
        assertThat(prediction.sd()[12]).isEqualTo(147.04, offset(0.3));
    }

    // R: ets(lh, model = "ANN") and ets(LakeHuron, model = "ANN")
    @Test
    void levelsThatNearlyWalkAtRandomAreThoseOfR() {
        assertThat(rLogLikelihood(new Ets(1, ANN).fit(RSeries.lh()), 48)).isEqualTo(-59.36362, offset(1e-3));
        assertThat(new Ets(1, ANN).fit(RSeries.lh()).alpha()).isEqualTo(0.9452, offset(2e-3));
        assertThat(rLogLikelihood(new Ets(1, ANN).fit(RSeries.lakeHuron()), 98)).isEqualTo(-195.3389, offset(1e-3));
        assertThat(new Ets(1, ANN).fit(RSeries.lakeHuron()).predict(13).sd()[12])
                .isEqualTo(2.700567, offset(1e-3));
    }

    // R: ets(WWWusage, model = "AAN", damped = TRUE): log likelihood -352.8655, α 0.9999, β 0.9966, φ 0.8150
    @Test
    void dampedTrendOfUsersIsAtLeastAsLikelyAsThatOfR() {
        EtsFit fit = new Ets(1, AADN).fit(RSeries.wwwUsage());
        assertThat(rLogLikelihood(fit, 100)).isBetween(-352.8655, -352.3);
        assertThat(fit.alpha()).isEqualTo(0.9999, offset(1e-3));
        assertThat(fit.beta()).isEqualTo(0.9966, offset(5e-3));
        assertThat(fit.phi()).isEqualTo(0.8150, offset(1e-2));
        Prediction prediction = fit.predict(13);
        assertThat(prediction.mean()[0]).isEqualTo(218.366, offset(0.1));
        assertThat(prediction.mean()[12]).isEqualTo(211.79, offset(0.5));
        assertThat(prediction.sd()[1]).isCloseTo(7.236, withPercentage(1));
        assertThat(prediction.sd()[12]).isCloseTo(49.06, withPercentage(4));
    }

    // R: ets(USAccDeaths, model = "ANA"): log likelihood -555.0723, α 0.5946, γ 0.0020; its search stops a little early
    @Test
    void additiveSeasonOfAccidentsIsAtLeastAsLikelyAsThatOfR() {
        EtsFit fit = new Ets(12, ANA).fit(RSeries.accidentalDeaths());
        assertThat(rLogLikelihood(fit, 72)).isBetween(-555.0723, -550.0);
        assertThat(fit.alpha()).isEqualTo(0.5946, offset(0.03));
        assertThat(fit.gamma()).isEqualTo(0.002, offset(0.002));
        Prediction prediction = fit.predict(13);
        assertThat(prediction.mean()[0]).isCloseTo(8397.5, withPercentage(1));
        assertThat(prediction.mean()[11]).isCloseTo(9085.5, withPercentage(1));
        assertThat(prediction.sd()[0]).isCloseTo(292.69, withPercentage(5));
        assertThat(prediction.sd()[12]).isCloseTo(670.31, withPercentage(7));
    }

    // R: ets(AirPassengers, model = "MAM", damped = TRUE): log likelihood -679.5832, α 0.7096, β 0.0204, γ 0.0001, φ
    // 0.98
    @Test
    void multiplicativeSeasonOfPassengersIsAtLeastAsLikelyAsThatOfR() {
        EtsFit fit = new Ets(12, MADM).fit(RSeries.airPassengers());
        assertThat(rLogLikelihood(fit, 144)).isBetween(-679.5832, -678.0);
        assertThat(fit.alpha()).isEqualTo(0.7096, offset(0.06));
        assertThat(fit.beta()).isEqualTo(0.0204, offset(0.003));
        assertThat(fit.phi()).isEqualTo(0.98, offset(1e-3));
        Prediction prediction = fit.predict(13);
        assertThat(prediction.mean()[0]).isCloseTo(441.80, withPercentage(0.5));
        assertThat(prediction.mean()[1]).isCloseTo(434.12, withPercentage(0.5));
        assertThat(prediction.mean()[12]).isCloseTo(459.01, withPercentage(0.5));
        assertThat(prediction.sd()[0]).isCloseTo(17.30, withPercentage(2));
        assertThat(prediction.sd()[12]).isCloseTo(54.15, withPercentage(5));
    }

    // R: ets(UKgas, model = "MAM", damped = FALSE): log likelihood -618.3608, α 0.0305, β 0.0305, γ 0.6238
    @Test
    void changingSeasonOfGasIsThatOfR() {
        EtsFit fit = new Ets(4, MAM).fit(RSeries.gasConsumption());
        assertThat(rLogLikelihood(fit, 108)).isBetween(-618.3608, -618.0);
        assertThat(fit.alpha()).isEqualTo(0.0305, offset(1e-3));
        assertThat(fit.gamma()).isEqualTo(0.6238, offset(5e-3));
        Prediction prediction = fit.predict(12);
        assertThat(prediction.mean()[0]).isCloseTo(1258.8, withPercentage(0.1));
        assertThat(prediction.mean()[1]).isCloseTo(652.6, withPercentage(0.1));
        assertThat(prediction.sd()[0]).isCloseTo(146.9, withPercentage(0.3));
        assertThat(prediction.sd()[11]).isCloseTo(197.6, withPercentage(2));
    }

    /** R: ets(AirPassengers), with damped = FALSE for the first; UKgas and WWWusage likewise. */
    @Test
    void choosesAFormThatFitsAndNamesIt() {
        assertThat(new Ets(12).fit(RSeries.airPassengers()).form().notation()).isEqualTo("ETS(M,A,M)");
        assertThat(new Ets(12).fit(RSeries.accidentalDeaths()).form()).isEqualTo(ANA);
        assertThat(new Ets(1).fit(RSeries.nile()).form()).isEqualTo(MNN);
        assertThat(new Ets(1).fit(RSeries.wwwUsage()).form()).isEqualTo(AADN);
        assertThat(new Ets(4).fit(RSeries.gasConsumption()).form()).isEqualTo(MAM);
    }

    /** Hyndman &amp; Athanasopoulos (2018), Forecasting: Principles and Practice, 2nd ed., §7.1: oil of Saudi Arabia. */
    @Test
    void publishedExampleOfOil() {
        double[] oil = {
            445.36, 453.20, 454.41, 422.38, 456.04, 440.39, 425.19, 486.21, 500.43, 521.28, 508.95, 488.89, 509.87,
            456.72, 473.82, 525.95, 549.83, 542.34
        };
        EtsFit fit = new Ets(1, ANN).fit(oil);
        assertThat(fit.alpha()).isEqualTo(0.834, offset(1e-3));
        assertThat(rAicc(fit, 18)).isEqualTo(179.857, offset(2e-3));
        assertThat(fit.errorSd()).isEqualTo(29.83, offset(5e-3));
        Prediction prediction = fit.predict(5);
        assertThat(prediction.mean())
                .containsExactly(new double[] {542.68, 542.68, 542.68, 542.68, 542.68}, offset(0.01));
        assertThat(prediction.sd()[0] * 1.281552).isEqualTo(542.68 - 504.45, offset(0.01));
        assertThat(prediction.sd()[4] * 1.959964).isEqualTo(656.37 - 542.68, offset(0.1));
    }

    @Test
    void aLevelAloneIsSimpleExponentialSmoothing() {
        for (double[] values : new double[][] {RSeries.nile(), RSeries.lh()}) {
            EtsFit fit = new Ets(1, ANN).fit(values);
            SimpleExponentialSmoothing.Fit same = SimpleExponentialSmoothing.fit(values, fit.alpha());
            assertThat(fit.level()).isCloseTo(same.level(), withPercentage(0.01));
            assertThat(fit.errorSd() * fit.errorSd() * (values.length - 2))
                    .isCloseTo(same.squaredError(), withPercentage(0.001));
            assertThat(fit.predict(6).mean()[5])
                    .isCloseTo(
                            new SimpleExponentialSmoothing().forecast(values, 6).mean()[5], withPercentage(0.5));
        }
    }

    @Test
    void aDampedTrendIsDampedHolt() {
        double[] values = RSeries.nile();
        EtsFit fit = new Ets(1, AADN).fit(values);
        DampedHolt.Fit same = DampedHolt.fit(values, fit.alpha(), fit.beta() / fit.alpha(), fit.phi());
        assertThat(fit.level()).isCloseTo(same.level(), withPercentage(0.1));
        assertThat(fit.errorSd() * fit.errorSd() * (values.length - 5))
                .isCloseTo(same.squaredError(), withPercentage(0.01));
        assertThat(fit.predict(9).sd())
                .containsExactly(
                        DampedHolt.sds(fit.errorSd(), fit.alpha(), fit.beta() / fit.alpha(), fit.phi(), 9),
                        offset(1e-9));
    }

    @Test
    void aSeasonOfZeroLeavesTheTrend() {
        double[] values = RSeries.nile();
        EtsFit without = new Ets(1, AADN).fit(values);
        EtsFit with = new EtsFit(
                AADA,
                without.alpha(),
                without.beta(),
                without.phi(),
                0,
                without.level(),
                without.trend(),
                new double[4],
                without.errorSd(),
                without.residualSd(),
                0,
                0);
        assertThat(with.predict(12).mean()).isEqualTo(without.predict(12).mean());
        assertThat(with.predict(12).sd()).isEqualTo(without.predict(12).sd());
    }

    /** HKOS (2008), table 6.2, for ETS(A,N,A): σ²(1 + (h − 1)α² + kγ(2α + γ)), k whole seasons before h. */
    @Test
    void varianceOfAnAdditiveSeasonIsThatOfTheTable() {
        EtsFit fit = new EtsFit(ANA, 0.3, 0, 1, 0.2, 100, 0, new double[] {1, -2, 3, -2}, 5, 5, 0, 0);
        Prediction prediction = fit.predict(9);
        for (int h = 1; h <= 9; h++) {
            int seasons = (h - 1) / 4;
            double variance = 25 * (1 + (h - 1) * 0.09 + seasons * 0.2 * (2 * 0.3 + 0.2));
            assertThat(prediction.sd()[h - 1]).isEqualTo(Math.sqrt(variance), offset(1e-9));
        }
        assertThat(prediction.mean()).containsExactly(101, 98, 103, 98, 101, 98, 103, 98, 101);
    }

    /** Var of ETS(M,N,N) is l²((1 + σ²)(1 + α²σ²)^(h−1) − 1): HKOS (2008), §6.3. */
    @Test
    void varianceOfAMultiplicativeErrorCompounds() {
        EtsFit fit = new EtsFit(MNN, 0.4, 0, 1, 0, 50, 0, new double[0], 0.2, 10, 0, 0);
        Prediction prediction = fit.predict(10);
        for (int h = 1; h <= 10; h++) {
            double variance = 2500 * (1.04 * Math.pow(1 + 0.16 * 0.04, h - 1) - 1);
            assertThat(prediction.sd()[h - 1]).isEqualTo(Math.sqrt(variance), offset(1e-9));
        }
    }

    @Test
    void spreadOfMultiplicativeFormsIsThatOfSimulatedPaths() {
        EtsFit fit = new EtsFit(MADM, 0.5, 0.1, 0.9, 0.2, 100, 2, new double[] {0.8, 1.3, 1.1, 0.8}, 0.1, 10, 0, 0);
        int horizon = 7;
        double[] sum = new double[horizon];
        double[] squares = new double[horizon];
        Random random = new Random(7);
        int paths = 40_000;
        for (int path = 0; path < paths; path++) {
            double level = 100;
            double trend = 2;
            double[] season = {0.8, 1.3, 1.1, 0.8};
            for (int i = 0; i < horizon; i++) {
                double base = level + 0.9 * trend;
                double error = 0.1 * random.nextGaussian();
                double value = base * season[i % 4] * (1 + error);
                sum[i] += value;
                squares[i] += value * value;
                level = base * (1 + 0.5 * error);
                trend = 0.9 * trend + 0.1 * base * error;
                season[i % 4] *= 1 + 0.2 * error;
            }
        }
        Prediction prediction = fit.predict(horizon);
        for (int i = 0; i < horizon; i++) {
            double mean = sum[i] / paths;
            double sd = Math.sqrt(squares[i] / paths - mean * mean);
            assertThat(prediction.mean()[i]).isCloseTo(mean, withPercentage(0.6));
            assertThat(prediction.sd()[i]).isCloseTo(sd, withPercentage(2));
        }
    }

    @Test
    void weightingIsBetweenTheFormsAndNoSurerThanTheBest() {
        double[] values = RSeries.nile();
        Prediction weighted = Ets.weighted(1).forecast(values, 12);
        Prediction best = new Ets(1).forecast(values, 12);
        assertThat(weighted.mean()[11]).isBetween(740.0, 860.0);
        assertThat(weighted.sd()[11]).isGreaterThan(best.sd()[11]);
    }

    @Test
    void aSeasonOfMoreThanTwoYearsOfMonthsIsLeftOut() {
        double[] values = OddSeries.of(160, i -> 100 + 50 * Math.sin(2 * Math.PI * i / 52) + i % 7);
        assertThat(new Ets(52).fit(values)).usingRecursiveComparison().isEqualTo(new Ets(1).fit(values));
        assertThat(new Ets(52, ANA).canForecast(values)).isFalse();
    }

    @Test
    void multiplicativeFormsNeedPositiveValues() {
        double[] values = RSeries.airPassengers();
        assertThat(new Ets(12, MAM).canForecast(values)).isTrue();
        values[30] = 0;
        assertThat(new Ets(12, MAM).canForecast(values)).isFalse();
        assertThat(new Ets(12).fit(values).form().error()).isEqualTo(Error.ADDITIVE);
        assertThatThrownBy(() -> new EtsForm(Error.ADDITIVE, Trend.NONE, Season.MULTIPLICATIVE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("needs a multiplicative error");
    }

    @Test
    void aFormWhoseDecomposedSeasonIsNotPositiveStartsFlat() {
        EtsFit fit = new Ets(4, MADA).fit(RSeries.gasConsumption());
        assertThat(rLogLikelihood(fit, 108)).isGreaterThan(-714.5807); // R: ets(UKgas, model = "MAA", damped = TRUE)
        assertThat(fit.errorSd()).isPositive();
    }

    @Test
    void aGapMovesNothingButTheSeasonGoesOn() {
        double[] values = OddSeries.of(60, i -> 100 + (i % 12 == 0 ? 40 : 0) + 3 * Math.sin(5.0 * i * i));
        values[40] = Double.NaN;
        values[41] = Double.NaN;
        Prediction prediction = new Ets(12).forecast(values, 13);
        assertThat(prediction.mean()[0]).isEqualTo(140, offset(6.0));
        assertThat(prediction.mean()[5]).isEqualTo(100, offset(6.0));
        double[] late = Arrays.copyOf(values, 62);
        late[60] = Double.NaN;
        late[61] = Double.NaN;
        assertThat(new Ets(12).forecast(late, 11).mean()[10]).isEqualTo(140, offset(6.0));
    }

    @Test
    void followsALineAndStandsStillOnAConstant() {
        double[] line = OddSeries.of(40, i -> 10 + 5 * i);
        assertThat(new Ets(1, AAN).forecast(line, 3).mean())
                .containsExactly(new double[] {210, 215, 220}, offset(0.01));
        assertThat(new Ets(1).forecast(line, 3).mean()).containsExactly(new double[] {210, 215, 220}, offset(0.5));
        assertThat(new Ets(12).forecast(OddSeries.of(40, i -> 7), 3).mean())
                .containsExactly(new double[] {7, 7, 7}, offset(1e-9));
    }

    @Test
    void scalesWithTheSeries() {
        double[] values = RSeries.airPassengers();
        double[] times = Arrays.stream(values).map(value -> value * 1024e6).toArray();
        double[] mean = Ets.weighted(12).forecast(values, 12).mean();
        assertThat(Ets.weighted(12).forecast(times, 12).mean()[11]).isCloseTo(mean[11] * 1024e6, withPercentage(1e-6));
    }

    @ParameterizedTest
    @MethodSource("oddSeries")
    void answersOddSeriesSensibly(String name) {
        for (int period : new int[] {1, 4, 12}) {
            OddSeries.assertSaneAnswerTo(name, new Ets(period));
            OddSeries.assertSaneAnswerTo(name, Ets.weighted(period));
            OddSeries.assertSaneAnswerTo(name, new Ets(period, ANN));
            OddSeries.assertSaneAnswerTo(name, new Ets(period, MADN));
        }
    }

    static Stream<String> oddSeries() {
        return OddSeries.ALL.keySet().stream();
    }

    /** R leaves out {@code n/2·(log(2π/n) + 1)}. */
    private static double rLogLikelihood(EtsFit fit, int length) {
        return fit.logLikelihood() + constant(length);
    }

    private static double rAicc(EtsFit fit, int length) {
        return fit.aicc() - 2 * constant(length);
    }

    private static double constant(int length) {
        return length / 2.0 * (Math.log(2 * Math.PI / length) + 1);
    }
}
