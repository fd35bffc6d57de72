package org.plenish.web.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BacktestCommandTest {

    private static final Path TEA =
            Path.of(System.getProperty("plenish.root", ".."), "scenarios", "data", "tea-and-lamps");

    @TempDir
    Path folder;

    private record Ended(int exitCode, String out, String err) {}

    @Test
    void replaysTeaAndLampsAndWritesAReportThatAddsUp() throws IOException {
        Path out = folder.resolve("proof");
        Ended ended = run(TEA.toString(), "--out", out.toString());

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.out())
                .contains("Tea and lamps: ")
                .contains("current ")
                .contains("min-max at equal fill")
                .contains("written to " + out);
        assertThat(Files.list(out).map(file -> file.getFileName().toString()))
                .containsExactlyInAnyOrder("summary.json", "by_bucket.csv", "by_item.csv", "report.html");
        JsonNode summary = JsonMapper.shared().readTree(out.resolve("summary.json"));
        JsonNode current = summary.path("policies").path("current");
        double parts = 0;
        for (String part : List.of("holding", "order", "purchase", "shortage", "obsolescence")) {
            parts += current.path("cost").path(part).asDouble();
        }
        assertThat(current.path("cost").path("total").asDouble()).isCloseTo(parts, within(0.05));
        assertThat(current.path("fill_rate").asDouble()).isBetween(0.5, 1.0);
        assertThat(Files.readAllLines(out.resolve("by_bucket.csv")))
                .hasSize(1 + 3 * summary.path("buckets").asInt());
        assertThat(Files.readString(out.resolve("report.html")))
                .contains("<h2>At equal fill rate</h2>", "<svg", "Silver, Pyke &amp; Thomas (2017), §6.5")
                .doesNotContain("http", "<script", "NaN");
    }

    @Test
    void theSameCommandWritesTheSameBytesForAnyNumberOfThreads() throws IOException {
        run(TEA.toString(), "--out", folder.resolve("one").toString(), "--threads", "1");
        run(TEA.toString(), "--out", folder.resolve("two").toString(), "--threads", "2");

        for (String file : List.of("summary.json", "by_bucket.csv", "by_item.csv", "report.html")) {
            assertThat(folder.resolve("two").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("one").resolve(file));
        }
    }

    @Test
    void anUnknownPolicyOrDateIsRefusedBeforeAnythingIsWritten() {
        Path out = folder.resolve("proof");

        Ended policy = run(TEA.toString(), "--out", out.toString(), "--policy", "best");
        assertThat(policy.exitCode()).isEqualTo(ExitCodes.BAD_USAGE);
        assertThat(policy.err()).contains("--policy: best must be current, min-max or two-weeks.");

        Ended from = run(TEA.toString(), "--out", out.toString(), "--from", "2029-01-01");
        assertThat(from.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(from.err()).contains("from: 2029-01-01 must be after the first sale, 2025-11-17");
        assertThat(out).doesNotExist();
    }

    @Test
    void currentAloneIsComparedWithNoSimplePolicy() {
        Ended ended = run(TEA.toString(), "--out", folder.resolve("x").toString(), "--policy", "current");

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.out()).contains("current ").doesNotContain("min-max");
    }

    @Test
    void aWhatIfStandsBesideTheRuleBook() throws IOException {
        Path file = folder.resolve("larger-packs.yaml");
        Files.writeString(file, """
                name: Larger packs
                moves: 2000
                changes:
                  - {change: service, target: 0.99}
                  - {change: purchase_terms, suppliers: NEAR, order_multiple: 60}
                """);
        Path out = folder.resolve("proof");
        Ended ended = run(
                TEA.toString(),
                "--out",
                out.toString(),
                "--scenario",
                file.toString(),
                "--policy",
                "current",
                "--from",
                "2026-09-14");

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.err()).contains("larger-packs.yaml line 2, column moves: is left aside");
        assertThat(ended.out()).contains("current ", "larger-packs ");
        JsonNode policies =
                JsonMapper.shared().readTree(out.resolve("summary.json")).path("policies");
        assertThat(policies.path("larger-packs").path("description").asString())
                .isEqualTo("What if: Larger packs. Service target of all items is 99 %. NEAR for all items: in"
                        + " multiples of 60.");
        assertThat(policies.path("larger-packs").path("average_stock_value").asDouble())
                .isGreaterThan(
                        policies.path("current").path("average_stock_value").asDouble());
    }

    @Test
    void aWhatIfOfWhatLiesAheadIsRefusedWithItsLine() throws IOException {
        Path file = folder.resolve("cash.yaml");
        Files.writeString(file, "name: Cash\nchanges:\n  - {change: cash, factor: 0.5}\n");
        Path out = folder.resolve("proof");
        Ended ended = run(TEA.toString(), "--out", out.toString(), "--scenario", file.toString());

        assertThat(ended.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(ended.err())
                .contains("cash.yaml line 3, column change: cash means nothing in a backtest: neither space nor cash"
                        + " limits it.");
        assertThat(out).doesNotExist();
    }

    private static Ended run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(List.of("backtest"));
        all.addAll(List.of(args));
        int exitCode = PlenishCommand.create(properties -> true, new NoRecords())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
        return new Ended(exitCode, out.toString(), err.toString());
    }
}
