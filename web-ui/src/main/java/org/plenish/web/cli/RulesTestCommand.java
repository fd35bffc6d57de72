package org.plenish.web.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.plenish.rules.BookFiles;
import org.plenish.rules.ParsedBook;
import org.plenish.rules.cases.RuleTests;
import org.plenish.rules.cases.TestResult;
import org.plenish.rules.problem.Problem;
import org.plenish.rules.vocabulary.Vocabulary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the tests that a rule book brings. */
@Command(
        name = "test",
        description = "Runs a rule book's own tests, tests/*.yaml, and tells which do not hold.",
        footer = {"", "It fails, with exit code 1, if a test does."})
final class RulesTestCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "The rule book's folder.")
    @SuppressWarnings("NullAway.Init") // required
    private Path folder;

    @Option(
            names = "--coverage",
            description = "Also names the rules that no test sees firing, or none sees keeping silent.")
    private boolean coverage;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        BookFiles files = RuleBooks.files(folder);
        ParsedBook book = ParsedBook.read(files, Vocabulary.standard());
        refuse(book.problems());
        List<Problem> problems = new ArrayList<>();
        RuleTests tests = RuleTests.read(files, book, problems);
        refuse(problems);
        List<TestResult> results = tests.run(RuleBooks.compile(book));
        PrintWriter text = spec.commandLine().getOut();
        results.stream().filter(result -> !result.passed()).forEach(result -> text.println("failed " + result));
        if (coverage) {
            RuleTests.coverage(book, results).forEach(gap -> text.println("warning " + gap));
        }
        long passed = results.stream().filter(TestResult::passed).count();
        text.printf(Locale.ROOT, "%d passed, %d failed%n", passed, results.size() - passed);
        return passed == results.size() ? ExitCodes.SUCCESS : ExitCodes.FAILURE;
    }

    private static void refuse(List<Problem> problems) {
        if (problems.stream().anyMatch(Problem::isError)) {
            throw new BadInputException(
                    problems.stream().map(Problem::toString).collect(Collectors.joining(System.lineSeparator())));
        }
    }
}
