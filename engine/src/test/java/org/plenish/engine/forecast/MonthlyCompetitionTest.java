package org.plenish.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenish.engine.forecast.method.ForecastMethods;
import org.plenish.engine.forecast.method.Naive;
import org.plenish.engine.math.AccuracyMetrics;
import org.plenish.engine.model.BucketSize;

/** Half of the monthly series of the M3 competition (Makridakis &amp; Hibon 2000), with their held-out ends. */
class MonthlyCompetitionTest {

    @Test
    void chosenMethodsBeatTheNaiveForecastOnTheM3Competition() throws IOException {
        Map<String, double[]> histories = SharedSeries.read("m3_monthly_train.csv");
        Map<String, double[]> actual = SharedSeries.read("m3_monthly_test.csv");
        double chosen = 0;
        double naive = 0;
        for (Map.Entry<String, double[]> series : histories.entrySet()) {
            double[] history = series.getValue();
            double[] future = actual.get(series.getKey());
            SeriesForecast forecast = new Forecaster(BucketSize.MONTH)
                    .forecast(
                            history,
                            future.length,
                            new Forecaster.Candidates(null, ForecastMethods.ofSeries(history.length, 12)));
            chosen += AccuracyMetrics.meanAbsoluteScaledError(forecast.meanUnits(), future, history, 12);
            naive += AccuracyMetrics.meanAbsoluteScaledError(
                    new Naive().forecast(history, future.length).mean(), future, history, 12);
        }
        assertThat(chosen).as("sum of MASE").isLessThan(0.9 * naive);
    }
}
