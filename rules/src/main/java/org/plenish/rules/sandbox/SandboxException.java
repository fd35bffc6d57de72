package org.plenish.rules.sandbox;

import java.util.List;
import java.util.stream.Collectors;

/** Rules that were not compiled, or were compiled and never loaded: everything found against them. */
public final class SandboxException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Refusal> refusals;

    /**
     * One thing that rules may not do or say.
     *
     * @param source name of the source it stands in; empty if it cannot be known
     * @param line from 1; 0 if it cannot be known
     * @param rule name of the rule; empty if it cannot be known
     * @param what was refused
     */
    public record Refusal(String source, int line, String rule, String what) {

        @Override
        public String toString() {
            return (source.isEmpty() ? "rules" : source) + (line > 0 ? " line " + line : "")
                    + (rule.isEmpty() ? "" : " rule \"" + rule + "\"") + ": " + what;
        }
    }

    SandboxException(List<Refusal> refusals) {
        super(refusals.stream().map(Refusal::toString).collect(Collectors.joining("\n")));
        this.refusals = List.copyOf(refusals);
    }

    /** At least one. */
    public List<Refusal> refusals() {
        return refusals;
    }
}
