package org.plenish.web.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.forecast.PlainForecaster;
import org.plenish.engine.forecast.SeriesFrequency;
import org.plenish.engine.io.ImportProblems;
import org.plenish.engine.io.series.ForecastStream;
import org.plenish.engine.io.series.PlainForecastRows;
import org.plenish.engine.io.series.PlainSeriesFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Forecasts plain series, any number of them, as a stream. */
@Command(
        name = "forecast",
        description = {
            "Forecasts plain series with their intervals.",
            "",
            "The input is a CSV file, .csv or .csv.gz, in one of two shapes:",
            "  series,index,value          a row a value; the index is a date or counts 1, 2, 3;",
            "                              rows of a series stand together",
            "  series,start,values         a row a series; values are 5;7;;6; the start may be left out",
            "An empty cell or a missing row is not known: it is not zero.",
            ""
        },
        footer = {
            "",
            "The output has a row a step: series,step,mean,lo80,hi80,lo95,hi95,method; series in the input's order.",
            "It is the same for any number of threads."
        })
final class ForecastCommand implements Callable<Integer> {

    private static final String AUTOMATIC = "automatic";
    private static final int LONGEST_HORIZON = 10_000;

    @Option(names = "--input", paramLabel = "FILE", required = true, description = "The series.")
    @SuppressWarnings("NullAway.Init") // required
    private Path input;

    @Option(
            names = "--frequency",
            paramLabel = "NAME",
            required = true,
            description = "hourly, daily, weekly, monthly, quarterly or yearly.")
    @SuppressWarnings("NullAway.Init") // required
    private String frequencyName;

    @Option(names = "--horizon", paramLabel = "H", required = true, description = "How many values to forecast.")
    private int horizon;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where the forecasts go, as CSV.")
    @SuppressWarnings("NullAway.Init") // required
    private Path out;

    @Option(
            names = "--levels",
            paramLabel = "P",
            split = ",",
            description = "Intervals that hold so many percent, as in 80,95. Default: 80,95.")
    private List<BigDecimal> levels = List.of(BigDecimal.valueOf(80), BigDecimal.valueOf(95));

    @Option(
            names = "--method",
            paramLabel = "NAME",
            defaultValue = AUTOMATIC,
            description =
                    "One method for all series; those it cannot forecast are chosen another. Default: ${DEFAULT-VALUE}.")
    private String method = AUTOMATIC;

    @Option(names = "--threads", paramLabel = "N", description = "Default: the machine's processors.")
    private @Nullable Integer threads;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Usage usage = new Usage(spec);
        usage.require(
                horizon >= 1 && horizon <= LONGEST_HORIZON,
                "--horizon: " + horizon + " must be from 1 to " + LONGEST_HORIZON + ".");
        int usedThreads = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        usage.require(usedThreads >= 1, "--threads: " + usedThreads + " must be 1 or more.");
        SeriesFrequency frequency = frequency();
        PlainForecaster forecaster = forecaster(frequency);
        PlainForecastRows rows = rows();
        OutputFile output = usage.outputFile(out);
        usage.require(
                !Files.exists(out) || !Files.exists(input) || !Files.isSameFile(out, input),
                "--out: " + out + " must not be the input.");

        ForecastStream.Result result;
        try (ProgressDisplay progress = new ProgressDisplay(spec.commandLine().getErr())) {
            ImportProblems problems = new ImportProblems();
            PlainSeriesFile series = new PlainSeriesFile(input, frequency, problems);
            double bytes = Files.isRegularFile(input) ? Math.max(1, Files.size(input)) : 1;
            ForecastStream stream = new ForecastStream(forecaster, horizon, rows, usedThreads);
            progress.show("forecast", 0, input.toString());
            result = output.write(text -> {
                ForecastStream.Result written = stream.run(
                        series,
                        text,
                        count -> progress.show(
                                "forecast",
                                Math.min(1, series.bytesRead() / bytes),
                                String.format(Locale.ROOT, "%,d series", count)));
                if (problems.hasErrors()) {
                    throw new BadInputException(problems.report().toString());
                }
                return written;
            });
        }
        summarize(result, frequency);
        return ExitCodes.SUCCESS;
    }

    private SeriesFrequency frequency() {
        for (SeriesFrequency frequency : SeriesFrequency.values()) {
            if (frequency.name().equalsIgnoreCase(frequencyName)) {
                return frequency;
            }
        }
        String names = Arrays.stream(SeriesFrequency.values())
                .map(ForecastCommand::nameOf)
                .collect(Collectors.joining(", "));
        throw new ParameterException(
                spec.commandLine(), "--frequency: " + frequencyName + " must be one of " + names + ".");
    }

    private static String nameOf(SeriesFrequency frequency) {
        return frequency.name().toLowerCase(Locale.ROOT);
    }

    private PlainForecaster forecaster(SeriesFrequency frequency) {
        if (method.equals(AUTOMATIC)) {
            return PlainForecaster.automatic(frequency);
        }
        try {
            return PlainForecaster.withMethod(frequency, method);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--" + e.getMessage(), e);
        }
    }

    private PlainForecastRows rows() {
        try {
            return new PlainForecastRows(levels);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--levels: " + e.getMessage(), e);
        }
    }

    private void summarize(ForecastStream.Result result, SeriesFrequency frequency) {
        String methods = result.seriesByMethod().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(count -> String.format(Locale.ROOT, "%s %,d", count.getKey(), count.getValue()))
                .collect(Collectors.joining(", "));
        PrintWriter text = spec.commandLine().getOut();
        text.printf(
                Locale.ROOT,
                "%,d %s series forecast %d steps ahead: %s%n",
                result.series(),
                nameOf(frequency),
                horizon,
                methods);
        text.println("written to " + out);
    }
}
