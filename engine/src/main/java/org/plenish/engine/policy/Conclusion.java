package org.plenish.engine.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One answer of the rule book, with its proof. Most are never read: it keeps the values that the rule saw and writes them out
 * when asked. Two are equal if they read the same.
 */
public final class Conclusion {

    private final String question;
    private final Object answer;
    private final RuleReference rule;
    private final List<@Nullable Object> values;

    /** What a rule looked at, such as {@code demand.annualUnits}, and what it was there, as a person reads it. */
    public record Seen(String word, String value) {}

    /**
     * @param question such as {@code serviceTarget}
     * @param answer an enum constant, a number, or true or false
     * @param values what the rule saw, one for each of its words
     * @throws IllegalArgumentException if there are more or fewer values than words
     */
    public Conclusion(String question, Object answer, RuleReference rule, List<? extends @Nullable Object> values) {
        if (values.size() != rule.words().size()) {
            throw new IllegalArgumentException(rule.id() + " saw " + values.size() + " values, but must have seen "
                    + rule.words().size() + ": " + rule.words() + ".");
        }
        this.question = question;
        this.answer = answer;
        this.rule = rule;
        this.values = Collections.unmodifiableList(new ArrayList<@Nullable Object>(values));
    }

    public String question() {
        return question;
    }

    /** As text, such as {@code 0.97}. */
    public String answer() {
        return answer.toString();
    }

    /** Such as {@code SVC-010}. */
    public String ruleId() {
        return rule.id();
    }

    /** The whole sentence. */
    public String ruleName() {
        return rule.name();
    }

    /** Rule file, relative to the rule book's folder. */
    public String file() {
        return rule.file();
    }

    /** Where the rule or table row stands in its file, from 1. */
    public int line() {
        return rule.line();
    }

    /** The rule's explanation with the values it saw filled in. */
    public String text() {
        return rule.explain(values);
    }

    /** What the rule's conditions and sentence looked at, in that order; empty if it asks for nothing. */
    public List<Seen> saw() {
        List<Seen> saw = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
            saw.add(new Seen(rule.words().get(i), rule.valueText(i, values.get(i))));
        }
        return Collections.unmodifiableList(saw);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Conclusion that
                && question.equals(that.question)
                && answer().equals(that.answer())
                && ruleId().equals(that.ruleId())
                && ruleName().equals(that.ruleName())
                && file().equals(that.file())
                && line() == that.line()
                && text().equals(that.text())
                && saw().equals(that.saw());
    }

    @Override
    public int hashCode() {
        return Objects.hash(question, answer(), ruleId(), file(), line(), text());
    }

    @Override
    public String toString() {
        return question + " " + answer() + " by \"" + ruleName() + "\" (" + file() + " line " + line() + "): " + text()
                + " Saw " + saw();
    }
}
