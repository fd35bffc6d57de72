package org.plenish.benchmarks.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenish.benchmarks.BenchmarkCommand;

class OptimizeBenchmarkTest {

    /** One article, one warehouse: 4 units are wanted in the last of three periods, 10 a line and 3 a unit. */
    private static final String INSTANCE = """
            {"T": 3, "warehouses": ["W"], "lanes": [], "space": null, "cash": null,
             "suppliers": [{"id": "S", "header_cost": 5, "min_order_value": 0, "pay_offset": 0,
                            "order_periods": [0, 1, 2], "lead_time": [1]}],
             "skus": [{"id": "A", "volume": 0.1, "line_cost": 10, "holding": [0.5], "backorder": [9], "ss_short": [0],
                       "terminal_backlog": 20, "terminal_obsolescence": 1, "scrap_cost": 1, "shelf_life": null,
                       "transfer_pack": 1, "transferable": false, "demand": [[0, 0, 4]], "safety_stock": [0],
                       "initial": [0], "receipts": [[0, 0, 0]],
                       "sources": [{"supplier": 0, "pack": 1, "moq": 1, "max_qty": 9, "tiers": [[0, 3]]}]}]}
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return BenchmarkCommand.create()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private List<String> lines() {
        return out.toString().lines().toList();
    }

    private Path instances() throws IOException {
        Path instances = Files.createDirectory(folder.resolve("instances"));
        Files.writeString(instances.resolve("one.json"), INSTANCE);
        Files.writeString(instances.resolve("reference.csv"), "instance,lower_bound,annealing_cost\none,15,17.5\n");
        return instances;
    }

    @Test
    void anInstanceIsSolvedBesideItsReference() throws IOException {
        assertThat(run("optimize", "--instances", instances().toString(), "--seconds", "0.5", "--out", folder + "/out"))
                .isZero();

        // 10 for the line, 5 for the order, nothing held; topping up finds the same.
        assertThat(lines())
                .element(1)
                .asString()
                .startsWith("one: 15.00, 15.00, 0.00, 15.00, 15.00, 17.50, 15.00, 0, ")
                .contains("pricing", "assembling", "finishing");
        assertThat(folder.resolve("out/one.json")).exists();
    }

    @Test
    void whatTheJudgeFindsDecides() throws IOException {
        assumeTrue(Files.exists(Path.of("/usr/bin/python3")), "skipped: no python3 to run a judge");
        Path judge = Files.writeString(
                folder.resolve("judge.py"), "print('{\"total\": 12.5, \"violations\": [[\"space\", 0, 1]]}')");

        assertThat(run(
                        "optimize",
                        "--instances",
                        instances().toString(),
                        "--seconds",
                        "0.5",
                        "--judge",
                        judge.toString()))
                .isEqualTo(1);

        assertThat(lines()).element(1).asString().contains(" 1, JUDGED TO COST 12.50, ");
    }

    @Test
    void drawnProblemsTellCostBoundTimeAndMemory() {
        assertThat(run("optimize", "--sizes", "50,100", "--seconds", "1", "--threads", "1"))
                .isZero();

        assertThat(lines())
                .hasSize(3)
                .element(2)
                .asString()
                .matches("100: \\d+, \\d+, [\\d.]+, \\d+, 0, [\\d.]+ \\(setup .*\\), [\\d,]+, \\d+, \\d+");
    }

    @Test
    void changesAreSolvedAgainBesideAFullRun() {
        assertThat(run("optimize", "--again", "100", "--seconds", "0.5", "--threads", "1"))
                .isZero();

        assertThat(lines())
                .hasSize(7)
                .element(4)
                .asString()
                .matches("cash 1 % less: \\d+, \\d+, [\\d.]+, 0, [\\d.]+ \\(.*\\); \\d+, [\\d.]+; -?[\\d.]+");
    }

    @Test
    void aDatasetIsPlannedAndToppedUp() {
        String dataset = Path.of(System.getProperty("plenish.root"), "scenarios", "data", "tea-and-lamps")
                .toString();

        assertThat(run("optimize", "--compare-top-up", dataset, "--seconds", "1"))
                .isZero();

        assertThat(out.toString())
                .contains("optimized: ", "top-up to the rules' own levels", "; the plan saves ")
                .containsPattern("top-up to [\\d.]+ (periods|of the economic)");
    }

    @Test
    void nothingToDoIsAnError() {
        assertThat(run("optimize")).isEqualTo(2);

        assertThat(err.toString()).contains("give --instances, --sizes, --again or --compare-top-up");
    }
}
