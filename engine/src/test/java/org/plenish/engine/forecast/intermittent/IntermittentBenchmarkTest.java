package org.plenish.engine.forecast.intermittent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.plenish.engine.forecast.SharedSeries;
import org.plenish.engine.math.AccuracyMetrics;
import org.plenish.engine.math.Lattice;
import org.plenish.engine.math.Poisson;

/** Half of the monthly car-part sales of Hyndman et al. (2008), R package expsmooth, with their held-out ends. */
class IntermittentBenchmarkTest {

    private static final double[] PROBABILITIES = {0.5, 0.8, 0.9, 0.95, 0.99};

    @Test
    void forecastsSparePartsBetterThanTheBenchmarks() throws IOException {
        Map<String, double[]> histories = SharedSeries.read("carparts_train.csv");
        Map<String, double[]> actual = SharedSeries.read("carparts_test.csv");
        IntermittentForecaster forecaster = new IntermittentForecaster(12);
        double squared = 0;
        int counted = 0;
        for (Map.Entry<String, double[]> series : histories.entrySet()) {
            double[] future = actual.get(series.getKey());
            double[] mean =
                    forecaster.forecast(series.getValue(), future.length).meanUnits();
            double error = AccuracyMetrics.rootMeanSquaredScaledError(mean, future, series.getValue(), 1);
            if (!Double.isNaN(error)) {
                squared += error;
                counted++;
            }
        }
        double loss = pinballLoss(histories, actual, new AveragedNegativeBinomial(12)::fit);
        assertThat(squared / counted)
                .as("mean RMSSE")
                .isLessThan(0.590); // R 4.2, forecast 8.x: 0.600 by thetaf, 0.610 by ets
        for (DemandModel model : List.of(
                new EmpiricalDemand(1),
                new EmpiricalDemand(0.95),
                new NegativeBinomialDemand(1),
                new NegativeBinomialDemand(0.95),
                new CompoundBernoulliDemand(0.95, 1))) {
            assertThat(loss).as("%s", model).isLessThan(pinballLoss(histories, actual, model::fit));
        }
        assertThat(loss).as("Poisson").isLessThan(pinballLoss(histories, actual, IntermittentBenchmarkTest::poisson));
    }

    private static DemandDistribution poisson(double[] history) {
        double mean = Arrays.stream(history).average().orElse(0);
        double[] masses = new double[100];
        masses[0] = 1;
        if (mean > 0) {
            Poisson poisson = new Poisson(mean);
            Arrays.setAll(masses, k -> poisson.cumulativeProbability(k) - poisson.cumulativeProbability(k - 1));
        }
        Arrays.setAll(masses, k -> Math.max(0, masses[k]));
        return new IndependentDemand(Lattice.of(1, masses));
    }

    /** Mean over series, steps and probabilities, scaled by the in-sample error of the naive forecast. */
    private static double pinballLoss(
            Map<String, double[]> histories,
            Map<String, double[]> actual,
            Function<double[], DemandDistribution> model) {
        double sum = 0;
        int counted = 0;
        for (Map.Entry<String, double[]> series : histories.entrySet()) {
            double scale = AccuracyMetrics.naiveMeanAbsoluteError(series.getValue(), 1);
            if (scale == 0) {
                continue;
            }
            DemandDistribution distribution = model.apply(series.getValue());
            double[] future = actual.get(series.getKey());
            double loss = 0;
            for (int step = 1; step <= future.length; step++) {
                Lattice demand = distribution.bucket(step);
                for (double probability : PROBABILITIES) {
                    double above = future[step - 1] - demand.quantile(probability);
                    loss += Math.max(probability * above, (probability - 1) * above);
                }
            }
            sum += loss / scale / future.length / PROBABILITIES.length;
            counted++;
        }
        return sum / counted;
    }
}
