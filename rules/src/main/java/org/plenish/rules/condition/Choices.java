package org.plenish.rules.condition;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values that are words, texts or yes and no.
 *
 * @param values the members, or with {@code allBut} those that are left out
 * @param allBut for texts, of which there is no end
 * @param unknown "not known" belongs to it
 */
public record Choices(Set<Object> values, boolean allBut, boolean unknown) implements Domain {

    public Choices {
        values = java.util.Collections.unmodifiableSet(new LinkedHashSet<>(values));
    }

    @Override
    public boolean contains(@Nullable Object value) {
        return value == null ? unknown : values.contains(value) != allBut;
    }

    @Override
    public boolean isEmpty() {
        return values.isEmpty() && !allBut && !unknown;
    }

    @Override
    public Choices intersect(Domain other) {
        Choices that = (Choices) other;
        boolean bothUnknown = unknown && that.unknown;
        if (allBut && that.allBut) {
            Set<Object> leftOut = new LinkedHashSet<>(values);
            leftOut.addAll(that.values);
            return new Choices(leftOut, true, bothUnknown);
        }
        Choices finite = allBut ? that : this;
        Choices filter = allBut ? this : that;
        Set<Object> kept = new LinkedHashSet<>(finite.values);
        kept.removeIf(value -> !filter.contains(value));
        return new Choices(kept, false, bothUnknown);
    }

    @Override
    public Choices minus(Domain other) {
        Choices that = (Choices) other;
        return intersect(new Choices(that.values, !that.allBut, !that.unknown));
    }

    @Override
    public String describe() {
        String known;
        if (allBut) {
            known = values.isEmpty() ? "any" : "other than " + Domain.list(values);
        } else {
            known = Domain.list(values);
        }
        if (!unknown) {
            return known;
        }
        return known.isEmpty() ? "not known" : known + " or not known";
    }
}
