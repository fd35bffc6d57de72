package org.plenish.web.rulebook.edit;

import java.util.List;
import org.plenish.rules.cases.TestResult;
import org.plenish.rules.problem.Problem;

/**
 * How the tests of a draft went.
 *
 * @param ran whether they could be run at all
 * @param failed the first {@link #MOST} of them
 * @param failures how many failed
 * @param problems why they could not be run; else the rules that no test sees, the first of each
 */
public record TestRun(boolean ran, long passed, List<TestResult> failed, int failures, List<Finding> problems) {

    static final int MOST = 50;

    public TestRun {
        failed = List.copyOf(failed);
        problems = List.copyOf(problems);
    }

    static TestRun refused(List<Problem> problems) {
        return new TestRun(false, 0, List.of(), 0, first(problems));
    }

    static TestRun of(List<TestResult> results, List<Problem> unseen) {
        List<TestResult> failed =
                results.stream().filter(result -> !result.passed()).toList();
        return new TestRun(
                true,
                results.size() - failed.size(),
                failed.subList(0, Math.min(failed.size(), MOST)),
                failed.size(),
                first(unseen));
    }

    private static List<Finding> first(List<Problem> problems) {
        return problems.stream().limit(MOST).map(Finding::of).toList();
    }
}
