package org.plenish.benchmarks.forecast;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenish.benchmarks.forecast.SeriesSet.Series;
import org.plenish.engine.forecast.PlainForecast;
import org.plenish.engine.math.AccuracyMetrics;

/**
 * Scores of one series, or their means over a set.
 *
 * @param byMetric NaN or absent where a metric is not known
 */
record Scores(Map<Metric, Double> byMetric) {

    /** Probabilities of the quantiles that a benchmark asks for, rising. */
    static final List<Double> PROBABILITIES = List.of(0.025, 0.1, 0.5, 0.8, 0.9, 0.95, 0.975, 0.99);

    /** Those of stock: what a planner holds against. */
    static final List<Double> PINBALL_PROBABILITIES = List.of(0.5, 0.8, 0.9, 0.95, 0.99);

    Scores {
        byMetric = Map.copyOf(byMetric);
    }

    double of(Metric metric) {
        return byMetric.getOrDefault(metric, Double.NaN);
    }

    /**
     * @param forecast with the quantiles of {@link #PROBABILITIES}
     * @param period buckets in a season, the scale of MASE
     */
    static Scores of(PlainForecast forecast, Series series, int period, double cpuSeconds) {
        double[] mean = forecast.mean();
        double[] future = series.future();
        double[] history = series.history();
        double[][] quantiles = forecast.quantiles();
        Map<Metric, Double> scores = new EnumMap<>(Metric.class);
        scores.put(Metric.SMAPE, AccuracyMetrics.symmetricMeanAbsolutePercentageError(mean, future));
        scores.put(Metric.MASE, AccuracyMetrics.meanAbsoluteScaledError(mean, future, history, period));
        scores.put(Metric.RMSSE, AccuracyMetrics.rootMeanSquaredScaledError(mean, future, history, 1));
        scores.put(Metric.BIAS, AccuracyMetrics.scaledMeanError(mean, future, history));
        double pinball = 0;
        for (double probability : PINBALL_PROBABILITIES) {
            pinball += pinball(quantiles, probability, series);
        }
        scores.put(Metric.PINBALL, pinball / PINBALL_PROBABILITIES.size());
        scores.put(Metric.PINBALL_90, pinball(quantiles, 0.9, series));
        scores.put(Metric.PINBALL_975, pinball(quantiles, 0.975, series));
        scores.put(
                Metric.COVERAGE_80,
                AccuracyMetrics.coverage(quantile(quantiles, 0.1), quantile(quantiles, 0.9), future));
        scores.put(
                Metric.COVERAGE_95,
                AccuracyMetrics.coverage(quantile(quantiles, 0.025), quantile(quantiles, 0.975), future));
        scores.put(Metric.CPU_SECONDS, cpuSeconds);
        return new Scores(scores);
    }

    private static double pinball(double[][] quantiles, double probability, Series series) {
        return AccuracyMetrics.scaledPinballLoss(
                quantile(quantiles, probability), series.future(), probability, series.history());
    }

    private static double[] quantile(double[][] quantiles, double probability) {
        return quantiles[PROBABILITIES.indexOf(probability)];
    }

    /** @param row of the peer's file, by column */
    static Scores ofPeer(Map<String, String> row) {
        Map<Metric, Double> scores = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            String cell = row.getOrDefault(metric.peerColumn(), "NA");
            double score = switch (cell) {
                case "NA", "NaN", "" -> Double.NaN;
                case "Inf" -> Double.POSITIVE_INFINITY;
                case "-Inf" -> Double.NEGATIVE_INFINITY;
                default -> Double.parseDouble(cell);
            };
            scores.put(metric, metric == Metric.BIAS ? -score : score);
        }
        return new Scores(scores);
    }

    /** By the metrics' headings, in their order; null where not known. */
    Map<String, @Nullable Double> byHeading() {
        Map<String, @Nullable Double> scores = new LinkedHashMap<>();
        for (Metric metric : Metric.values()) {
            scores.put(metric.heading(), Double.isNaN(of(metric)) ? null : (Double) of(metric));
        }
        return scores;
    }

    /** Means of the finite scores. */
    static Scores mean(Collection<Scores> scores) {
        Map<Metric, Double> means = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            double[] finite = scores.stream()
                    .mapToDouble(score -> score.of(metric))
                    .filter(Double::isFinite)
                    .toArray();
            means.put(metric, Arrays.stream(finite).average().orElse(Double.NaN));
        }
        return new Scores(means);
    }
}
