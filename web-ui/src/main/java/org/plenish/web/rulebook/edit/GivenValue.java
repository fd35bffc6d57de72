package org.plenish.web.rulebook.edit;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plenish.rules.vocabulary.Kind;
import org.plenish.rules.vocabulary.Sentence;
import org.plenish.rules.vocabulary.Word;

/** The value of a word as a person gives it, and as a stored plan tells it. */
final class GivenValue {

    static final String UNKNOWN = "unknown";
    private static final String INFINITE = "infinite";
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(?:\\.\\d{1,15})?");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,9}");

    private GivenValue() {}

    /**
     * Reads what was typed.
     *
     * @return null: not known
     * @throws IllegalArgumentException if it is of another kind than the word; the message says what it must be
     */
    static @Nullable Object parse(Word word, String text) {
        if (text.equals(UNKNOWN)) {
            return null;
        }
        Object value = value(word, text);
        if (value == null) {
            throw new IllegalArgumentException(word.path() + ": " + text + " must be " + word.allowed()
                    + (word.mayBeUnknown() ? ", or " + UNKNOWN : "") + ".");
        }
        return value;
    }

    private static @Nullable Object value(Word word, String text) {
        return switch (word.kind()) {
            case NUMBER ->
                text.equals(INFINITE)
                        ? (Object) Double.POSITIVE_INFINITY
                        : NUMBER.matcher(text).matches() ? Double.valueOf(text) : null;
            case WHOLE_NUMBER -> WHOLE_NUMBER.matcher(text).matches() ? Integer.valueOf(text) : null;
            case DAY -> day(text);
            case YES_NO -> text.equals("true") || text.equals("false") ? Boolean.valueOf(text) : null;
            case CONSTANT ->
                Arrays.stream(word.type().getEnumConstants())
                        .filter(constant -> constant.toString().equals(text))
                        .findFirst()
                        .orElse(null);
            case TEXT -> text;
        };
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** As {@link #parse} reads it again. */
    static String text(@Nullable Object value) {
        if (value == null) {
            return UNKNOWN;
        }
        if (value instanceof Double number) {
            return number.isInfinite()
                    ? INFINITE
                    : java.math.BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
        return value.toString();
    }

    /**
     * What a plan has stored for a person to read, such as {@code no} or {@code infinitely many}, as {@link #parse} reads it.
     * Numbers are as they are shown, so rounded.
     */
    static String ofStored(Word word, String shown) {
        if (shown.equals(Sentence.forPerson(null))) {
            return UNKNOWN;
        }
        if (shown.equals(Sentence.forPerson(Double.POSITIVE_INFINITY))) {
            return INFINITE;
        }
        if (word.kind() == Kind.YES_NO) {
            return String.valueOf(shown.equals(Sentence.forPerson(true)));
        }
        return word.kind() == Kind.CONSTANT ? shown.toUpperCase(Locale.ROOT).replace(' ', '_') : shown;
    }
}
