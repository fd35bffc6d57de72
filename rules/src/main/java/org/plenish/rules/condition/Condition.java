package org.plenish.rules.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenish.rules.vocabulary.Subject;
import org.plenish.rules.vocabulary.Word;

/**
 * What must be so for a rule to speak. A value that is not known is less or more than nothing, equal to nothing and
 * different from everything, as in Java.
 */
public sealed interface Condition {

    boolean holds(Subject subject);

    /** Where it holds, as boxes that may meet. */
    List<Box> boxes();

    /** Where it does not hold. */
    Condition negated();

    Stream<Word> words();

    /** All of some; of none: always. */
    record All(List<Condition> parts) implements Condition {

        /** Beyond this many boxes a condition is refused: it could not be checked. */
        public static final int MOST_BOXES = 2_000;

        public All {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Subject subject) {
            return parts.stream().allMatch(part -> part.holds(subject));
        }

        @Override
        public List<Box> boxes() {
            List<Box> boxes = List.of(Box.ANYTHING);
            for (Condition part : parts) {
                List<Box> next = new ArrayList<>();
                for (Box one : boxes) {
                    for (Box two : part.boxes()) {
                        next.addAll(one.intersect(two));
                        if (next.size() > MOST_BOXES) {
                            throw tooMany();
                        }
                    }
                }
                boxes = next;
            }
            return boxes;
        }

        static IllegalArgumentException tooMany() {
            return new IllegalArgumentException("the condition has more than " + MOST_BOXES
                    + " cases to be told apart, which is too many to check.");
        }

        @Override
        public Condition negated() {
            return new Any(parts.stream().map(Condition::negated).toList());
        }

        @Override
        public Stream<Word> words() {
            return parts.stream().flatMap(Condition::words);
        }
    }

    /** At least one of some; of none: never. */
    record Any(List<Condition> parts) implements Condition {

        public Any {
            parts = List.copyOf(parts);
        }

        @Override
        public boolean holds(Subject subject) {
            return parts.stream().anyMatch(part -> part.holds(subject));
        }

        @Override
        public List<Box> boxes() {
            List<Box> boxes = new ArrayList<>();
            for (Condition part : parts) {
                boxes.addAll(part.boxes());
                if (boxes.size() > All.MOST_BOXES) {
                    throw All.tooMany();
                }
            }
            return boxes;
        }

        @Override
        public Condition negated() {
            return new All(parts.stream().map(Condition::negated).toList());
        }

        @Override
        public Stream<Word> words() {
            return parts.stream().flatMap(Condition::words);
        }
    }

    /** A term's value is one of a set. Every comparison with a value is one. */
    record Within(Term term, Domain domain, Domain everything) implements Condition {

        @Override
        public boolean holds(Subject subject) {
            return domain.contains(term.of(subject));
        }

        @Override
        public List<Box> boxes() {
            return domain.isEmpty() ? List.of() : List.of(Box.of(term.key(), domain));
        }

        @Override
        public Condition negated() {
            return new Within(term, everything.minus(domain), everything);
        }

        @Override
        public Stream<Word> words() {
            return term.words();
        }
    }

    /** Two terms stand in one of some relations. */
    record Related(Term left, Term right, java.util.Set<Relation> relations) implements Condition {

        /** How the left value stands to the right one. */
        public enum Relation {
            LESS,
            EQUAL,
            GREATER,
            NOT_KNOWN;

            /** Of two values of one type; of a number and none, not known. */
            public static Relation of(@Nullable Object left, @Nullable Object right) {
                if (left == null || right == null) {
                    return NOT_KNOWN;
                }
                if (left instanceof Number one && right instanceof Number two) {
                    double a = one.doubleValue();
                    double b = two.doubleValue();
                    return a < b ? LESS : a > b ? GREATER : a == b ? EQUAL : NOT_KNOWN;
                }
                int order = compare(left, right);
                return order < 0 ? LESS : order > 0 ? GREATER : EQUAL;
            }

            @SuppressWarnings({"unchecked", "rawtypes"}) // both sides have been found to be of one type
            private static int compare(Object left, Object right) {
                return ((Comparable) left).compareTo(right);
            }
        }

        /** What a pair of terms can be to each other. */
        public static final Choices EVERY_RELATION =
                Domain.of(List.of(Relation.LESS, Relation.EQUAL, Relation.GREATER, Relation.NOT_KNOWN));

        /** Between the two terms of a key. */
        public static final String COMPARED = " compared with ";

        static String keyOf(Term left, Term right) {
            return left.key() + COMPARED + right.key();
        }

        @Override
        public boolean holds(Subject subject) {
            return relations.contains(Relation.of(left.of(subject), right.of(subject)));
        }

        @Override
        public List<Box> boxes() {
            return List.of(Box.of(keyOf(left, right), Domain.of(relations)));
        }

        @Override
        public Condition negated() {
            java.util.Set<Relation> others = java.util.EnumSet.allOf(Relation.class);
            others.removeAll(relations);
            return new Related(left, right, others);
        }

        @Override
        public Stream<Word> words() {
            return Stream.concat(left.words(), right.words());
        }
    }
}
