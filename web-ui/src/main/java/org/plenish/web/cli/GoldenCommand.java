package org.plenish.web.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.plenish.engine.io.golden.CaseResult;
import org.plenish.engine.io.golden.CaseResult.Outcome;
import org.plenish.engine.io.golden.GoldenCases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Holds the formulas against worked cases. */
@Command(
        name = "golden",
        description = "Runs worked cases of inventory theory and tells which the formulas do not answer as expected.",
        footer = {"", "It fails, with exit code 1, if a case does."})
final class GoldenCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "FILE",
            description = "JSON: a list named cases, each with problem_type, inputs, expected and tolerance.")
    @SuppressWarnings("NullAway.Init") // required
    private Path file;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new BadInputException(file + ": must be a file. Check its name.");
        }
        List<CaseResult> results;
        try {
            results = new GoldenCases().run(file);
        } catch (IllegalArgumentException e) {
            throw new BadInputException(e);
        }
        PrintWriter text = spec.commandLine().getOut();
        for (CaseResult result : results) {
            for (String difference : result.differences()) {
                text.println("failed " + result.caseId() + ", " + difference);
            }
        }
        Map<String, Long> skipped = results.stream()
                .filter(result -> result.outcome() == Outcome.SKIPPED)
                .collect(Collectors.groupingBy(CaseResult::problemType, TreeMap::new, Collectors.counting()));
        skipped.forEach((type, count) -> text.println("skipped " + type + ", no formula for it: " + count));
        text.printf(
                Locale.ROOT,
                "%d passed, %d failed, %d skipped%n",
                count(results, Outcome.PASSED),
                count(results, Outcome.FAILED),
                count(results, Outcome.SKIPPED));
        return count(results, Outcome.FAILED) == 0 ? ExitCodes.SUCCESS : ExitCodes.FAILURE;
    }

    private static long count(List<CaseResult> results, Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).count();
    }
}
