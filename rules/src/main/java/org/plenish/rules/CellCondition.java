package org.plenish.rules;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a condition cell of a decision table accepts. A value that is not known (NaN, none) is accepted by Any alone. */
sealed interface CellCondition {

    boolean accepts(@Nullable Object value);

    /** An empty cell. */
    record Any() implements CellCondition {
        @Override
        public boolean accepts(@Nullable Object value) {
            return true;
        }
    }

    /** One of some words: {@code A|B}. */
    record OneOf(Set<Object> values) implements CellCondition {
        @Override
        public boolean accepts(@Nullable Object value) {
            return value != null && values.contains(value);
        }
    }

    /** From {@code low} on, below {@code high}. */
    record Between(double low, double high) implements CellCondition {
        @Override
        public boolean accepts(@Nullable Object value) {
            return value instanceof Number number && number.doubleValue() >= low && number.doubleValue() < high;
        }
    }

    Pattern RANGE = Pattern.compile("(\\d+(?:\\.\\d+)?)\\.\\.(\\d+(?:\\.\\d+)?)");
    Pattern COMPARISON = Pattern.compile("(<|<=|>|>=)\\s*(\\d+(?:\\.\\d+)?)");
    Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

    static boolean isSupported(Class<?> type) {
        return type.isEnum() || type == Boolean.class || Number.class.isAssignableFrom(type) || type == String.class;
    }

    /** @throws IllegalArgumentException if the cell cannot be a condition on a value of this type */
    static CellCondition parse(Class<?> type, String cell) {
        if (cell.isEmpty()) {
            return new Any();
        }
        if (Number.class.isAssignableFrom(type)) {
            return number(cell);
        }
        Set<Object> values = new HashSet<>();
        for (String word : cell.split("\\|", -1)) {
            values.add(word(type, word.strip()));
        }
        return new OneOf(Set.copyOf(values));
    }

    private static Object word(Class<?> type, String word) {
        if (type == String.class) {
            return word;
        }
        try {
            return Answers.parse(type, word);
        } catch (IllegalArgumentException e) {
            String allowed = type.isEnum() ? Arrays.toString(type.getEnumConstants()) : "[true, false]";
            throw new IllegalArgumentException(word + " must be one of " + allowed + ".", e);
        }
    }

    private static CellCondition number(String cell) {
        Matcher range = RANGE.matcher(cell);
        if (range.matches()) {
            double low = Double.parseDouble(range.group(1));
            double high = Double.parseDouble(range.group(2));
            if (high <= low) {
                throw new IllegalArgumentException(cell + " must go from a smaller to a larger number.");
            }
            return new Between(low, high);
        }
        Matcher comparison = COMPARISON.matcher(cell);
        if (comparison.matches()) {
            double number = Double.parseDouble(comparison.group(2));
            return switch (comparison.group(1)) {
                case "<" -> new Between(Double.NEGATIVE_INFINITY, number);
                case "<=" -> new Between(Double.NEGATIVE_INFINITY, Math.nextUp(number));
                case ">" -> new AtLeast(Math.nextUp(number));
                default -> new AtLeast(number);
            };
        }
        if (NUMBER.matcher(cell).matches()) {
            double number = Double.parseDouble(cell);
            return new Between(number, Math.nextUp(number));
        }
        throw new IllegalArgumentException(
                cell + " must be a number, a range such as 30..90 (90 is outside), or < 30.");
    }

    /** From {@code low} on, infinity included. */
    record AtLeast(double low) implements CellCondition {
        @Override
        public boolean accepts(@Nullable Object value) {
            return value instanceof Number number && number.doubleValue() >= low;
        }
    }
}
