package org.plenish.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plenish.rules.condition.Condition.Related.Relation;
import org.plenish.rules.condition.PureFunction;
import org.plenish.rules.vocabulary.Word;

/** What compiled rules may call in a condition: facts as plain numbers and texts, and the pure functions. NaN is "not known". */
public final class Reads {

    private Reads() {}

    public static double number(@Nullable Object value) {
        return Word.plain(value) instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    /** @return null where it is not given */
    public static @Nullable String text(@Nullable Object value) {
        Object plain = Word.plain(value);
        return plain == null ? null : plain.toString();
    }

    /** As days since 1970-01-01. */
    public static double day(@Nullable LocalDate day) {
        return day == null ? Double.NaN : day.toEpochDay();
    }

    public static boolean unknown(double number) {
        return Double.isNaN(number);
    }

    public static boolean equal(double number, double other) {
        return number == other;
    }

    public static boolean atLeast(double number, double bound) {
        return number >= bound;
    }

    public static boolean atMost(double number, double bound) {
        return number <= bound;
    }

    /** @param relations a bit for each {@link Relation} that will do */
    public static boolean relation(@Nullable Object left, @Nullable Object right, int relations) {
        return (relations
                        & 1 << Relation.of(Word.plain(left), Word.plain(right)).ordinal())
                != 0;
    }

    public static double abs(double number) {
        return Math.abs(number);
    }

    public static double min(double one, double other) {
        return Math.min(one, other);
    }

    public static double max(double one, double other) {
        return Math.max(one, other);
    }

    public static double plus(double one, double other) {
        return one + other;
    }

    public static double minus(double one, double other) {
        return one - other;
    }

    public static double times(double one, double other) {
        return one * other;
    }

    public static double ratio(double one, double other) {
        return number(PureFunction.RATIO.apply(one, other));
    }

    public static boolean startsWith(@Nullable String text, @Nullable String part) {
        return PureFunction.STARTS_WITH.apply(text, part) == Boolean.TRUE;
    }

    public static boolean endsWith(@Nullable String text, @Nullable String part) {
        return PureFunction.ENDS_WITH.apply(text, part) == Boolean.TRUE;
    }

    public static boolean contains(@Nullable String text, @Nullable String part) {
        return PureFunction.CONTAINS.apply(text, part) == Boolean.TRUE;
    }
}
