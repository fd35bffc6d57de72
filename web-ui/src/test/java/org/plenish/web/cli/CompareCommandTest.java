package org.plenish.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tea and lamps as they are and as what-ifs change them. */
class CompareCommandTest {

    private static final Path ROOT = Path.of(System.getProperty("plenish.root", ".."));
    private static final Path DATASET = ROOT.resolve(Path.of("scenarios", "data", "tea-and-lamps"));

    @TempDir
    Path folder;

    private record Ended(int exitCode, String out, String err) {}

    @Test
    void scenariosStandBesideTheBaseWithTheirDriversAndRepeatToTheByte() throws IOException {
        Path surge = scenario(
                "surge.yaml",
                "name: Surge & shortage",
                "description: More is asked <and> less can be paid.",
                "changes:",
                "  - {change: demand, factor: 1.5}",
                "  - {change: cash, factor: 0.8}");
        Path service = scenario("service.yaml", "name: Service", "changes:", "  - {change: service, target: 0.99}");
        Path first = folder.resolve("first");
        Ended ended = compare(first, surge, service);
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.out())
                .contains("base", "Surge & shortage", "  demand", "  cash and space", "  together", "Service");
        assertThat(names(first))
                .containsExactly(
                        "cash.csv", "comparison.csv", "comparison.json", "drivers.csv", "lines.csv", "report.html");
        assertThat(Files.readAllLines(first.resolve("drivers.csv")))
                .hasSize(6) // header, two drivers and what is left, one driver and nothing left
                .anySatisfy(line -> assertThat(line).startsWith("Surge & shortage,demand,"))
                .contains("Service,together,0.00,0");
        assertThat(Files.readString(first.resolve("report.html")))
                .contains("<h3>Surge &amp; shortage</h3>", "More is asked &lt;and&gt; less can be paid.")
                .doesNotContain("http", "<script");

        Path second = folder.resolve("second");
        assertThat(compare(second, surge, service).exitCode()).isZero();
        for (String name : names(first)) {
            assertThat(second.resolve(name)).as(name).hasSameBinaryContentAs(first.resolve(name));
        }
    }

    @Test
    void driversAreLeftOutOnRequest() throws IOException {
        Path surge = scenario(
                "surge.yaml", "changes:", "  - {change: demand, factor: 1.5}", "  - {change: cash, factor: 0.8}");
        Ended ended = run(
                "compare",
                DATASET.toString(),
                "--scenario",
                surge.toString(),
                "--out",
                folder.resolve("out").toString(),
                "--moves",
                "300",
                "--no-drivers");
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.out()).doesNotContain("together");
        assertThat(Files.readAllLines(folder.resolve("out").resolve("drivers.csv")))
                .hasSize(1);
    }

    @Test
    void theProblemsOfAllFilesAreToldAndNothingIsWritten() throws IOException {
        Path one = scenario("one.yaml", "changes:", "  - {change: demand, items: TEE, factor: 2}");
        Path other = scenario("other.yaml", "changes:", "  - {change: cash, factor: -1}");
        Ended ended = compare(folder.resolve("out"), one, other);
        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.err())
                .contains("one.yaml line 2, column items: TEE must be in items.csv.")
                .contains("other.yaml line 2, column factor: -1 must be 0 or more.");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void twoScenariosOfOneNameAreBadUsage() throws IOException {
        Path one = scenario("one.yaml", "name: Twin", "changes:", "  - {change: cash, factor: 1}");
        Path other = scenario("other.yaml", "name: Twin", "changes:", "  - {change: cash, factor: 2}");
        Ended ended = compare(folder.resolve("out"), one, other);
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("two of the files are called \"Twin\"");
    }

    @Test
    void planTakesAScenarioWithItsMovesAndItsExplanation() throws IOException {
        Path service = scenario(
                "service.yaml",
                "name: Service",
                "moves: 300",
                "seed: 3",
                "changes:",
                "  - {change: service, target: 0.99}");
        Path out = folder.resolve("plan");
        Ended ended = run("plan", DATASET.toString(), "--out", out.toString(), "--scenario", service.toString());
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(Files.readString(out.resolve("policies.csv")))
                .contains(",0.99,")
                .contains("WHAT-IF");
        assertThat(Files.readString(out.resolve("summary.json"))).contains("\"seed\" : 3", "\"cut_short\" : false");
        assertThat(Files.readString(out.resolve("explanations.jsonl")))
                .contains("What if: Service target of all items is 99 %.");
    }

    private Path scenario(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    private static Ended compare(Path out, Path... scenarios) {
        List<String> args = new ArrayList<>(List.of("compare", DATASET.toString(), "--scenario"));
        Arrays.stream(scenarios).map(Path::toString).forEach(args::add);
        args.addAll(List.of("--out", out.toString(), "--moves", "300"));
        return run(args.toArray(String[]::new));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Ended run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = PlenishCommand.create(properties -> true, new NoRecords())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(args);
        return new Ended(exitCode, out.toString(), err.toString());
    }
}
