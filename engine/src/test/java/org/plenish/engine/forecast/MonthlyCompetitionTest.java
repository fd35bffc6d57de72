package org.plenish.engine.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenish.engine.forecast.method.ForecastMethods;
import org.plenish.engine.forecast.method.Naive;
import org.plenish.engine.math.AccuracyMetrics;
import org.plenish.engine.model.BucketSize;

/** Half of the monthly series of the M3 competition (Makridakis &amp; Hibon 2000), with their held-out ends. */
class MonthlyCompetitionTest {

    private static final Path FOLDER = Path.of(System.getProperty("plenish.shared", "../shared"), "data/forecast");

    @Test
    void chosenMethodsBeatTheNaiveForecastOnTheM3Competition() throws IOException {
        assumeTrue(
                Files.exists(FOLDER.resolve("m3_monthly_train.csv")),
                "Skipped: the reference data are not at " + FOLDER + " (system property plenish.shared).");
        Map<String, double[]> histories = read("m3_monthly_train.csv");
        Map<String, double[]> actual = read("m3_monthly_test.csv");
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
        // The figures are what a reader of the build looks for; the test itself only holds them to a bound.
        System.out.printf(
                "M3 monthly, %d series: mean MASE %.3f of the chosen methods, %.3f of the naive forecast.%n",
                histories.size(), chosen / histories.size(), naive / histories.size());
        assertThat(chosen).isLessThan(0.9 * naive);
    }

    private static Map<String, double[]> read(String file) throws IOException {
        Map<String, double[]> series = new LinkedHashMap<>();
        for (String line : Files.readAllLines(FOLDER.resolve(file))) {
            String[] cells = line.split(",");
            series.put(
                    cells[0],
                    Arrays.stream(cells)
                            .skip(1)
                            .filter(cell -> !cell.isBlank())
                            .mapToDouble(Double::parseDouble)
                            .toArray());
        }
        return series;
    }
}
