package org.plenish.rules.condition;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plenish.rules.vocabulary.Subject;
import org.plenish.rules.vocabulary.Word;

/** Something with a value: a word, or a pure function of terms, or a value itself. */
public sealed interface Term {

    /** Two terms with the same key have the same value. */
    String key();

    @Nullable
    Object of(Subject subject);

    Stream<Word> words();

    /** A word of the vocabulary. */
    record Named(Word word) implements Term {
        @Override
        public String key() {
            return word.path();
        }

        @Override
        public @Nullable Object of(Subject subject) {
            return word.of(subject);
        }

        @Override
        public Stream<Word> words() {
            return Stream.of(word);
        }
    }

    /** A number, text, day, yes or no, or constant. */
    record Literal(Object value) implements Term {
        @Override
        public String key() {
            return value instanceof String ? "\"" + value + "\"" : value.toString();
        }

        @Override
        public Object of(Subject subject) {
            return value;
        }

        @Override
        public Stream<Word> words() {
            return Stream.empty();
        }
    }

    /** A function of {@link PureFunction}. */
    record Call(PureFunction function, List<Term> arguments) implements Term {
        @Override
        public String key() {
            return function.word() + arguments.stream().map(Term::key).collect(Collectors.joining(", ", "(", ")"));
        }

        @Override
        public @Nullable Object of(Subject subject) {
            Object[] values = new Object[arguments.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = arguments.get(i).of(subject);
            }
            return function.apply(values);
        }

        @Override
        public Stream<Word> words() {
            return arguments.stream().flatMap(Term::words);
        }
    }
}
