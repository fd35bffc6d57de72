package org.plenish.rules.cases;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.rules.BookFiles;
import org.plenish.rules.ParsedBook;
import org.plenish.rules.RuleBook;
import org.plenish.rules.RuleBookException;
import org.plenish.rules.check.BookCheck;
import org.plenish.rules.problem.Problem;
import org.plenish.rules.vocabulary.Vocabulary;

/**
 * All that can be said of a rule book without a dataset.
 *
 * @param content as it was read
 * @param problems errors and warnings, by file, line and column
 * @param results of its own tests; none if they or the book cannot be read or compiled
 * @param book null if there is an error in its files
 */
public record CheckedBook(
        ParsedBook content,
        List<Problem> problems,
        List<TestResult> results,
        @Nullable RuleBook book) {

    public CheckedBook {
        problems = List.copyOf(problems);
        results = List.copyOf(results);
    }

    /** Reads, checks and compiles it, and runs its tests; some seconds. */
    public static CheckedBook of(BookFiles files) {
        ParsedBook content = ParsedBook.read(files, Vocabulary.standard());
        List<Problem> problems = new ArrayList<>(content.problems());
        if (!problems.isEmpty()) {
            return new CheckedBook(content, problems, List.of(), null);
        }
        problems.addAll(BookCheck.check(content, Vocabulary.standard()));
        List<Problem> ofTests = new ArrayList<>();
        RuleTests tests = RuleTests.read(files, content, ofTests);
        problems.addAll(ofTests);
        if (!ofTests.isEmpty()) {
            return new CheckedBook(content, problems, List.of(), null);
        }
        try {
            RuleBook book = RuleBook.compile(content);
            List<TestResult> results = tests.run(book);
            problems.addAll(RuleTests.coverage(content, results));
            return new CheckedBook(content, problems, results, book);
        } catch (RuleBookException e) {
            problems.addAll(e.problems());
            return new CheckedBook(content, problems, List.of(), null);
        }
    }

    public long errors() {
        return problems.stream().filter(Problem::isError).count();
    }
}
