package org.plenish.rules.vocabulary;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenish.engine.model.Money;
import org.plenish.engine.model.UnitPrice;
import org.plenish.rules.condition.Choices;
import org.plenish.rules.condition.Domain;
import org.plenish.rules.condition.Intervals;

/**
 * A word for a fact, such as {@code demand.annualUnits}, or for the answer to a question, such as {@code abcClass}.
 *
 * @param topic that it belongs to
 * @param question that it is the answer to; null if it is a fact
 * @param accessors from the topic's fact to its value; none for an answer
 * @param type of its values, boxed; a record of one text counts as {@link String}, prices as {@link Double}
 * @param unit blank if it has none
 * @param everything that it can be
 * @param meaning one sentence for an analyst
 */
public record Word(
        Topic topic,
        String path,
        @Nullable Question question,
        List<Method> accessors,
        Kind kind,
        Class<?> type,
        String unit,
        Domain everything,
        String meaning) {

    /** Its value: Double, Integer, Boolean, a constant, String or LocalDate; null where it is not known or not given. */
    @Nullable
    public Object of(Subject subject) {
        if (question != null) {
            return subject.answer(question);
        }
        Object value = subject.fact();
        for (Method accessor : accessors) {
            if (value == null) {
                return null;
            }
            try {
                value = accessor.invoke(value);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(accessor + " must be readable, but is not.", e);
            }
        }
        return plain(value);
    }

    /** Values of the engine's own types as numbers and texts; NaN and empty texts as not known. */
    public static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Double number) {
            return number.isNaN() ? null : number;
        }
        if (value instanceof UnitPrice price) {
            return price.toDouble();
        }
        if (value instanceof Money money) {
            return money.toDouble();
        }
        if (value == null
                || value instanceof Integer
                || value instanceof Boolean
                || value instanceof Enum
                || value instanceof LocalDate) {
            return value;
        }
        String text = value.toString();
        return text.isEmpty() ? null : text;
    }

    static Kind kindOf(Class<?> type) {
        if (type.isEnum()) {
            return Kind.CONSTANT;
        }
        if (type == Boolean.class) {
            return Kind.YES_NO;
        }
        if (type == Integer.class) {
            return Kind.WHOLE_NUMBER;
        }
        if (type == LocalDate.class) {
            return Kind.DAY;
        }
        return type == Double.class ? Kind.NUMBER : Kind.TEXT;
    }

    static Domain everything(Class<?> type, double least, double most, boolean mayBeUnknown) {
        return switch (kindOf(type)) {
            case NUMBER -> numbers(Intervals.between(least, most, Intervals.Kind.REAL), mayBeUnknown);
            case WHOLE_NUMBER -> numbers(Intervals.between(least, most, Intervals.Kind.WHOLE), mayBeUnknown);
            case DAY -> numbers(Intervals.all(Intervals.Kind.DAY), mayBeUnknown);
            case YES_NO -> choices(List.of(true, false), mayBeUnknown);
            case CONSTANT -> choices(List.of(type.getEnumConstants()), mayBeUnknown);
            case TEXT -> new Choices(java.util.Set.of(), true, mayBeUnknown);
        };
    }

    private static Domain numbers(Intervals known, boolean mayBeUnknown) {
        return mayBeUnknown ? known.orUnknown() : known;
    }

    private static Domain choices(List<?> known, boolean mayBeUnknown) {
        return new Choices(Domain.of(known).values(), false, mayBeUnknown);
    }

    /** Values of these kinds have the same intervals. */
    public Intervals.Kind intervals() {
        return switch (kind) {
            case WHOLE_NUMBER -> Intervals.Kind.WHOLE;
            case DAY -> Intervals.Kind.DAY;
            default -> Intervals.Kind.REAL;
        };
    }

    /** What its values may be, for a message. */
    public String allowed() {
        return type.isEnum()
                ? "one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(Object::toString)
                                .collect(Collectors.joining(", "))
                : kind.phrase();
    }

    /** Where its value may be none: a price that is not given, a forecast error of a short history. */
    public boolean mayBeUnknown() {
        return everything.contains(null);
    }
}
