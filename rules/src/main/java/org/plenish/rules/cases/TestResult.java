package org.plenish.rules.cases;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a test went.
 *
 * @param failures none if it passed
 * @param fired ids of all rules that spoke
 */
public record TestResult(RuleTest test, List<Failure> failures, Set<String> fired) {

    public TestResult {
        failures = List.copyOf(failures);
        fired = Set.copyOf(fired);
    }

    public boolean passed() {
        return failures.isEmpty();
    }

    /**
     * One expectation that was not met. The two sentences without their ends: {@code serviceTarget must be 0.99}, {@code it
     * is 0.98}.
     *
     * @param because the rules that made it so, as far as rules did
     */
    public record Failure(String expected, String came, List<Reason> because) {

        public Failure {
            because = List.copyOf(because);
        }

        /** All in one line. */
        @Override
        public String toString() {
            return expected + ", but " + came
                    + (because.isEmpty()
                            ? "."
                            : ": " + because.stream().map(Reason::toString).collect(Collectors.joining(" ")));
        }
    }

    /**
     * What a rule said.
     *
     * @param name of the rule, id and sentence
     * @param sentence its explanation, filled in
     */
    public record Reason(String id, String name, String file, int line, String sentence) {

        @Override
        public String toString() {
            return "\"" + name + "\" (" + file + " line " + line + ") says: " + sentence;
        }
    }

    /** All in one line, such as {@code tests/service.yaml line 12, "a vital article": serviceTarget must be 0.99, but ...}. */
    @Override
    public String toString() {
        return test.file() + " line " + test.line() + ", \"" + test.name() + "\": "
                + (passed()
                        ? "passed."
                        : failures.stream().map(Failure::toString).collect(Collectors.joining(" ")));
    }
}
