package org.plenish.web.rulebook;

import java.util.Comparator;
import java.util.List;
import org.plenish.rules.cases.CheckedBook;
import org.plenish.rules.cases.TestResult;
import org.plenish.rules.problem.Problem;

/**
 * What was found in a rule book, and how its own tests went.
 *
 * @param problems errors before warnings
 * @param rules how many it has
 * @param tests none if the book has errors
 */
public record Findings(List<Problem> problems, long rules, List<Test> tests) {

    /** Of what a hostile or broken file may cause any number of. */
    private static final int MOST_PROBLEMS = 500;

    public Findings {
        problems = List.copyOf(problems);
        tests = List.copyOf(tests);
    }

    /**
     * How a test went.
     *
     * @param failures each in a sentence; none if it passed
     */
    public record Test(String file, int line, String name, List<String> failures) {

        public Test {
            failures = List.copyOf(failures);
        }

        public boolean isPassed() {
            return failures.isEmpty();
        }

        private static Test of(TestResult result) {
            return new Test(
                    result.test().file(),
                    result.test().line(),
                    result.test().name(),
                    result.failures().stream().map(TestResult.Failure::toString).toList());
        }
    }

    static Findings of(CheckedBook book) {
        return new Findings(
                book.problems().stream()
                        .sorted(Comparator.comparing(Problem::severity))
                        .limit(MOST_PROBLEMS)
                        .toList(),
                book.content().all().count(),
                book.results().stream().map(Test::of).toList());
    }

    public List<Problem> errors() {
        return problems.stream().filter(Problem::isError).toList();
    }

    public List<Problem> warnings() {
        return problems.stream().filter(problem -> !problem.isError()).toList();
    }

    public List<Test> failed() {
        return tests.stream().filter(test -> !test.isPassed()).toList();
    }

    public long passed() {
        return tests.size() - failed().size();
    }

    /** Whether plans may be made by it: no error, and every test holds. */
    public boolean isSound() {
        return errors().isEmpty() && failed().isEmpty();
    }
}
