package org.plenish.benchmarks.forecast;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.plenish.benchmarks.PeakMemory;
import org.plenish.engine.forecast.PlainForecaster;
import org.plenish.engine.forecast.SeriesFrequency;
import org.plenish.engine.io.ImportProblems;
import org.plenish.engine.io.series.ForecastStream;
import org.plenish.engine.io.series.PlainForecastRows;
import org.plenish.engine.io.series.PlainSeriesFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * How time grows with the length of a series and with their number. Ratios travel between machines, seconds do not: a
 * ratio of 2 where the size doubles is linear.
 */
@Command(
        name = "forecast-speed",
        description =
                "Forecasts made-up monthly series of growing length and number, and prints how time and memory grow.")
public final class SpeedBenchmark implements Callable<Integer> {

    private static final int HORIZON = 12;
    private static final double SEASON = 12;
    private static final int SAMPLE_SERIES = 20;
    private static final int USUAL_LENGTH = 100;
    private static final int WRITE_BUFFER = 1 << 16;

    @Option(names = "--method", paramLabel = "ID", description = "Default: the automatic choice.")
    private String method = MethodRun.AUTOMATIC;

    @Option(names = "--lengths", split = ",", paramLabel = "N", description = "Default: 25,50,100,200,400.")
    private List<Integer> lengths = List.of(25, 50, 100, 200, 400);

    @Option(names = "--counts", split = ",", paramLabel = "N", description = "Default: 500,1000,2000,4000.")
    private List<Integer> counts = List.of(500, 1_000, 2_000, 4_000);

    @Option(names = "--seconds", paramLabel = "S", description = "To measure each length, after a warm-up. Default: 1.")
    private double measuredSeconds = 1;

    @Option(names = "--threads", paramLabel = "N", description = "Default: the machine's processors.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PlainForecaster forecaster = method.equals(MethodRun.AUTOMATIC)
                ? PlainForecaster.automatic(SeriesFrequency.MONTHLY)
                : PlainForecaster.withMethod(SeriesFrequency.MONTHLY, method);
        out.println("length of a series: ms of one core, times the length before");
        double before = Double.NaN;
        for (int length : lengths) {
            double seconds =
                    PeerSpeed.plenishSeconds(forecaster, series(SAMPLE_SERIES, length), (long) (measuredSeconds * 1e9));
            out.printf(Locale.ROOT, "%,10d %12.3f %s%n", length, 1e3 * seconds, ratio(seconds, before));
            out.flush();
            before = seconds;
        }
        out.println("series of " + USUAL_LENGTH + " in a file: seconds with " + threads
                + " threads, times the number before; peak heap in MB up to then");
        before = Double.NaN;
        for (int count : counts) {
            double seconds = streamSeconds(forecaster, count);
            long heapMegabytes = PeakMemory.upToNow().heapBytes() >> 20;
            out.printf(Locale.ROOT, "%,10d %12.2f %s %,8d%n", count, seconds, ratio(seconds, before), heapMegabytes);
            out.flush();
            before = seconds;
        }
        return 0;
    }

    private static String ratio(double seconds, double before) {
        return Double.isNaN(before) ? "       -" : String.format(Locale.ROOT, "%8.2f", seconds / before);
    }

    private double streamSeconds(PlainForecaster forecaster, int count) throws IOException {
        Path file = Files.createTempFile("plenish-benchmark", ".csv");
        try {
            write(file, count);
            ImportProblems problems = new ImportProblems();
            PlainForecastRows rows = new PlainForecastRows(List.of(BigDecimal.valueOf(80), BigDecimal.valueOf(95)));
            ForecastStream stream = new ForecastStream(forecaster, HORIZON, rows, threads);
            long start = System.nanoTime();
            try (Writer nowhere = new BufferedWriter(Writer.nullWriter(), WRITE_BUFFER)) {
                stream.run(new PlainSeriesFile(file, SeriesFrequency.MONTHLY, problems), nowhere, written -> {});
            }
            return (System.nanoTime() - start) / 1e9;
        } finally {
            Files.delete(file);
        }
    }

    private static void write(Path file, int count) throws IOException {
        try (Writer csv = Files.newBufferedWriter(file)) {
            csv.write("series,values\n");
            for (int i = 0; i < count; i++) {
                StringBuilder row = new StringBuilder("S").append(i);
                char separator = ',';
                for (double value : series(i, USUAL_LENGTH, new SplittableRandom(i))) {
                    row.append(separator).append(value);
                    separator = ';';
                }
                csv.write(row.append('\n').toString());
            }
        }
    }

    private static List<double[]> series(int count, int length) {
        List<double[]> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(series(i, length, new SplittableRandom(i)));
        }
        return all;
    }

    /** Level, trend, season and noise of different strength. */
    private static double[] series(int kind, int length, SplittableRandom random) {
        double[] values = new double[length];
        for (int month = 0; month < length; month++) {
            double season = Math.sin(2 * Math.PI * month / SEASON) * (kind % 4) * 10;
            values[month] = Math.rint(100 + kind % 3 * 0.5 * month + season + random.nextDouble() * 40);
        }
        return values;
    }
}
