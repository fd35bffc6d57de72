package org.plenish.web.backtest;

import java.util.List;
import org.plenish.rules.problem.Problem;

/**
 * What was found in a changed rule book before it is replayed.
 *
 * @param replaced files of the standing book that are otherwise
 * @param added files that the standing book has not
 * @param fingerprint SHA-256 over the whole changed book, as a planning run has it of its own
 * @param rules in it
 * @param problems errors before warnings
 * @param passed how many of its tests hold
 * @param failed those that do not, each in a sentence
 */
public record BookFindings(
        List<String> replaced,
        List<String> added,
        String fingerprint,
        long rules,
        List<Problem> problems,
        int passed,
        List<String> failed) {

    public BookFindings {
        replaced = List.copyOf(replaced);
        added = List.copyOf(added);
        problems = List.copyOf(problems);
        failed = List.copyOf(failed);
    }

    /** Whether it can be replayed. A test that fails does not keep it from that: it may expect what is changed on purpose. */
    boolean isUsable() {
        return problems.stream().noneMatch(Problem::isError);
    }

    public List<Problem> errors() {
        return problems.stream().filter(Problem::isError).toList();
    }

    public List<Problem> warnings() {
        return problems.stream().filter(problem -> !problem.isError()).toList();
    }
}
