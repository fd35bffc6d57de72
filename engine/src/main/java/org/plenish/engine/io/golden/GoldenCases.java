package org.plenish.engine.io.golden;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.io.golden.CaseResult.Outcome;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs worked cases of inventory theory through the formulas. The file is a JSON object whose {@code cases} have
 * {@code case_id}, {@code problem_type}, {@code inputs}, {@code expected} values by name and their {@code tolerance}
 * ({@code abs}, {@code rel}); how finely they were computed, {@code solver_parameters}, may stand beside the inputs. Its {@code
 * rejection_cases} have inputs that are no such problem.
 */
public final class GoldenCases {

    private static final List<CaseFamily> FAMILIES = List.of(
            new EconomicOrderQuantityCases(),
            new FiniteHorizonCases(),
            new GuaranteedServiceCases(),
            new LossFunctionCases(),
            new LotCases(),
            new NewsvendorCases(),
            new ReviewPolicyCases(),
            new SerialSystemCases(),
            new UncertainSupplyCases());

    private final Map<String, Function<CaseInputs, CaseAnswer>> solvers = new HashMap<>();

    public GoldenCases() {
        for (CaseFamily family : FAMILIES) {
            family.solvers().forEach((type, solver) -> {
                if (solvers.put(type, solver) != null) {
                    throw new IllegalStateException("case type " + type + " stands in two families.");
                }
            });
        }
    }

    /**
     * Runs every case of a file, in its order.
     *
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if it is not a file of cases; the message says why
     */
    public List<CaseResult> run(Path file) throws IOException {
        List<CaseResult> results = new ArrayList<>();
        for (JsonNode goldenCase : list(file, "cases")) {
            results.add(run(goldenCase));
        }
        return results;
    }

    /**
     * Gives the inputs of every rejection case of a file to the formulas, in its order: a case passes if they refuse them.
     *
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if it has no list named {@code rejection_cases}
     */
    public List<CaseResult> runRejections(Path file) throws IOException {
        List<CaseResult> results = new ArrayList<>();
        for (JsonNode rejection : list(file, "rejection_cases")) {
            results.add(runRejection(rejection));
        }
        return results;
    }

    private static JsonNode list(Path file, String name) throws IOException {
        JsonNode cases = parse(file).path(name);
        if (!cases.isArray()) {
            throw new IllegalArgumentException(file + ": must be a JSON object with a list named " + name + ".");
        }
        return cases;
    }

    private static JsonNode parse(Path file) throws IOException {
        try {
            return JsonMapper.builder().build().readTree(Files.readString(file));
        } catch (JacksonException e) {
            throw new IllegalArgumentException(file + ": must be JSON. " + e.getOriginalMessage(), e);
        }
    }

    private CaseResult runRejection(JsonNode rejection) {
        String id = rejection.path("case_id").asString("");
        String type = rejection.path("problem_type").asString("");
        @Nullable Function<CaseInputs, CaseAnswer> solver = solvers.get(type);
        if (solver == null) {
            return new CaseResult(id, type, Outcome.SKIPPED, List.of());
        }
        try {
            CaseAnswer answer = solver.apply(inputs(rejection));
            return new CaseResult(id, type, Outcome.FAILED, List.of("expected a refusal, actual: " + answer));
        } catch (IllegalArgumentException e) {
            return new CaseResult(id, type, Outcome.PASSED, List.of());
        }
    }

    private static CaseInputs inputs(JsonNode goldenCase) {
        return new CaseInputs(goldenCase.path("inputs"), goldenCase.path("solver_parameters"));
    }

    private CaseResult run(JsonNode goldenCase) {
        String id = goldenCase.path("case_id").asString("");
        String type = goldenCase.path("problem_type").asString("");
        @Nullable Function<CaseInputs, CaseAnswer> solver = solvers.get(type);
        if (solver == null) {
            return new CaseResult(id, type, Outcome.SKIPPED, List.of());
        }
        List<String> differences;
        try {
            CaseAnswer answer = solver.apply(inputs(goldenCase));
            differences = CaseComparison.differences(goldenCase.path("expected"), goldenCase.path("tolerance"), answer);
        } catch (IllegalArgumentException e) {
            differences = List.of("expected " + goldenCase.path("expected") + ", actual: refused, " + e.getMessage());
        }
        return new CaseResult(id, type, differences.isEmpty() ? Outcome.PASSED : Outcome.FAILED, differences);
    }
}
