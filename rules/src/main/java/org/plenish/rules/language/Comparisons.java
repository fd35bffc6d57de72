package org.plenish.rules.language;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenish.rules.condition.Condition;
import org.plenish.rules.condition.Condition.Related.Relation;
import org.plenish.rules.condition.Domain;
import org.plenish.rules.condition.Intervals;
import org.plenish.rules.condition.Operator;
import org.plenish.rules.condition.Term;
import org.plenish.rules.vocabulary.Kind;
import org.plenish.rules.vocabulary.Word;

/** Types of terms, and what may be compared with what. Every refusal is an IllegalArgumentException with the reason. */
final class Comparisons {

    private Comparisons() {}

    /** What the values of a term are; empty of {@code null}. */
    static Optional<Kind> kind(Term term) {
        if (term instanceof Term.Named named) {
            return Optional.of(named.word().kind());
        }
        if (term instanceof Term.Call call) {
            return Optional.of(call.function().isNumeric() ? Kind.NUMBER : Kind.YES_NO);
        }
        Object value = ((Term.Literal) term).value();
        if (value instanceof Number) {
            return Optional.of(Kind.NUMBER);
        }
        if (value instanceof Boolean) {
            return Optional.of(Kind.YES_NO);
        }
        if (value instanceof Enum) {
            return Optional.of(Kind.CONSTANT);
        }
        return value == NULL ? Optional.empty() : Optional.of(Kind.TEXT);
    }

    /** The value of {@code null}. */
    static final Object NULL = new Object() {
        @Override
        public String toString() {
            return "null";
        }
    };

    /** What a term can be. */
    static Domain everything(Term term) {
        if (term instanceof Term.Named named) {
            return named.word().everything();
        }
        boolean numeric = term instanceof Term.Call call && call.function().isNumeric();
        return numeric ? Intervals.all(Intervals.Kind.REAL).orUnknown() : Domain.of(List.of(true, false));
    }

    /** A term alone: it must be yes. */
    static Condition yes(Term term) {
        if (kind(term).orElse(null) != Kind.YES_NO || term instanceof Term.Literal) {
            throw new IllegalArgumentException(term.key() + " must be compared with something.");
        }
        return new Condition.Within(term, Domain.of(List.of(true)), everything(term));
    }

    static Condition compare(Term left, Operator operator, Term right) {
        if (left instanceof Term.Literal && right instanceof Term.Literal) {
            throw new IllegalArgumentException("two fixed values are compared, so the answer is always the same.");
        }
        if (left instanceof Term.Literal) {
            return compare(right, operator.mirrored(), left);
        }
        if (right instanceof Term.Literal literal) {
            Domain everything = everything(left);
            Domain wanted = wanted(left, operator, literal.value());
            return new Condition.Within(left, possible(left, wanted, everything), everything);
        }
        return relate(left, operator, right);
    }

    static Condition oneOf(Term term, List<Object> values, boolean not) {
        Domain everything = everything(term);
        List<Condition> parts = new ArrayList<>();
        for (Object value : values) {
            parts.add(new Condition.Within(
                    term, possible(term, wanted(term, Operator.EQUAL, value), everything), everything));
        }
        Condition any = new Condition.Any(parts);
        return not ? any.negated() : any;
    }

    private static Domain possible(Term term, Domain wanted, Domain everything) {
        Domain possible = wanted.intersect(everything);
        if (possible.isEmpty()) {
            throw new IllegalArgumentException(term.key() + " can never be that: it is " + everything.describe() + ".");
        }
        return possible;
    }

    private static Domain wanted(Term term, Operator operator, Object value) {
        Domain everything = everything(term);
        Kind kind = kind(term).orElseThrow();
        if (value == NULL) {
            if (operator.isOrder()) {
                throw new IllegalArgumentException("nothing is less or more than null.");
            }
            if (!everything.contains(null)) {
                throw new IllegalArgumentException(term.key() + " is always known, never null.");
            }
            Domain unknown = Domain.unknownLike(everything);
            return operator == Operator.EQUAL ? unknown : everything.minus(unknown);
        }
        if (operator.isOrder() && !kind.isOrdered()) {
            throw new IllegalArgumentException(
                    term.key() + " is " + kind.phrase() + ": use == or !=, not " + operator.sign() + ".");
        }
        if (kind.isOrdered()) {
            Intervals.Kind numbers =
                    term instanceof Term.Named named ? named.word().intervals() : Intervals.Kind.REAL;
            return interval(operator, number(term, kind, value), numbers, everything);
        }
        Domain same = Domain.of(List.of(choice(term, kind, value)));
        return operator == Operator.EQUAL ? same : everything.minus(same);
    }

    private static Domain interval(Operator operator, double bound, Intervals.Kind numbers, Domain everything) {
        return switch (operator) {
            case EQUAL -> Intervals.between(bound, bound, numbers);
            case NOT_EQUAL -> everything.minus(Intervals.between(bound, bound, numbers));
            case LESS -> Intervals.below(bound, numbers);
            case AT_MOST -> Intervals.atMost(bound, numbers);
            case GREATER -> Intervals.above(bound, numbers);
            case AT_LEAST -> Intervals.atLeast(bound, numbers);
        };
    }

    private static double number(Term term, Kind kind, Object value) {
        if (kind == Kind.DAY && value instanceof String text) {
            try {
                return Domain.number(LocalDate.parse(text));
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException(
                        term.key() + " is a date, and \"" + text + "\" is none: write it as \"2026-11-23\".", e);
            }
        }
        if (kind != Kind.DAY && value instanceof Number number) {
            return number.doubleValue();
        }
        throw mismatch(term, kind, value);
    }

    private static Object choice(Term term, Kind kind, Object value) {
        boolean fits = switch (kind) {
            case YES_NO -> value instanceof Boolean;
            case TEXT -> value instanceof String;
            case CONSTANT ->
                term instanceof Term.Named named && named.word().type().isInstance(value);
            default -> false;
        };
        if (!fits) {
            throw mismatch(term, kind, value);
        }
        return value;
    }

    private static IllegalArgumentException mismatch(Term term, Kind kind, Object value) {
        String shown = value instanceof String ? "\"" + value + "\"" : String.valueOf(value);
        String allowed = term instanceof Term.Named named ? named.word().allowed() : kind.phrase();
        return new IllegalArgumentException(
                term.key() + " cannot be compared with " + shown + ": it is " + allowed + ".");
    }

    private static Condition relate(Term left, Operator operator, Term right) {
        Kind one = kind(left).orElseThrow();
        Kind two = kind(right).orElseThrow();
        boolean alike = one == two || (one.isNumeric() && two.isNumeric());
        if (!alike || (one == Kind.CONSTANT && typeOf(left) != typeOf(right))) {
            throw new IllegalArgumentException(left.key() + " is " + one.phrase() + " and " + right.key() + " is "
                    + two.phrase() + ": they cannot be compared.");
        }
        if (operator.isOrder() && !one.isOrdered()) {
            throw new IllegalArgumentException(
                    left.key() + " is " + one.phrase() + ": use == or !=, not " + operator.sign() + ".");
        }
        if (left.key().equals(right.key())) {
            throw new IllegalArgumentException(left.key() + " is compared with itself.");
        }
        // One order for each pair, so that a < b and b > a are seen to be the same.
        return left.key().compareTo(right.key()) <= 0
                ? new Condition.Related(left, right, relations(operator))
                : new Condition.Related(right, left, relations(operator.mirrored()));
    }

    private static @Nullable Class<?> typeOf(Term term) {
        return term instanceof Term.Named named ? named.word().type() : null;
    }

    private static Set<Relation> relations(Operator operator) {
        return switch (operator) {
            case EQUAL -> EnumSet.of(Relation.EQUAL);
            case NOT_EQUAL -> EnumSet.of(Relation.LESS, Relation.GREATER, Relation.NOT_KNOWN);
            case LESS -> EnumSet.of(Relation.LESS);
            case AT_MOST -> EnumSet.of(Relation.LESS, Relation.EQUAL);
            case GREATER -> EnumSet.of(Relation.GREATER);
            case AT_LEAST -> EnumSet.of(Relation.GREATER, Relation.EQUAL);
        };
    }

    /** A bound value may be concluded where the question's answers are of its kind. */
    static boolean fits(Word word, org.plenish.rules.vocabulary.Question question) {
        return word.type() == question.type();
    }
}
