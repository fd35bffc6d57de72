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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OptimizeCommandTest {

    /** One article: 4 are there, 5 are wanted in each of 3 periods. An order costs 2 + 1, a unit short 4 a period. */
    private static final String INSTANCE = """
            {"T": 3, "warehouses": ["N"],
             "suppliers": [{"header_cost": 2, "min_order_value": 0, "pay_offset": 0, "order_periods": [0, 1, 2],
                            "lead_time": [0]}],
             "lanes": [],
             "skus": [{"volume": 0.5,
                       "sources": [{"supplier": 0, "pack": 1, "moq": 1, "max_qty": 50, "tiers": [[0, 10]]}],
                       "line_cost": 1, "holding": [0.1], "backorder": [4], "ss_short": [0], "terminal_backlog": 9,
                       "terminal_obsolescence": 0.5, "scrap_cost": 6, "shelf_life": null, "transfer_pack": 1,
                       "transferable": false, "demand": [[5, 5, 5]], "safety_stock": [0], "initial": [4],
                       "receipts": [[0, 0, 0]]}],
             "space": %s, "cash": null}
            """;

    @TempDir
    Path folder;

    private Path instance;
    private Path out;

    private record Ended(int exitCode, String out, String err) {}

    @BeforeEach
    void writeInstance() throws IOException {
        instance = Files.writeString(folder.resolve("shop.json"), INSTANCE.formatted("null"));
        out = folder.resolve("solution.json");
    }

    @Test
    void findsThePlanAndSaysWhatItCosts() throws IOException {
        Ended ended = run("--moves", "500");

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        // All 11 at once: 2 + 1, and 10 and 5 units held over a period: 1.5.
        assertThat(ended.out().lines()).hasSize(5).first().isEqualTo("shop.json: SKUs 1, warehouses 1, periods 3");
        assertThat(ended.out())
                .contains("order lines 1, transfers 0; ", " score calculations")
                .contains("cost 4.50; no plan within the limits costs less than 4.50 (gap 0.00 %)")
                .contains("every limit is kept")
                .endsWith("written to " + out + "\n");
        assertThat(ended.err()).startsWith("optimize 0 %");
        JsonNode solution = JsonMapper.builder().build().readTree(Files.readString(out));
        assertThat(solution.path("orders").toString())
                .isEqualTo("[{\"sku\":0,\"source\":0,\"warehouse\":0,\"period\":0,\"qty\":11}]");
        assertThat(solution.path("total_cost").asDouble()).isEqualTo(4.5);
        assertThat(filesOf(folder)).containsExactly("shop.json", "solution.json");
    }

    @Test
    void findsTheSamePlanForAnyNumberOfThreads() throws IOException {
        JsonNode first = plan("--threads", "1");
        assertThat(plan("--threads", "2")).isEqualTo(first);
        assertThat(plan("--threads", "3")).isEqualTo(first);
    }

    private JsonNode plan(String... options) throws IOException {
        List<String> all = new ArrayList<>(List.of("--moves", "500", "--seed", "3"));
        all.addAll(List.of(options));
        assertThat(run(all.toArray(String[]::new)).exitCode()).isZero();
        JsonNode solution = JsonMapper.builder().build().readTree(Files.readString(out));
        return ((tools.jackson.databind.node.ObjectNode) solution).without("seconds");
    }

    @Test
    void stopsByTheClock() {
        assertThat(run("--seconds", "0.5").exitCode()).isZero();
        assertThat(out).exists();
    }

    @Test
    void aLimitThatCannotBeKeptIsAResult() throws IOException {
        Files.writeString(instance, INSTANCE.formatted("[[1, 9, 9]]"));

        Ended ended = run("--moves", "500");

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        // 4 units of 0.5 m³ are there, and 1 m³ of space.
        assertThat(ended.out()).contains("limit not kept: space", "by 1.00\n").doesNotContain("every limit is kept");
        assertThat(out).exists();
    }

    @Test
    void refusesABadInstanceAndWritesNothing() throws IOException {
        Files.writeString(out, "of before");
        Files.writeString(
                instance,
                INSTANCE.formatted("[[1, 9]]")
                        .replace("\"pack\": 1", "\"pack\": 0")
                        .replace("\"T\": 3", "\"T\": 3.5"));

        Ended ended = run("--moves", "500");

        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .contains("shop.json T: 3.5 must be a whole number from 1 to 1000.")
                .contains("shop.json skus[0].sources[0].pack: 0 must be a whole number of 1 or more.")
                .contains("2 errors");
        assertThat(out).hasContent("of before");
        assertThat(filesOf(folder)).containsExactly("shop.json", "solution.json");
    }

    @Test
    void aMissingInstanceIsBadInput() throws IOException {
        Files.delete(instance);
        Ended ended = run("--moves", "500");
        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.err()).contains("shop.json: is missing.");
        assertThat(out).doesNotExist();
    }

    @Test
    void refusesBadUsageBeforeItOptimizes() {
        refuses("--seconds and --moves: only one of both can bound a run.", "--seconds", "5", "--moves", "5");
        refuses("--seconds: 0.0 must be more than 0.", "--seconds", "0");
        refuses("--moves: 0 must be 1 or more.", "--moves", "0");
        refuses("--threads: 0 must be 1 or more.", "--threads", "0");
        refuses("--out: " + folder + " must be a file, but is a folder.", "--out", folder.toString());
        refuses("--out: " + instance + " must not be the instance.", "--out", instance.toString());
        refuses(
                "must lie in a folder that exists.",
                "--out",
                folder.resolve("none/solution.json").toString());
        assertThat(out).doesNotExist();
    }

    private void refuses(String text, String... options) {
        Ended ended = run(options);
        assertThat(ended.exitCode()).as(text).isEqualTo(2);
        assertThat(ended.err()).contains(text).doesNotContain("optimize 0 %");
        assertThat(ended.out()).isEmpty();
    }

    private static List<String> filesOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Ended run(String... options) {
        List<String> arguments = new ArrayList<>(List.of("optimize", "--instance", instance.toString()));
        if (!List.of(options).contains("--out")) {
            arguments.addAll(List.of("--out", out.toString()));
        }
        arguments.addAll(List.of(options));
        StringWriter text = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = PlenishCommand.create(properties -> true, new NoRecords())
                .setOut(new PrintWriter(text, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
        return new Ended(exitCode, text.toString(), err.toString());
    }
}
