package org.plenish.benchmarks.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.plenish.benchmarks.forecast.SeriesSet.Series;
import org.plenish.engine.forecast.PlainForecast;
import org.plenish.engine.math.Normal;

/** Forecasts that leave nothing open are scored to the peer's figures, series by series. */
class ScoresTest {

    private static final Path FOLDER = Path.of(System.getProperty("plenish.shared", "../../shared"), "data/forecast");

    /** The peer's files have seven digits. */
    private static final double PRECISION = 1e-6;

    private static final Set<Metric> OF_MEANS = EnumSet.of(Metric.SMAPE, Metric.MASE, Metric.RMSSE, Metric.BIAS);
    private static final Set<Metric> ALL_OF_THE_PEER =
            EnumSet.complementOf(EnumSet.of(Metric.PINBALL, Metric.CPU_SECONDS));

    @Test
    void meanAndZeroScoreAsThePeersDo() throws IOException {
        for (SeriesSet set : sets()) {
            agrees(set, "zero", OF_MEANS, series -> forecast(set, step -> 0, step -> 0));
            agrees(set, "mean", OF_MEANS, series -> {
                double mean = Arrays.stream(series.history()).average().orElseThrow();
                return forecast(set, step -> mean, step -> 0);
            });
        }
    }

    /** Their intervals are normal, with the root mean square of the errors in sample, and grow as a random walk's. */
    @Test
    void naiveForecastsScoreAsThePeersDoWithTheirIntervals() throws IOException {
        int compared = 0;
        for (SeriesSet set : sets()) {
            compared += agrees(set, "naive", ALL_OF_THE_PEER, series -> naive(set, series, 1));
            compared += agrees(set, "snaive", ALL_OF_THE_PEER, series -> naive(set, series, set.period()));
        }
        assertThat(compared).isPositive();
    }

    private interface Forecasting {
        PlainForecast of(Series series);
    }

    private static int agrees(SeriesSet set, String method, Set<Metric> metrics, Forecasting forecasting)
            throws IOException {
        Map<String, Scores> peers = new SeriesFolder(FOLDER).peerScores(set).getOrDefault(method, Map.of());
        for (Series series : set.series()) {
            Scores peer = peers.get(series.id());
            if (peer != null) {
                Scores ours = Scores.of(forecasting.of(series), series, set.period(), 0);
                for (Metric metric : metrics) {
                    String what = set.name() + " " + series.id() + " " + method + " " + metric;
                    if (Double.isFinite(peer.of(metric))) {
                        assertThat(ours.of(metric))
                                .as(what)
                                .isCloseTo(
                                        peer.of(metric), offset(Math.max(1e-9, PRECISION * Math.abs(peer.of(metric)))));
                    } else {
                        assertThat(ours.of(metric)).as(what).isNaN();
                    }
                }
            }
        }
        return peers.size();
    }

    private static PlainForecast naive(SeriesSet set, Series series, int period) {
        double[] history = series.history();
        double meanSquare = IntStream.range(period, history.length)
                .mapToDouble(i -> history[i] - history[i - period])
                .map(change -> change * change)
                .average()
                .orElseThrow();
        return forecast(
                set,
                step -> history[history.length - period + step % period],
                step -> Math.sqrt(meanSquare * (step / period + 1)));
    }

    private static PlainForecast forecast(SeriesSet set, IntToDoubleFunction mean, IntToDoubleFunction sd) {
        double[] means = IntStream.range(0, set.horizon()).mapToDouble(mean).toArray();
        double[][] quantiles = Scores.PROBABILITIES.stream()
                .map(probability -> IntStream.range(0, set.horizon())
                        .mapToDouble(
                                step -> means[step] + Normal.standardQuantile(probability) * sd.applyAsDouble(step))
                        .toArray())
                .toArray(double[][]::new);
        return new PlainForecast("reference", "it is certain", means, quantiles);
    }

    private static List<SeriesSet> sets() throws IOException {
        assumeTrue(
                Files.exists(FOLDER.resolve("meta.csv")),
                "Skipped: the reference data are not at " + FOLDER + " (system property plenish.shared).");
        return new SeriesFolder(FOLDER).sets();
    }
}
