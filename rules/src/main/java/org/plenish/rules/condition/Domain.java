package org.plenish.rules.condition;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A set of values that a word may have; whether it may be unknown belongs to it. */
public sealed interface Domain permits Intervals, Choices {

    boolean contains(@Nullable Object value);

    boolean isEmpty();

    Domain intersect(Domain other);

    /** What is in this and not in {@code other}. */
    Domain minus(Domain other);

    /** As a person would write it, such as {@code 30 or more, below 90}. */
    String describe();

    default boolean covers(Domain other) {
        return other.minus(this).isEmpty();
    }

    /** Nothing but "not known". */
    static Domain unknownLike(Domain domain) {
        return domain instanceof Intervals numbers
                ? new Intervals(java.util.List.of(), true, numbers.kind())
                : new Choices(Set.of(), false, true);
    }

    /** Those of some values. */
    static Choices of(Collection<?> values) {
        return new Choices(new LinkedHashSet<>(values), false, false);
    }

    /** A day as the number that intervals hold. */
    static double number(LocalDate day) {
        return day.toEpochDay();
    }

    /** Words joined as a person would. */
    static String list(Collection<?> words) {
        return words.stream().map(String::valueOf).sorted().collect(Collectors.joining(" or "));
    }
}
