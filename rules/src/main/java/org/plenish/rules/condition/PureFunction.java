package org.plenish.rules.condition;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The functions that a condition may call. Of numbers that are not known the result is not; of texts it is no. */
public enum PureFunction {
    ABS("abs", 1, true),
    MIN("min", 2, true),
    MAX("max", 2, true),
    PLUS("plus", 2, true),
    MINUS("minus", 2, true),
    TIMES("times", 2, true),
    /** Not known where the second number is zero. */
    RATIO("ratio", 2, true),
    STARTS_WITH("startsWith", 2, false),
    ENDS_WITH("endsWith", 2, false),
    CONTAINS("contains", 2, false);

    private final String word;
    private final int arity;
    private final boolean numeric;

    PureFunction(String word, int arity, boolean numeric) {
        this.word = word;
        this.arity = arity;
        this.numeric = numeric;
    }

    public String word() {
        return word;
    }

    public int arity() {
        return arity;
    }

    /** Takes numbers and gives one; the others take texts and give yes or no. */
    public boolean isNumeric() {
        return numeric;
    }

    public static Optional<PureFunction> find(String word) {
        return Arrays.stream(values())
                .filter(function -> function.word.equals(word))
                .findFirst();
    }

    public static String all() {
        return Arrays.stream(values()).map(PureFunction::word).collect(Collectors.joining(", "));
    }

    /** @return null where a number is null or NaN */
    public @Nullable Object apply(@Nullable Object... arguments) {
        if (!numeric) {
            return arguments[0] != null
                    && arguments[1] != null
                    && test(arguments[0].toString(), arguments[1].toString());
        }
        double result = compute(number(arguments[0]), arity == 1 ? 0 : number(arguments[1]));
        return Double.isNaN(result) ? null : (Object) result;
    }

    private boolean test(String text, String part) {
        return switch (this) {
            case STARTS_WITH -> text.startsWith(part);
            case ENDS_WITH -> text.endsWith(part);
            case CONTAINS -> text.contains(part);
            default -> throw new IllegalStateException(word + " is no test of texts.");
        };
    }

    private double compute(double a, double b) {
        return switch (this) {
            case ABS -> Math.abs(a);
            case MIN -> Math.min(a, b);
            case MAX -> Math.max(a, b);
            case PLUS -> a + b;
            case MINUS -> a - b;
            case TIMES -> a * b;
            case RATIO -> b == 0 ? Double.NaN : a / b;
            default -> throw new IllegalStateException(word + " is no function of numbers.");
        };
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : Double.NaN;
    }
}
