package org.plenish.web.rulebook.edit;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenish.rules.vocabulary.Question;
import org.plenish.rules.vocabulary.Word;

/**
 * A word of the vocabulary as the editor offers it.
 *
 * @param word such as {@code demand.annualUnits}
 * @param answer whether it is concluded, not given
 * @param fact by which a rule file asks for an answer, or the type of the word's constants; null where there is neither
 * @param unit empty if it has none
 * @param values its constants, or true and false; none if it has no list of values
 * @param seen what it is in the current plan, if it is a text that can be picked
 * @param allowed what it may be, in words
 * @param unknown whether its value may be unknown
 */
public record WordEntry(
        String topic,
        String word,
        boolean answer,
        @Nullable String fact,
        String unit,
        List<String> values,
        List<String> seen,
        String allowed,
        boolean unknown,
        String meaning) {

    public WordEntry {
        values = List.copyOf(values);
        seen = List.copyOf(seen);
    }

    static WordEntry of(Word word) {
        return of(word, List.of());
    }

    static WordEntry of(Word word, List<String> seen) {
        Question question = word.question();
        return new WordEntry(
                word.topic().word(),
                word.path(),
                question != null,
                question != null
                        ? question.factType()
                        : word.type().isEnum() ? word.type().getSimpleName() : null,
                word.unit(),
                values(word),
                seen,
                allowed(word, question),
                word.mayBeUnknown(),
                word.meaning());
    }

    static List<String> values(Word word) {
        Question question = word.question();
        if (question == Question.FORECAST_METHOD) {
            // Methods of forecasting are words, but not of a type of their own: the message lists them.
            return List.of(question.allowed().substring("one of ".length()).split(", "));
        }
        return switch (word.kind()) {
            case CONSTANT ->
                Arrays.stream(word.type().getEnumConstants())
                        .map(Object::toString)
                        .toList();
            case YES_NO -> List.of("true", "false");
            default -> List.of();
        };
    }

    private static String allowed(Word word, @Nullable Question question) {
        if (question != null) {
            return question.allowed();
        }
        if (!word.kind().isNumeric()) {
            return word.allowed();
        }
        String range = word.everything().describe().replace(", or not known", "");
        return range.isEmpty() || range.equals("any") ? word.allowed() : word.allowed() + ", " + range;
    }
}
