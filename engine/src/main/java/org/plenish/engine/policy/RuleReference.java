package org.plenish.engine.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule as a {@link Conclusion} refers to it: where it stands and how it explains itself. The rule book implements it. */
public interface RuleReference {

    /** Such as {@code SVC-010}. */
    String id();

    /** The whole sentence. */
    String name();

    /** Rule file, relative to the rule book's folder. */
    String file();

    /** Where the rule or table row stands in its file, from 1. */
    int line();

    /** What its conditions and its sentence look at, such as {@code demand.annualUnits}: one word a value, in order. */
    List<String> words();

    /** @param values one for each of {@link #words()} */
    String explain(List<@Nullable Object> values);

    /**
     * A value as a person reads it.
     *
     * @param word index into {@link #words()}
     */
    String valueText(int word, @Nullable Object value);
}
