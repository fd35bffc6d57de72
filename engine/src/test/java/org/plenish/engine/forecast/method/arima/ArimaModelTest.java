package org.plenish.engine.forecast.method.arima;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.plenish.engine.forecast.method.Drift;
import org.plenish.engine.forecast.method.HistoricalMean;
import org.plenish.engine.forecast.method.Naive;
import org.plenish.engine.forecast.method.Prediction;
import org.plenish.engine.forecast.method.RSeries;
import org.plenish.engine.forecast.method.SeasonalNaive;

/**
 * Reference numbers of given orders: R 4.2.2, forecast 8.20, {@code Arima(x, order=, seasonal=, method="ML")}; of chosen
 * ones: {@code auto.arima(x)}.
 */
class ArimaModelTest {

    private static final Offset<Double> CLOSE = offset(2e-3);

    @Test
    void airlineModelOfTheAirPassengersIsAsInR() {
        double[] logs = Arrays.stream(RSeries.airPassengers()).map(Math::log).toArray();
        ArimaModel model = ArimaModel.fit(logs, new ArimaOrder(0, 1, 1, 0, 1, 1, 12, false));
        assertThat(model.coefficients()).containsExactly(new double[] {-0.4018268, -0.5569466}, CLOSE);
        // of the differenced series: arima(diff(diff(log(AirPassengers), 12)), ...); R's 244.6995 is that of a diffuse
        // prior
        assertThat(model.logLikelihood()).isEqualTo(244.6964868, offset(1e-5));
        assertThat(model.aicc()).isEqualTo(-483.2100848, offset(1e-2));
        assertThat(model.errorVariance()).isEqualTo(0.001371259652, offset(3e-6));
        double[] mean = model.mean(24);
        assertThat(mean[0]).isEqualTo(6.110185711, offset(2e-4));
        assertThat(mean[1]).isEqualTo(6.053775299, offset(2e-4));
        assertThat(mean[11]).isEqualTo(6.168024913, offset(2e-4));
        assertThat(mean[23]).isEqualTo(6.264274191, offset(2e-4));
        double[] sd = model.sd(24);
        assertThat(sd[0]).isEqualTo(0.03703055228, offset(5e-5));
        assertThat(sd[11]).isEqualTo(0.08227051359, offset(2e-4));
        assertThat(sd[12]).isEqualTo(0.09085756847, offset(2e-4));
        assertThat(sd[23]).isEqualTo(0.1396216142, offset(2e-4));
    }

    @Test
    void autoregressionsOfTheHormoneSeriesAreAsInR() {
        ArimaModel first = ArimaModel.fit(RSeries.lh(), ArimaOrder.of(1, 0, 0, true));
        assertThat(first.coefficients()).containsExactly(new double[] {0.573936980}, CLOSE);
        assertThat(first.constant()).isEqualTo(2.413264323, CLOSE);
        assertThat(first.logLikelihood()).isEqualTo(-29.3791624, CLOSE);
        assertThat(first.aicc()).isEqualTo(65.30377935, CLOSE);
        assertThat(first.mean(2)).containsExactly(new double[] {2.692619928, 2.573596835}, CLOSE);
        // R takes the mean as known, the model counts its error
        assertThat(first.sd(2)).containsExactly(new double[] {0.4539559026, 0.5234101039}, offset(1e-2));
        ArimaModel third = ArimaModel.fit(RSeries.lh(), ArimaOrder.of(3, 0, 0, true));
        assertThat(third.coefficients())
                .containsExactly(new double[] {0.64480266294, -0.06338195584, -0.21979839951}, CLOSE);
        assertThat(third.logLikelihood()).isEqualTo(-27.09241106, CLOSE);
        ArimaModel mixed = ArimaModel.fit(RSeries.lh(), ArimaOrder.of(1, 0, 1, true));
        assertThat(mixed.coefficients()).containsExactly(new double[] {0.4521803449, 0.1981912187}, CLOSE);
        assertThat(mixed.logLikelihood()).isEqualTo(-28.76203321, CLOSE);
    }

    @Test
    void modelsOfLakeHuronAreAsInR() {
        ArimaModel level = ArimaModel.fit(RSeries.lakeHuron(), ArimaOrder.of(2, 0, 0, true));
        assertThat(level.coefficients()).containsExactly(new double[] {1.0436107493, -0.2494933144}, CLOSE);
        assertThat(level.constant()).isEqualTo(579.0472637, offset(1e-2));
        assertThat(level.logLikelihood()).isEqualTo(-103.6332225, CLOSE);
        assertThat(level.sd(3)).containsExactly(new double[] {0.7028095615, 1.015826897, 1.174786088}, offset(2e-2));
        ArimaModel drift = ArimaModel.fit(RSeries.lakeHuron(), ArimaOrder.of(0, 1, 1, true));
        assertThat(drift.coefficients()).containsExactly(new double[] {0.200228793451}, CLOSE);
        assertThat(drift.constant()).isEqualTo(-0.001055004343, CLOSE);
        assertThat(drift.logLikelihood()).isEqualTo(-107.7520906, CLOSE);
        assertThat(drift.mean(3)).containsExactly(new double[] {579.9444799, 579.9434249, 579.9423699}, CLOSE);
        // R counts a part of the first level as an error, but not that of the drift
        assertThat(drift.sd(3)).containsExactly(new double[] {0.7447701036, 1.163499001, 1.46723459}, offset(3e-2));
    }

    @Test
    void airlineModelOfAccidentalDeathsIsAsInR() {
        ArimaModel model = ArimaModel.fit(RSeries.accidentalDeaths(), new ArimaOrder(0, 1, 1, 0, 1, 1, 12, false));
        assertThat(model.coefficients()).containsExactly(new double[] {-0.4302784834, -0.5527720069}, CLOSE);
        assertThat(model.logLikelihood()).isEqualTo(-425.4399936, CLOSE);
        assertThat(model.mean(2)).containsExactly(new double[] {8336.059911, 7531.82335}, offset(3.0));
        assertThat(model.sd(24)[23]).isEqualTo(1160.648552, offset(5.0));
    }

    @Test
    void modelsOfTheUsersOfAServerAreAsInR() {
        ArimaModel autoregression = ArimaModel.fit(RSeries.wwwUsage(), ArimaOrder.of(3, 1, 0, false));
        assertThat(autoregression.coefficients())
                .containsExactly(new double[] {1.1513429872, -0.6612271000, 0.3407115077}, CLOSE);
        assertThat(autoregression.logLikelihood()).isEqualTo(-251.996992, CLOSE);
        ArimaModel mixed = ArimaModel.fit(RSeries.wwwUsage(), ArimaOrder.of(1, 1, 1, false));
        assertThat(mixed.coefficients()).containsExactly(new double[] {0.6503780747, 0.5255887983}, CLOSE);
        assertThat(mixed.aicc()).isEqualTo(514.5521032, CLOSE);
        assertThat(mixed.mean(3)).containsExactly(new double[] {218.8805055, 218.1524109, 217.6788741}, offset(1e-2));
        ArimaModel twice = ArimaModel.fit(RSeries.wwwUsage(), ArimaOrder.of(2, 2, 0, false));
        assertThat(twice.coefficients()).containsExactly(new double[] {0.2578799183, -0.4406992465}, CLOSE);
        assertThat(twice.sd(24)[23]).isEqualTo(196.4595885, offset(0.5));
    }

    @Test
    void quarterlyModelWithDriftIsAsInR() {
        double[] logs = Arrays.stream(RSeries.gasConsumption()).map(Math::log).toArray();
        ArimaModel model = ArimaModel.fit(logs, new ArimaOrder(1, 0, 1, 0, 1, 1, 4, true));
        assertThat(model.logLikelihood()).isEqualTo(88.67839434, offset(5e-3));
        assertThat(model.constant() / 4).isEqualTo(0.01648379490, offset(1e-4)); // R's drift is by quarter
        assertThat(model.mean(3)).containsExactly(new double[] {7.13293306, 6.473817389, 5.895303746}, CLOSE);
    }

    @Test
    void choosesTheOrdersThatRChooses() {
        double[] logs = Arrays.stream(RSeries.airPassengers()).map(Math::log).toArray();
        assertThat(ArimaModel.choose(logs, 12).order()).hasToString("ARIMA(0,1,1)(0,1,1)[12]");
        assertThat(ArimaModel.choose(RSeries.lh(), 1).order()).hasToString("ARIMA(1,0,0) with mean");
        assertThat(ArimaModel.choose(RSeries.accidentalDeaths(), 12).order()).hasToString("ARIMA(0,1,1)(0,1,1)[12]");
        assertThat(ArimaModel.choose(RSeries.wwwUsage(), 1).order()).hasToString("ARIMA(1,1,1)");
        assertThat(ArimaModel.choose(RSeries.nile(), 1).order()).hasToString("ARIMA(1,1,1)");
    }

    @Test
    void whereItChoosesOtherwiseTheCriterionIsLowerOrNearlyTheSame() {
        ArimaModel lake = ArimaModel.choose(RSeries.lakeHuron(), 1);
        assertThat(lake.order().d()).isEqualTo(1);
        assertThat(lake.aicc()).isLessThan(220.2579); // ARIMA(0,1,0) in R
        // R fits every model on the way to the end; here only the last two are, and the others roughly
        ArimaModel gas = ArimaModel.choose(RSeries.gasConsumption(), 4);
        assertThat(gas.order().d() + gas.order().seasonalD()).isEqualTo(2);
        assertThat(gas.aicc()).isLessThan(1030.7948 + 2.5); // ARIMA(0,1,1)(0,1,0)[4] in R
        ArimaModel passengers = ArimaModel.choose(RSeries.airPassengers(), 12);
        assertThat(passengers.order().d() + passengers.order().seasonalD()).isEqualTo(2);
        assertThat(passengers.aicc()).isLessThan(1018.1652 + 2.5); // ARIMA(2,1,1)(0,1,0)[12] in R
    }

    @Test
    void aDriftThatIsHardlyThereIsDrawnTowardsZero() {
        // errors of sd 1 about a drift δ: t² = 40·δ²; a clear drift of 2 stays nearly whole, 1 - 2/160
        double[] values = new double[41];
        for (int t = 1; t < values.length; t++) {
            values[t] = values[t - 1] + 2 + (t % 2 == 0 ? 1 : -1) * (t % 4 < 2 ? 1 : -1);
        }
        ArimaModel model = ArimaModel.choose(values, 1);
        assertThat(model.order()).hasToString("ARIMA(0,1,0) with drift");
        assertThat(model.constant()).isEqualTo(2 * (1 - 2 / 160.0), offset(0.002));
    }

    @Test
    void withoutAnyTermItIsTheMean() {
        ArimaModel model = ArimaModel.fit(RSeries.nile(), ArimaOrder.of(0, 0, 0, true));
        Prediction mean = new HistoricalMean().forecast(RSeries.nile(), 3);
        assertThat(model.mean(3)).containsExactly(mean.mean(), offset(1e-9));
        assertThat(model.sd(3)).containsExactly(mean.sd(), offset(1e-9)); // σ·√(1 + 1/T)
    }

    @Test
    void oneDifferenceIsTheNaiveForecast() {
        ArimaModel model = ArimaModel.fit(RSeries.nile(), ArimaOrder.of(0, 1, 0, false));
        Prediction naive = new Naive().forecast(RSeries.nile(), 4);
        assertThat(model.mean(4)).containsExactly(naive.mean(), offset(1e-9));
        assertThat(model.sd(4)).containsExactly(naive.sd(), offset(1e-9)); // σ·√h
        assertThat(model.sd(4)[3]).isEqualTo(2 * model.sd(4)[0], offset(1e-9));
    }

    @Test
    void oneDifferenceWithAConstantIsTheDriftMethod() {
        ArimaModel model = ArimaModel.fit(RSeries.nile(), ArimaOrder.of(0, 1, 0, true));
        Prediction drift = new Drift().forecast(RSeries.nile(), 4);
        assertThat(model.mean(4)).containsExactly(drift.mean(), offset(1e-9));
        assertThat(model.sd(4)).containsExactly(drift.sd(), offset(1e-9)); // σ·√(h·(1 + h/(T - 1)))
    }

    @Test
    void oneSeasonalDifferenceIsTheSeasonalNaiveForecast() {
        ArimaModel model = ArimaModel.fit(RSeries.accidentalDeaths(), new ArimaOrder(0, 0, 0, 0, 1, 0, 12, false));
        Prediction naive = new SeasonalNaive(12).forecast(RSeries.accidentalDeaths(), 25);
        assertThat(model.mean(25)).containsExactly(naive.mean(), offset(1e-6));
        assertThat(model.sd(25)).containsExactly(naive.sd(), offset(1e-6));
    }

    @Test
    void oneDifferenceWithAMovingAverageIsExponentialSmoothing() {
        ArimaModel model = ArimaModel.fit(RSeries.nile(), ArimaOrder.of(0, 1, 1, false));
        double alpha = 1 + model.coefficients()[0];
        double level = RSeries.nile()[0];
        for (double flow : RSeries.nile()) {
            level += alpha * (flow - level);
        }
        assertThat(model.mean(5)).containsExactly(new double[] {level, level, level, level, level}, offset(0.1));
        double[] sd = model.sd(5);
        assertThat(sd[4]).isEqualTo(sd[0] * Math.sqrt(1 + 4 * alpha * alpha), offset(1e-9));
    }
}
