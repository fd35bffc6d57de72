package org.plenish.engine.io.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plenish.engine.io.golden.CaseResult.Outcome;

class GoldenCasesTest {

    private static final Path SHARED = Path.of(System.getProperty("plenish.shared", "../shared"));
    private static final Path PUBLIC_CASES = SHARED.resolve("golden/inventory_theory.public.json");

    @TempDir
    Path folder;

    @Test
    void everyWorkedCaseHolds() throws IOException {
        assumeTrue(
                Files.exists(PUBLIC_CASES),
                "Skipped: the worked cases are not at " + PUBLIC_CASES + " (system property plenish.shared).");

        List<CaseResult> results = new GoldenCases().run(PUBLIC_CASES);

        assertThat(results).hasSize(216);
        assertThat(results)
                .filteredOn(result -> result.outcome() != Outcome.PASSED)
                .isEmpty();
    }

    @Test
    void everyInputThatIsNoSuchProblemIsRefused() throws IOException {
        assumeTrue(
                Files.exists(PUBLIC_CASES),
                "Skipped: the worked cases are not at " + PUBLIC_CASES + " (system property plenish.shared).");

        List<CaseResult> results = new GoldenCases().runRejections(PUBLIC_CASES);

        assertThat(results).hasSizeGreaterThan(40);
        assertThat(results)
                .filteredOn(result -> result.outcome() != Outcome.PASSED)
                .isEmpty();
    }

    @Test
    void aRejectionCaseFailsWhereInputsAreAnswered() throws IOException {
        Path file = folder.resolve("cases.json");
        Files.writeString(
                file,
                "{\"rejection_cases\": [" + rejection("eoq", 8) + ", " + rejection("eoq", -8) + ", "
                        + rejection("astrology", 8) + "]}");

        assertThat(new GoldenCases().runRejections(file))
                .extracting(CaseResult::outcome)
                .containsExactly(Outcome.FAILED, Outcome.PASSED, Outcome.SKIPPED);
    }

    private static String rejection(String type, double fixedCost) {
        return "{\"case_id\": \"r\", \"problem_type\": \"" + type + "\", \"inputs\": {\"fixed_cost\": " + fixedCost
                + ", \"holding_cost\": 0.225, \"demand_rate\": 1300}}";
    }

    @Test
    void tellsExpectedAndActual() throws IOException {
        List<CaseResult> results =
                run(eoq("{\"order_quantity\": 300, \"cost\": 68.41}", "{\"cost\": {\"abs\": 0.005}}"));

        assertThat(results).singleElement().satisfies(result -> {
            assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(result.differences())
                    .singleElement()
                    .asString()
                    .startsWith("order_quantity: expected 300, actual 304.0467800264");
        });
    }

    @Test
    void aToleranceIsAShareOrADistance() throws IOException {
        assertThat(run(eoq("{\"order_quantity\": 300}", "{\"order_quantity\": {\"rel\": 0.014}}")))
                .singleElement()
                .hasFieldOrPropertyWithValue("outcome", Outcome.PASSED); // off by 4.05, allowed 4.2
        assertThat(run(eoq("{\"order_quantity\": 300}", "{\"order_quantity\": {\"abs\": 4}}")))
                .singleElement()
                .hasFieldOrPropertyWithValue("outcome", Outcome.FAILED);
    }

    @Test
    void aCaseOfUnknownTypeIsSkipped() throws IOException {
        List<CaseResult> results =
                run("{\"cases\": [{\"case_id\": \"a-1\", \"problem_type\": \"astrology\", \"inputs\": {}}]}");

        assertThat(results).containsExactly(new CaseResult("a-1", "astrology", Outcome.SKIPPED, List.of()));
    }

    @Test
    void refusedInputsFailTheCaseAndSayWhy() throws IOException {
        String text = "{\"cases\": [{\"case_id\": \"e-1\", \"problem_type\": \"eoq\","
                + " \"inputs\": {\"fixed_cost\": \"banana\"}, \"expected\": {\"cost\": 1}}]}";

        assertThat(run(text))
                .singleElement()
                .satisfies(result -> assertThat(result.differences())
                        .containsExactly("expected {\"cost\":1}, actual: refused,"
                                + " input fixed_cost: \"banana\" must be a number."));
    }

    @Test
    void aFileOfSomethingElseIsRefused() {
        assertThatThrownBy(() -> run("[1, 2]")).hasMessageContaining("with a list named cases");
        assertThatThrownBy(() -> run("case_id,inputs")).hasMessageContaining("must be JSON");
    }

    private List<CaseResult> run(String text) throws IOException {
        return new GoldenCases().run(Files.writeString(folder.resolve("cases.json"), text));
    }

    private static String eoq(String expected, String tolerance) {
        return "{\"cases\": [{\"case_id\": \"e-1\", \"problem_type\": \"eoq\", \"inputs\":"
                + " {\"fixed_cost\": 8, \"holding_cost\": 0.225, \"demand_rate\": 1300}, \"expected\": " + expected
                + ", \"tolerance\": " + tolerance + "}]}";
    }
}
