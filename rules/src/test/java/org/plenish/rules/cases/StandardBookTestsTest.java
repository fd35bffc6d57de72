package org.plenish.rules.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.plenish.rules.BookFiles;
import org.plenish.rules.ParsedBook;
import org.plenish.rules.RuleBook;
import org.plenish.rules.problem.Problem;
import org.plenish.rules.vocabulary.Vocabulary;

/** The tests that the standard book brings: {@code rulebook/tests/*.yaml}. */
class StandardBookTestsTest {

    private static ParsedBook book;
    private static List<TestResult> results;

    @BeforeAll
    static void run() {
        BookFiles files = BookFiles.standard();
        book = ParsedBook.read(files, Vocabulary.standard());
        List<Problem> problems = new ArrayList<>();
        RuleTests tests = RuleTests.read(files, book, problems);
        assertThat(problems).isEmpty();
        results = tests.run(RuleBook.compile(book));
    }

    @TestFactory
    Stream<DynamicTest> passes() {
        return results.stream()
                .map(result -> DynamicTest.dynamicTest(
                        result.test().file() + ": " + result.test().name(),
                        () -> assertThat(result.failures()).isEmpty()));
    }

    @Test
    void everyRuleIsSeenFiringAndKeepingSilent() {
        assertThat(RuleTests.coverage(book, results)).isEmpty();
    }
}
