package org.plenish.engine.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenish.engine.io.PlanInstanceFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reference instances, solved with a small budget; an independent judge simulates the plans. */
class PlanInstancesTest {

    private static final Path SHARED = Path.of(System.getProperty("plenish.shared", "../shared"));
    private static final Path INSTANCES = SHARED.resolve("golden/plan_instances");
    private static final Path JUDGE = SHARED.resolve("bin/check_plan_instance.py");

    private final PlanInstanceFormat format = new PlanInstanceFormat();

    @BeforeAll
    static void needsTheInstancesAndPython() {
        assumeTrue(Files.isDirectory(INSTANCES), "skipped: no reference instances at " + INSTANCES);
        assumeTrue(runs("python3", "--version"), "skipped: no python3 to run the judge");
    }

    private static boolean runs(String... command) {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor(10, TimeUnit.SECONDS);
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "P01-micro-1w",
                "P02-micro-2w",
                "P03-small-loose",
                "P05-mid-capacity",
                "P07-mid-transfer",
                "P09-cash-2w",
                "P10-large-medium",
                "P12-scale-500"
            })
    void theJudgeFindsTheCostThatIsClaimedAndNoViolation(String name, @TempDir Path folder) throws Exception {
        ReplenishmentProblem problem = format.read(INSTANCES.resolve(name + ".json"));
        long start = System.nanoTime();
        OptimizationResult result =
                new PlanOptimizer().optimize(problem, OptimizerSettings.ofMoves(20_000, 7, 2), message -> {});
        double seconds = (System.nanoTime() - start) / 1e9;
        Path solution = folder.resolve("solution.json");
        format.write(result, seconds, solution);

        JsonNode verdict = judge(INSTANCES.resolve(name + ".json"), solution);
        List<String> reference = references().getOrDefault(name, List.of("", ""));
        assertThat(verdict.path("violations").toString()).isEqualTo("[]");
        assertThat(result.violations()).isEmpty();
        assertThat(verdict.path("total").asDouble())
                .isCloseTo(result.cost().total(), within(1e-6 * result.cost().total()));
        assertThat(result.lowerBound())
                .isLessThanOrEqualTo(Double.parseDouble(reference.get(1)))
                .isLessThanOrEqualTo(result.cost().total());
        if (!name.contains("micro") && !reference.get(0).isEmpty()) {
            assertThat(result.lowerBound()).isGreaterThanOrEqualTo(0.995 * Double.parseDouble(reference.get(0)));
        }
    }

    @ParameterizedTest
    @CsvSource({"P01-micro-1w, 838.86", "P02-micro-2w, 332.31"})
    void thePublishedOptimumLiesBetweenTheBoundAndThePlan(String name, double optimum) throws IOException {
        OptimizationResult result = new PlanOptimizer()
                .optimize(
                        format.read(INSTANCES.resolve(name + ".json")),
                        OptimizerSettings.ofMoves(20_000, 7, 2),
                        message -> {});

        assertThat(result.violations()).isEmpty();
        assertThat(result.lowerBound()).isLessThanOrEqualTo(optimum + 0.005); // published to the cent
        assertThat(result.cost().total()).isGreaterThanOrEqualTo(optimum - 0.005);
    }

    private static JsonNode judge(Path instance, Path solution) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("python3", JUDGE.toString(), instance.toString(), solution.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return JsonMapper.builder().build().readTree(output);
    }

    private static Map<String, List<String>> references() throws IOException {
        Map<String, List<String>> references = new HashMap<>();
        try (Stream<String> lines = Files.lines(INSTANCES.resolve("reference.csv"))) {
            lines.skip(1)
                    .map(line -> line.split(",", -1))
                    .forEach(cells -> references.put(cells[0], List.of(cells[1], cells[2])));
        }
        return references;
    }
}
