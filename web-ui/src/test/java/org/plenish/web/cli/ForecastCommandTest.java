package org.plenish.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForecastCommandTest {

    @TempDir
    Path folder;

    private Path input;
    private Path out;

    private record Ended(int exitCode, String out, String err) {}

    @BeforeEach
    void writeSeries() throws IOException {
        StringBuilder csv = new StringBuilder("series,index,value\n");
        for (int series = 0; series < 200; series++) {
            for (int month = 1; month <= 30 + series % 7; month++) {
                csv.append("S").append(series).append(',').append(month).append(',');
                csv.append(50 + 10 * ((month + series) % 12) + month * series % 5)
                        .append('\n');
            }
        }
        input = Files.writeString(folder.resolve("sales.csv"), csv);
        out = folder.resolve("forecast.csv");
    }

    @Test
    void forecastsEverySeriesInItsOrder() throws IOException {
        Ended ended = run();

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.out())
                .startsWith("200 monthly series forecast 3 steps ahead: ")
                .endsWith("written to " + out + "\n");
        List<String> rows = Files.readAllLines(out);
        assertThat(rows).hasSize(601);
        assertThat(rows.get(0)).isEqualTo("series,step,mean,lo80,hi80,lo95,hi95,method");
        assertThat(rows.get(1)).startsWith("S0,1,");
        assertThat(rows.get(600)).startsWith("S199,3,");
        assertThat(rows.subList(1, 601)).allSatisfy(row -> {
            double[] numbers = Stream.of(row.split(","))
                    .skip(2)
                    .limit(5)
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            assertThat(numbers[3]).isLessThanOrEqualTo(numbers[1]); // lo95, lo80
            assertThat(numbers[1]).isLessThanOrEqualTo(numbers[2]);
            assertThat(numbers[2]).isLessThanOrEqualTo(numbers[4]);
        });
        assertThat(folder).isDirectoryNotContaining("glob:**.forecast*");
    }

    @Test
    void writesTheSameBytesForAnyNumberOfThreads() throws IOException {
        assertThat(run("--threads", "1").exitCode()).isZero();
        byte[] one = Files.readAllBytes(out);
        for (String threads : List.of("2", "5")) {
            assertThat(run("--threads", threads).exitCode()).isZero();
            assertThat(out).hasBinaryContent(one);
        }
    }

    @Test
    void forecastsTheSameFromRowsOfSeries() throws IOException {
        assertThat(run().exitCode()).isZero();
        byte[] fromRowsOfValues = Files.readAllBytes(out);
        StringBuilder wide = new StringBuilder("series,start,values");
        String last = "";
        for (String row :
                Files.readAllLines(input).subList(1, Files.readAllLines(input).size())) {
            String[] cells = row.split(",");
            wide.append(cells[0].equals(last) ? ";" : "\n" + cells[0] + ",2024-01-01,")
                    .append(cells[2]);
            last = cells[0];
        }
        Files.writeString(input, wide.append('\n'));

        assertThat(run().exitCode()).isZero();
        assertThat(out).hasBinaryContent(fromRowsOfValues);
    }

    @Test
    void usesTheMethodAndTheLevelsAsked() throws IOException {
        Files.writeString(input, "series,values\nA,4;;6\n");
        Ended ended = run("--method", "naive", "--levels", "50,99.9", "--frequency", "HOURLY");
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.out()).startsWith("1 hourly series forecast 3 steps ahead: naive 1\n");
        assertThat(Files.readAllLines(out))
                .startsWith("series,step,mean,lo50,hi50,lo99.9,hi99.9,method")
                .anyMatch(row -> row.matches("A,1,6,.*,naive"));
    }

    @Test
    void refusesBadInputAndLeavesTheOutputAsItWas() throws IOException {
        Files.writeString(out, "of before");
        Files.writeString(input, Files.readString(input) + "S3,1,5\nS200,1,two\n");

        Ended ended = run();

        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .contains("sales.csv line 6596, column series: S3 must stand in rows that follow each other")
                .contains("sales.csv line 6597, column value: two must be a number.")
                .contains("2 errors");
        assertThat(out).hasContent("of before");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("sales.csv", "forecast.csv");
        }
    }

    @Test
    void refusesBadUsage() throws IOException {
        refuses("--horizon: 0 must be from 1 to 10000.", "--horizon", "0");
        refuses(
                "--frequency: fortnightly must be one of hourly, daily, weekly, monthly, quarterly, yearly.",
                "--frequency",
                "fortnightly");
        refuses("--method: oracle must be one of naive, ", "--method", "oracle");
        refuses("--levels: 100 must be more than 0 and less than 100.", "--levels", "80,100");
        refuses("--threads: 0 must be 1 or more.", "--threads", "0");
        refuses("--out: " + folder + " must be a file, but is a folder.", "--out", folder.toString());
        refuses("--out: " + input + " must not be the input.", "--out", input.toString());
        refuses(
                "must lie in a folder that exists.",
                "--out",
                folder.resolve("none/forecast.csv").toString());
        assertThat(out).doesNotExist();
    }

    @Test
    void aMissingInputIsBadInput() throws IOException {
        Files.delete(input);
        Ended ended = run();
        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.err()).contains("sales.csv: is missing.");
        assertThat(out).doesNotExist();
    }

    private void refuses(String text, String... options) {
        Ended ended = run(options);
        assertThat(ended.exitCode()).as(text).isEqualTo(2);
        assertThat(ended.err()).contains(text);
        assertThat(ended.out()).isEmpty();
    }

    private Ended run(String... options) {
        List<String> arguments = new ArrayList<>(List.of("forecast", "--input", input.toString()));
        List<String> given = List.of(options);
        addUnlessGiven(arguments, given, "--frequency", "monthly");
        addUnlessGiven(arguments, given, "--horizon", "3");
        addUnlessGiven(arguments, given, "--out", out.toString());
        arguments.addAll(given);
        StringWriter text = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = PlenishCommand.create(properties -> true, new NoRecords())
                .setOut(new PrintWriter(text, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
        return new Ended(exitCode, text.toString(), err.toString());
    }

    private static void addUnlessGiven(List<String> arguments, List<String> given, String option, String value) {
        if (!given.contains(option)) {
            arguments.addAll(List.of(option, value));
        }
    }
}
