package org.plenish.engine.forecast.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Reference numbers: R 4.2.2, forecast 8.20, {@code naive(Nile)} and {@code snaive(USAccDeaths)}. */
class NaiveMethodsTest {

    @Test
    void naiveForecastOfTheNileIsAsInR() {
        Prediction prediction = new Naive().forecast(RSeries.nile(), 3);
        assertThat(prediction.mean()).containsExactly(740, 740, 740);
        assertThat(prediction.sd())
                .containsExactly(new double[] {167.324640605, 236.632776063, 289.814778886}, offset(1e-6));
    }

    @Test
    void seasonalNaiveForecastOfAccidentalDeathsIsAsInR() {
        Prediction prediction = new SeasonalNaive(12).forecast(RSeries.accidentalDeaths(), 14);
        assertThat(prediction.mean())
                .containsExactly(7836, 6892, 7791, 8192, 9115, 9434, 10484, 9827, 9110, 9070, 8633, 9240, 7836, 6892);
        assertThat(prediction.sd()[11]).isEqualTo(559.405353925, offset(1e-6));
        assertThat(prediction.sd()[12]).isEqualTo(791.118638385, offset(1e-6));
    }

    @Test
    void naiveIsExponentialSmoothingThatKeepsOnlyTheLastBucket() {
        double[] demand = {12, 7, 9, Double.NaN, 14, 11, 3, 8};
        assertThat(new Naive().forecast(demand, 1).mean()[0])
                .isEqualTo(SimpleExponentialSmoothing.level(demand, 1, 99));
    }

    @Test
    void driftThatEndsWhereItBeganIsTheNaiveForecast() {
        double[] demand = {8, 7, 9, 14, 11, 3, 8};
        assertThat(new Drift().forecast(demand, 4).mean())
                .isEqualTo(new Naive().forecast(demand, 4).mean());
    }

    @Test
    void seasonalNaiveIsTheNaiveForecastOfEachSeasonsBucket() {
        double[] demand = RSeries.accidentalDeaths();
        double[] forecast = new SeasonalNaive(12).forecast(demand, 12).mean();
        for (int month = 0; month < 12; month++) {
            int first = month;
            double[] ofMonth = IntStream.range(0, demand.length)
                    .filter(i -> i % 12 == first)
                    .mapToDouble(i -> demand[i])
                    .toArray();
            assertThat(forecast[month])
                    .isEqualTo(new Naive().forecast(ofMonth, 1).mean()[0]);
        }
    }

    @Test
    void movingAveragesOfThreeAreThoseOfTheHandbook() {
        // NIST/SEMATECH e-Handbook of Statistical Methods, §6.4.2.1: a supplier's sales, and their averages of three
        double[] sales = {9, 8, 9, 12, 9, 12, 11, 7, 13, 9, 11, 10};
        double[] averages = {8.667, 9.667, 10, 11, 10.667, 10, 10.333, 9.667, 11, 10};
        for (int i = 0; i < averages.length; i++) {
            assertThat(MovingAverage.sum(sales, i + 3, 3) / 3).isEqualTo(averages[i], offset(5e-4));
        }
    }

    @Test
    void aMovingAverageOverAllIsTheMean() {
        double[] two = {5, 9}; // too few to judge a window by
        assertThat(new MovingAverage().forecast(two, 2).mean())
                .isEqualTo(new HistoricalMean().forecast(two, 2).mean());
    }

    @Test
    void withASeasonOfThePoolItIsTheMethodOnWhatIsLeftWithoutIt() {
        double[] pool = new double[48];
        Arrays.setAll(pool, i -> i % 12 < 6 ? 10 : 30);
        double[] demand = new double[48];
        Arrays.setAll(demand, i -> pool[i] / 10 + i % 5);
        double[] indices = SeasonalIndices.of(pool, 12, 0.25); // shrunk by a quarter of a season
        double[] without = new double[48];
        Arrays.setAll(without, i -> demand[i] / indices[i % 12]);
        double level = new SimpleExponentialSmoothing().forecast(without, 1).mean()[0];
        double[] forecast = Deseasonalized.byPool(new SimpleExponentialSmoothing(), 12, pool, 0)
                .forecast(demand, 12)
                .mean();
        for (int i = 0; i < 12; i++) {
            assertThat(forecast[i]).isEqualTo(level * indices[i], offset(1e-9));
        }
    }
}
