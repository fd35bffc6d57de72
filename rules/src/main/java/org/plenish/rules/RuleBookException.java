package org.plenish.rules;

import java.util.List;
import java.util.stream.Collectors;

/** A rule book that cannot be used: everything found wrong with it. */
public final class RuleBookException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /**
     * One thing that is wrong.
     *
     * @param line from 1; 0 if it concerns the whole file
     * @param text what is wrong
     * @param suggestion what to try
     */
    public record Problem(String file, int line, String text, String suggestion) {

        @Override
        public String toString() {
            return file + (line > 0 ? " line " + line : "") + ": " + text + "\n" + suggestion;
        }
    }

    RuleBookException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
