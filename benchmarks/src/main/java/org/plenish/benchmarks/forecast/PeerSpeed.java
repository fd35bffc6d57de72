package org.plenish.benchmarks.forecast;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.plenish.benchmarks.forecast.SeriesSet.Series;
import org.plenish.engine.forecast.PlainForecaster;
import org.plenish.engine.forecast.SeriesFrequency;

/**
 * The automatic choice beside R's {@code forecast(ets(x))}, both with 80 % and 95 % intervals, on the same monthly series of
 * 100 points, in processor seconds of one core on this machine.
 *
 * @param peer what ran it, such as {@code R 4.2.2, forecast 8.20}
 */
record PeerSpeed(String peer, int series, double plenishSecondsPerSeries, double peerSecondsPerSeries) {

    static final int POINTS = 100;
    static final double TARGET_RATIO = 50;

    private static final int HORIZON = 18;
    private static final double[] BOUNDS_OF_80_AND_95 = {0.025, 0.1, 0.9, 0.975};
    private static final int WARM_UP_FACTOR = 3;
    private static final long MEASURED_NANOS = 1_000_000_000L;
    private static final int PATIENCE_MINUTES = 10;
    private static final String SCRIPT = "ets_speed.R";

    /** How many times as many series Plenish forecasts in the same time. */
    double ratio() {
        return peerSecondsPerSeries / plenishSecondsPerSeries;
    }

    boolean met() {
        return ratio() >= TARGET_RATIO;
    }

    String text() {
        return String.format(
                Locale.ROOT,
                "automatic with intervals at least %.0f times as many series/s/core as R's ets(): %.1f times"
                        + " (%,.1f against %.2f, %d monthly series of %d points, %s)",
                TARGET_RATIO,
                ratio(),
                1 / plenishSecondsPerSeries,
                1 / peerSecondsPerSeries,
                series,
                POINTS,
                peer);
    }

    /** The last 100 points of up to {@code most} monthly series that are spread evenly over those that long. */
    static List<double[]> sample(List<SeriesSet> sets, int most) {
        List<double[]> all = sets.stream()
                .filter(set -> set.frequency() == SeriesFrequency.MONTHLY && !set.countData())
                .flatMap(set -> set.series().stream())
                .map(Series::history)
                .filter(history -> history.length >= POINTS)
                .map(history -> Arrays.copyOfRange(history, history.length - POINTS, history.length))
                .toList();
        int count = Math.min(most, all.size());
        return IntStream.range(0, count)
                .mapToObj(i -> all.get((int) ((long) i * all.size() / count)))
                .toList();
    }

    /** Empty where R or its package is not installed. */
    static Optional<PeerSpeed> measure(List<double[]> series) throws IOException, InterruptedException {
        String[] answer = askPeer(series).strip().split(";");
        if (answer.length != 2) {
            return Optional.empty();
        }
        double peerSeconds = Double.parseDouble(answer[0]) / series.size();
        return Optional.of(new PeerSpeed(
                answer[1],
                series.size(),
                plenishSeconds(PlainForecaster.automatic(SeriesFrequency.MONTHLY), series, MEASURED_NANOS),
                peerSeconds));
    }

    /** Processor seconds of one forecast with intervals, warm. */
    static double plenishSeconds(PlainForecaster forecaster, List<double[]> series, long measuredNanos) {
        passes(forecaster, series, WARM_UP_FACTOR * measuredNanos);
        long start = MethodRun.cpuNanos();
        int passes = passes(forecaster, series, measuredNanos);
        return (MethodRun.cpuNanos() - start) / 1e9 / passes / series.size();
    }

    private static int passes(PlainForecaster forecaster, List<double[]> series, long nanos) {
        long start = MethodRun.cpuNanos();
        int passes = 0;
        while (MethodRun.cpuNanos() - start < nanos) {
            for (double[] history : series) {
                forecaster.forecast(history, HORIZON, BOUNDS_OF_80_AND_95);
            }
            passes++;
        }
        return passes;
    }

    private static String askPeer(List<double[]> series) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("plenish-benchmark");
        Path rows = folder.resolve("series.csv");
        Path script = folder.resolve(SCRIPT);
        try (InputStream source = Objects.requireNonNull(PeerSpeed.class.getResourceAsStream(SCRIPT))) {
            Files.copy(source, script);
            Files.write(
                    rows,
                    series.stream()
                            .map(history -> Arrays.stream(history)
                                    .mapToObj(Double::toString)
                                    .collect(Collectors.joining(",")))
                            .toList());
            return output("Rscript", script.toString(), rows.toString(), Integer.toString(HORIZON));
        } finally {
            Files.deleteIfExists(rows);
            Files.deleteIfExists(script);
            Files.delete(folder);
        }
    }

    /** What a program prints; empty if it is not installed or fails. */
    private static String output(String... command) throws IOException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) { // there is no such program
            return "";
        }
        try (InputStream out = process.getInputStream()) {
            String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            boolean good = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0;
            return good ? text : "";
        } finally {
            process.destroy();
        }
    }
}
