package org.plenish.rules;

import java.util.List;
import java.util.stream.Collectors;
import org.plenish.rules.problem.Problem;

/** A rule book that cannot be used: everything found wrong with it. */
public final class RuleBookException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public RuleBookException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
