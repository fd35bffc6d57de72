package org.plenish.rules.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.plenish.rules.BookFiles;
import org.plenish.rules.BookRule;
import org.plenish.rules.ParsedBook;
import org.plenish.rules.RuleBook;
import org.plenish.rules.problem.Problem;

/** The tests of a rule book. */
public record RuleTests(List<RuleTest> tests) {

    public RuleTests {
        tests = List.copyOf(tests);
    }

    /**
     * Reads {@code tests/*.yaml}.
     *
     * @param book of the same files, without problems
     * @param problems to be added to; then the tests are not whole
     */
    public static RuleTests read(BookFiles files, ParsedBook book, List<Problem> problems) {
        Map<String, BookRule> rules = rulesById(book);
        List<RuleTest> tests = new ArrayList<>();
        List<Problem> found = new ArrayList<>();
        for (String file : files.bytesByName().keySet()) {
            if (BookFiles.isTests(file)) {
                List<Problem> here = new ArrayList<>();
                String text = files.text(file, here);
                if (here.isEmpty()) {
                    tests.addAll(TestFile.read(file, text, rules, here));
                }
                found.addAll(here);
            }
        }
        requireDistinctNames(tests, found);
        problems.addAll(found);
        return new RuleTests(tests);
    }

    private static Map<String, BookRule> rulesById(ParsedBook book) {
        return book.all()
                .collect(Collectors.toMap(BookRule::id, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    private static void requireDistinctNames(List<RuleTest> tests, List<Problem> problems) {
        Map<String, RuleTest> first = new HashMap<>();
        for (RuleTest test : tests) {
            RuleTest other = first.putIfAbsent(test.name(), test);
            if (other != null && problems.size() < TestFile.MOST_PROBLEMS) {
                problems.add(new Problem(
                        test.file(),
                        test.line(),
                        0,
                        "there is another test \"" + test.name() + "\": " + other.file() + " line " + other.line()
                                + ".",
                        "Name each after what it shows."));
            }
        }
    }

    /** One result a test. A test that fails does not keep others from running. */
    public List<TestResult> run(RuleBook book) {
        Map<String, BookRule> rules = rulesById(book.content());
        return tests.stream()
                .map(test -> new Examination(test, rules, book.decide(test.topic(), test.fact())).result())
                .toList();
    }

    /**
     * Which rules no test sees firing, and which none sees keeping silent. A test sees a rule fire if it names it under
     * {@code fires}, or expects an answer to a question that the rule answered; it sees it keep silent if it names it under
     * {@code silent}, or expects an answer to a question that another rule answered.
     *
     * @return warnings, by file and line of the rules
     */
    public static List<Problem> coverage(ParsedBook book, List<TestResult> results) {
        Set<String> seenFiring = new HashSet<>();
        Set<String> seenSilent = new HashSet<>();
        List<BookRule> rules = book.all().toList();
        for (TestResult result : results) {
            RuleTest test = result.test();
            for (BookRule rule : rules) {
                boolean asked = rule.answers().keySet().stream().anyMatch(test.expect()::containsKey);
                if (result.fired().contains(rule.id())) {
                    if (asked || test.fires().contains(rule.id())) {
                        seenFiring.add(rule.id());
                    }
                } else if (asked || test.silent().contains(rule.id())) {
                    seenSilent.add(rule.id());
                }
            }
        }
        List<Problem> gaps = new ArrayList<>();
        for (BookRule rule : rules) {
            boolean fires = seenFiring.contains(rule.id());
            boolean silent = seenSilent.contains(rule.id());
            if (!fires || !silent) {
                gaps.add(Problem.warning(
                        rule.file(),
                        rule.line(),
                        "no test sees " + rule.id() + " "
                                + (fires ? "keep silent" : silent ? "fire" : "fire, and none sees it keep silent")
                                + ".",
                        "Write into tests/*.yaml, under rules: " + rule.id() + ": { fires: {...}, silent: {...} }."));
            }
        }
        return gaps;
    }
}
